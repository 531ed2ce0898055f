import type { Session } from '../addin/session';
import type { SessionState } from '../addin/state';
import { HelpSection } from './help/HelpSection';
import { SaveCopyButton } from './start/SaveCopyButton';
import { StartupSwitch } from './start/StartupSwitch';

/** The end of the pane: what is about the workbook as a whole, and help. */
export function Foot({ session, state }: { session: Session; state: SessionState }) {
  const { notebook, run } = state;
  return (
    <>
      {notebook && <StartupSwitch session={session} starts={state.startsWithWorkbook} />}
      {notebook && <SaveCopyButton session={session} isRunning={run !== undefined} />}
      <HelpSection session={session} run={run} report={state.excelReport} />
    </>
  );
}
