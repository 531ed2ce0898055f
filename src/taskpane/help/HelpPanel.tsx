import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ExcelReport } from '../../addin/commands/excelCheck/excelReport';
import type { Session } from '../../addin/session';
import type { RunState } from '../../addin/state';
import { paneHelpTexts } from '../../texts/pane/help';
import { RunProgress } from '../train/RunProgress';
import { ReportView } from './ReportView';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

export interface HelpProps {
  readonly session: Session;
  readonly run?: RunState;
  readonly report?: ExcelReport;
}

/** Where help is to be found, and the check of this Excel. */
export function HelpPanel({ session, run, report }: HelpProps) {
  const styles = useStyles();
  const [earlier] = useState(report);
  const isChecking = run?.unit === 'promises';
  return (
    <div className={styles.section}>
      <Link href="help.html" target="_blank">
        {paneHelpTexts.page}
      </Link>
      <Text>{paneHelpTexts.checkAbout}</Text>
      <div className={styles.buttons}>
        <Button
          disabledFocusable={run !== undefined}
          onClick={() => void session.perform(session.excelCheck.check)}
        >
          {paneHelpTexts.checkExcel}
        </Button>
        <Button
          disabledFocusable={run !== undefined}
          title={paneHelpTexts.checkWithHelpHint}
          onClick={() => void session.perform(session.excelCheck.checkWithHelp)}
        >
          {paneHelpTexts.checkWithHelp}
        </Button>
        {isChecking && <Button onClick={() => session.stop()}>{paneHelpTexts.stop}</Button>}
      </div>
      {isChecking && <RunProgress run={run} />}
      {report && !isChecking && <ReportView report={report} isNew={report !== earlier} />}
    </div>
  );
}
