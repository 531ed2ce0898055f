import { Button, Link, Text, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { countsOf, markdownOf, type ExcelReport } from '../../addin/commands/excelCheck/excelReport';
import { excelCheckTexts } from '../../texts/addin/excelCheck';
import { paneHelpTexts } from '../../texts/pane/help';
import { saveFile } from '../saveFile';
import { copyText } from './handOver';

const useStyles = makeStyles({
  report: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  buttons: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

const fileOf = (report: ExcelReport) => new Blob([markdownOf(report)], { type: 'text/markdown' });

interface ReportViewProps {
  readonly report: ExcelReport;
  /** Whether it has just come, while the person waited for it. */
  readonly isNew: boolean;
}

/** What the check of this Excel came to, and ways to send it to somebody. */
export function ReportView({ report, isNew }: ReportViewProps) {
  const styles = useStyles();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isNew) section.current?.scrollIntoView({ block: 'start' });
  }, [isNew, report]);
  const [copied, setCopied] = useState<{ readonly of: ExcelReport; readonly isDone: boolean }>();
  const { holds, differs, unsupported } = countsOf(report);
  const differences = report.checked.filter(({ verdict }) => verdict !== 'holds');
  const copy = async () => setCopied({ of: report, isDone: await copyText(markdownOf(report)) });
  return (
    <section ref={section} className={styles.report} aria-label={paneHelpTexts.result} aria-live="polite">
      <Text weight="semibold">{excelCheckTexts.summary(holds, differs, unsupported)}</Text>
      {report.isPartial && <Text>{excelCheckTexts.partial}</Text>}
      {report.untried.length > 0 && <Text>{excelCheckTexts.late(report.untried.length)}</Text>}
      <Text size={200}>
        {excelCheckTexts.seconds(report.seconds)} {paneHelpTexts.nothingPersonal}
      </Text>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => void copy()}>
          {paneHelpTexts.copy}
        </Button>
        <Button size="small" onClick={() => saveFile(paneHelpTexts.fileName, fileOf(report))}>
          {paneHelpTexts.save}
        </Button>
        {copied?.of === report && (
          <Text size={200} role="status">
            {copied.isDone ? paneHelpTexts.copied : paneHelpTexts.notCopied}
          </Text>
        )}
      </div>
      {differences.length > 0 && (
        <>
          <Text weight="semibold">{excelCheckTexts.differences}</Text>
          <ul className={styles.list}>
            {differences.map(({ object, name, page, verdict, promised, found }) => (
              <li key={`${object} ${name}`}>
                {object}:{' '}
                <Link href={page} target="_blank">
                  {name}
                </Link>
                {verdict === 'differs' && promised && (
                  <Text block size={200}>
                    {paneHelpTexts.promised} {promised}
                  </Text>
                )}
                <Text block size={200}>
                  {paneHelpTexts.found} {found}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
      {report.answered.length > 0 && <Text weight="semibold">{excelCheckTexts.answers}</Text>}
      <ul className={styles.list} aria-label={excelCheckTexts.answers}>
        {report.answered.map(({ name, question, answer }) => (
          <li key={name}>
            {question} <Text weight="semibold">{answer}</Text>
            {name in report.lastTime && ` (${excelCheckTexts.lastTime(report.lastTime[name])})`}
          </li>
        ))}
      </ul>
    </section>
  );
}
