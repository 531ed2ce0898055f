/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { readRecords } from '../../../src/excel/notebook/notebookRecord';
import { Reading } from '../../../src/excel/read/reading';
import { sites } from '../../../src/excel/read/site';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { openNotebook, type Sheet } from '../../addin/support/sheet';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

test('where one answer would be too large, all is to be read anew', async () => {
  await Excel.run(async (context) => {
    const [record] = (await readRecords(context)).records;
    const plan = planNotebook(record.spec, record.names.values);
    const reading = await Reading.of(context, plan, record, new Map());
    const [site] = sites(plan).filter(({ key, block }) => key === 'values' && block.editable);
    const what = { places: true, checked: [site] };
    expect(await reading.again(context, { ...what, blocks: [site] })).toBeInstanceOf(Reading);
    // As many blocks as the largest pages have.
    const many = new Array<typeof site>(20_000).fill(site);
    expect(await reading.again(context, { ...what, blocks: many })).toBeUndefined();
  });
});
