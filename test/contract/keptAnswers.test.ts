/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { headlessExcel, type HeadlessExcel } from '../workbook/support/headlessExcel';

// What the check of this Excel has found out stays known, in this session and in later ones.
let excel: HeadlessExcel;
beforeAll(async () => {
  excel = await headlessExcel();
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => excel.close());

/** As when the pane is opened: only what is stored is known. */
async function opened() {
  jest.resetModules();
  return import('../../src/excel/thisExcel');
}
const answer = (name: string, said: string) => ({ name, question: '?', sources: [], answer: said });

test('answers stay when the pane is closed, until others come', async () => {
  const first = await opened();
  expect(first.knownAnswer('freezing')).toBeUndefined();
  first.keepAnswers([answer('freezing', 'stays'), answer('edits', 'told')]);
  const second = await opened();
  expect(second.knownAnswer('freezing')).toBe('stays');
  second.keepAnswers([answer('freezing', 'activates')]);
  const third = await opened();
  expect([third.knownAnswer('freezing'), third.knownAnswer('edits')]).toEqual(['activates', 'told']);
});

test('another version of Excel may behave differently', async () => {
  (await opened()).keepAnswers([answer('freezing', 'stays'), answer('edits', 'told')]);
  const stored = JSON.parse(localStorage.getItem('cellvolution.thisExcel')!) as object;
  localStorage.setItem('cellvolution.thisExcel', JSON.stringify({ ...stored, excel: 'PC 16.0.1' }));
  const later = await opened();
  expect(later.knownAnswer('freezing')).toBeUndefined();
  expect(later.latestAnswer('freezing')).toBe('stays');
  later.keepAnswers([answer('freezing', 'activates')]);
  expect([later.knownAnswer('freezing'), later.knownAnswer('edits')]).toEqual(['activates', undefined]);
});

test.each(['', '{', '7', '{"excel":"x","answers":{"freezing":1}}'])(
  'of nonsense in the storage, such as %s, nothing is known',
  async (text) => {
    localStorage.setItem('cellvolution.thisExcel', text);
    const { latestAnswer } = await opened();
    expect(latestAnswer('freezing')).toBeUndefined();
  },
);

test('where nothing can be stored, answers are known until the pane is closed', async () => {
  localStorage.clear();
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  const { keepAnswers, knownAnswer } = await opened();
  keepAnswers([answer('freezing', 'stays')]);
  expect(knownAnswer('freezing')).toBe('stays');
  expect((await opened()).knownAnswer('freezing')).toBeUndefined();
});
