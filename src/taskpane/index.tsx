// The task pane: a view of the session, by React and Fluent UI. It shows what the session's store holds and calls the
// session's commands; it never talks to Excel. It may import from all rooms below it, addin, notebook and texts most of
// all; this file alone also binds the ribbon's commands (src/commands), since both live in one page.
import { createRoot } from 'react-dom/client';
import { Session } from '../addin/session';
import { bindCommands } from '../commands/commands';
import { App } from './App';
import { showCrashNotice } from './crashNotice';
import './taskpane.css';

const session = new Session();

// Before anything else: the first click on the ribbon may be what starts this page.
bindCommands(session);

void Office.onReady(() => {
  const onUncaughtError = (error: unknown) => void showCrashNotice(error);
  createRoot(document.getElementById('root')!, { onUncaughtError }).render(<App session={session} />);
  void session.open();
});
