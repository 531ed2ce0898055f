import { createRoot } from 'react-dom/client';
import { Session } from '../addin/session';
import { bindCommands } from '../commands/commands';
import { App } from './App';
import { showLastResort } from './crashNotice';
import './taskpane.css';

const session = new Session();

// Before anything else: the first click on the ribbon may be what starts this page.
bindCommands(session);

void Office.onReady(() => {
  const onUncaughtError = (error: unknown) => void showLastResort(error);
  createRoot(document.getElementById('root')!, { onUncaughtError }).render(<App session={session} />);
  void session.open();
});
