import fs from 'node:fs';
import path from 'node:path';
import { CONTRACT } from '../../src/excel/contract/clauses';
import { pageOf } from '../../src/excel/contract/clause';
import { QUESTIONS } from '../../src/excel/contract/questions';

const README = path.join(__dirname, 'README.md');

// `WRITE_INDEX=1 npx jest test/contract/index` writes the index anew.
test('README.md lists every promise and every question', () => {
  const index = indexOf();
  if (process.env.WRITE_INDEX) fs.writeFileSync(README, index);
  expect(fs.readFileSync(README, 'utf8')).toBe(index);
});

test('no two promises about an object have the same name, and every one has its page', () => {
  for (const { object, clauses } of CONTRACT) {
    const names = clauses.map(({ name }) => `${object}: ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const clause of clauses)
      expect(pageOf(clause)).toMatch(/^https:\/\/(learn|support)\.microsoft\.com\/\S+$/);
  }
  for (const { sources } of QUESTIONS)
    for (const source of sources)
      expect(source).toMatch(/^https:\/\/learn\.microsoft\.com\/\S+$|^OfficeDev\/[\w-]+#\d+$/);
});

function indexOf(): string {
  const count = CONTRACT.reduce((sum, { clauses }) => sum + clauses.length, 0);
  return [
    "# The contract with Excel's documentation",
    `${count} promises and ${QUESTIONS.length} questions, by \`src/excel/contract\`. In Excel, _Check this Excel_ in the pane's Help tries ` +
      'them; here they are tried in the embedded workbook: the promises by `clauses.test.ts` and, under each reading of each switch, ' +
      '`everySwitch.long.test.ts`; the questions by `switches.test.ts`. `WRITE_INDEX=1 npx jest test/contract/index` writes this page.',
    ...CONTRACT.flatMap(({ object, clauses }) => [
      `## ${object}`,
      listOf(
        clauses.map((clause) => {
          const members = clause.members.map((each) => `\`${each}\``).join(', ');
          return `${clause.name}. ${members}: ${linkTo(pageOf(clause))}`;
        }),
      ),
    ]),
    '## What the documentation leaves open',
    listOf(
      QUESTIONS.map(({ name, question, needs, sources }) =>
        [
          `\`${name}\`: ${question}`,
          ...(needs ? ['Needs a person.'] : []),
          sources.map(linkTo).join(', '),
        ].join(' '),
      ),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

const listOf = (items: readonly string[]) => items.map((item) => `- ${item}`).join('\n');

function linkTo(source: string): string {
  const [repository, issue] = source.split('#');
  if (!source.startsWith('https:')) return `[${source}](https://github.com/${repository}/issues/${issue})`;
  const address = source.includes('(') ? `<${source}>` : source;
  return `[${source.split('/').at(-1)!.split('#')[0]}](${address})`;
}
