/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { QUESTIONS } from '../../src/excel/contract/questions';
import { STRICT, type Behaviour } from '../../src/workbook/behaviour/behaviour';
import { SWITCHES } from '../../src/workbook/behaviour/switches';
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';
import { Person } from '../workbook/support/person';
import { checkAll } from './support/check';

// Check this Excel must find out every switch of the embedded workbook that an add-in can see.
let excel: HeadlessExcel;
let person: Person;
beforeAll(async () => {
  excel = await headlessExcel();
  person = new Person(excel.book);
});
afterEach(() => excel.behave(STRICT));
afterAll(() => excel.close());

/** What no program finds out, and no person can be asked for. */
const UNSEEN: Readonly<Record<string, string>> = {
  inactiveWorkbook: 'another workbook must be in front, and then the pane is not',
  merging: 'a person must merge cells, and that has never been reported to matter',
};

/** Where an answer cannot tell readings apart. */
const TOGETHER: Readonly<Record<string, string>> = {
  // Only somebody who types while a request comes sees which.
  'cellEdit:fails': 'fails or waits',
  'cellEdit:waits': 'fails or waits',
};

/** office.js asks for it when it starts: cellEditRefused.test.ts, macClient.test.ts. */
const ELSEWHERE = ['cellEdit:alwaysFails', 'client:mac'];

const readings = Object.entries(SWITCHES)
  .flatMap(([name, { readings: all }]) => all.map((reading) => [name, reading] as const))
  .filter(([name, reading]) => !(name in UNSEEN) && !ELSEWHERE.includes(`${name}:${reading}`));

test.each(readings)('%s:%s is found out', async (name, reading) => {
  excel.behave({ [name]: reading } as Partial<Behaviour>);
  const asked = QUESTIONS.filter((question) => question.name === name);
  expect(asked).toHaveLength(1);
  const { answered } = await checkAll([], asked, help);
  expect(answered.map(({ answer }) => answer)).toEqual([TOGETHER[`${name}:${reading}`] ?? reading]);
});

/** What the question says in words, done by hand on the active sheet. */
async function help(what: string): Promise<boolean> {
  const sheet = excel.book.grid.workbook.getActiveSheet()!.getName();
  expect(what).toContain(sheet);
  if (what.includes('Ctrl+Z')) {
    await excel.book.grid.commands.executeCommand('univer.command.undo');
    return true;
  }
  await person.type(sheet, 'A1', 'Adam');
  await person.type(sheet, 'A2', 5);
  return true;
}

test('without a person, what needs one is left out; with one who does nothing, it says so', async () => {
  const asked = QUESTIONS.filter(({ needs }) => needs);
  expect((await checkAll([], asked)).answered).toEqual([]);
  const { answered } = await checkAll([], asked, async () => false);
  expect(answered.map(({ answer }) => answer)).toEqual(asked.map(() => 'skipped'));
});
