import { createRoot } from 'react-dom/client';
import { Session } from '../addin/session';
import { bindCommands } from '../commands/commands';
import { App } from './App';
import './taskpane.css';

const session = new Session();

void Office.onReady(() => {
  bindCommands(session);
  createRoot(document.getElementById('root')!).render(<App session={session} />);
  void session.open();
});
