// The task pane: a view of the session, by React and Fluent UI. It shows what the session's store holds and calls the
// session's commands; it never talks to Excel. It may import from all rooms below it, addin, notebook and texts most of
// all; this file alone also binds the ribbon's commands (src/commands), since both live in one page.
import { createRoot } from 'react-dom/client';
import { Session } from '../addin/session';
import { bindCommands } from '../commands/commands';
import { outsideTexts } from '../texts/pane/outside';
import { App } from './App';
import { showCrashNotice } from './crashNotice';
import { showOutside } from './outside';
import './taskpane.css';

const session = new Session();

void open();

/** Nothing of Excel may be touched before office.js has told where this page is: outside of it there is no `Excel`. */
async function open(): Promise<void> {
  if (typeof Office === 'undefined') return showOutside(outsideTexts.noLibrary);
  // Before anything else: the first click on the ribbon may be what starts this page.
  bindCommands(session);
  const { host } = await Office.onReady();
  // Typed as always there; outside of Office it is null.
  if (host !== Office.HostType.Excel)
    return showOutside(host ? outsideTexts.otherHost(String(host)) : outsideTexts.about);
  const onUncaughtError = (error: unknown) => void showCrashNotice(error);
  createRoot(document.getElementById('root')!, { onUncaughtError }).render(<App session={session} />);
  await session.open();
}
