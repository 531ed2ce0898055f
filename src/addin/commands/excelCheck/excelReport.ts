import type { ThisExcel } from '../../../excel/contract/aboutThisExcel';
import type { Answered, Checked, Found } from '../../../excel/contract/runContract';
import { excelCheckTexts } from '../../../texts/addin/excelCheck';

/** What a check of this Excel came to. Nothing in it is of the workbook or of the person. */
export interface ExcelReport extends Found {
  /** Stop was pressed before all was checked. */
  readonly isPartial: boolean;
  readonly seconds: number;
  /** What the check before this one has answered otherwise, by the names of the questions. */
  readonly lastTime: Readonly<Record<string, string>>;
  readonly excel: ThisExcel;
}

/** So many promises of each kind. */
export function countsOf({ checked }: Found): Readonly<Record<Checked['verdict'], number>> {
  const counts = { holds: 0, differs: 0, unsupported: 0 };
  for (const { verdict } of checked) counts[verdict]++;
  return counts;
}

/** The report to copy or to save, as Markdown. */
export function markdownOf(report: ExcelReport): string {
  const { heading, summary, partial, late, untried, seconds, differences, missing, answers } =
    excelCheckTexts;
  const withVerdict = (wanted: Checked['verdict']) =>
    report.checked.filter(({ verdict }) => verdict === wanted);
  const { holds, differs, unsupported } = countsOf(report);
  return [
    `# ${heading}`,
    [
      summary(holds, differs, unsupported),
      ...(report.isPartial ? [partial] : []),
      ...(report.untried.length ? [late(report.untried.length)] : []),
      seconds(report.seconds),
    ].join('\n'),
    listOf(linesAbout(report.excel)),
    `## ${answers}`,
    listOf(report.answered.map(answerOf(report))),
    ...section(differences, withVerdict('differs').map(differenceOf)),
    ...section(missing, withVerdict('unsupported').map(nameOf)),
    ...section(untried, report.untried),
  ].join('\n\n');
}

function linesAbout({ platform, version, sets, has }: ThisExcel): string[] {
  const texts = excelCheckTexts;
  return [
    texts.platform(platform),
    texts.version(version),
    ...sets.map((set) => texts.has(set.name, set.version)),
    ...Object.entries(has).map(([name, is]) => texts.has(name, is ? texts.yes : undefined)),
  ];
}

const section = (title: string, items: readonly string[]) =>
  items.length ? [`## ${title}`, listOf(items)] : [];

const listOf = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

const answerOf =
  ({ lastTime }: ExcelReport) =>
  ({ name, question, answer }: Answered) => {
    const before = name in lastTime ? ` (${excelCheckTexts.lastTime(lastTime[name])})` : '';
    return `${name}: ${question} **${answer}**${before}`;
  };

const nameOf = ({ object, name, page }: Checked) => `${object}: [${name}](<${page}>)`;

function differenceOf(checked: Checked): string {
  const { found, promised } = checked;
  return `${nameOf(checked)}\n  - ${excelCheckTexts.promised(promised)}\n  - ${excelCheckTexts.found(found)}`;
}
