import { createRoot } from 'react-dom/client';
import { Session } from '../addin/session';
import { bindCommands } from '../commands/commands';
import { App } from './App';
import { showLastResort } from './lastResort';
import './taskpane.css';

const session = new Session();

void Office.onReady(() => {
  bindCommands(session);
  const onUncaughtError = (error: unknown) => void showLastResort(error);
  createRoot(document.getElementById('root')!, { onUncaughtError }).render(<App session={session} />);
  void session.open();
});
