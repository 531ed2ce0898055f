/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { STEP } from '../../../src/addin/commands/train';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { type DocumentData, documentOf } from '../../../src/workbook/book/document';
import { everyCell } from '../support/everyCell';
import { openNotebook, reopen } from '../support/sheet';

/** What a workbook is while it is closed. */
const closed = (document: DocumentData) => JSON.parse(JSON.stringify(document)) as DocumentData;

test.each(['values', 'formulas'])(
  'a workbook with %s that was closed and opened again is the same, and trains on to the last bit',
  async (kind) => {
    const first = await openNotebook(LESSON_4);
    if (kind === 'formulas') await first.session.perform(first.session.formulas.toggle('values'));
    await first.session.perform(STEP);
    await first.type('AE12', 0.5);
    const kept = closed(documentOf(first.excel.book));
    const before = await everyCell();
    await first.session.perform(STEP);
    const after = await everyCell();
    first.close();

    const second = await reopen(kept);
    expect(await everyCell()).toEqual(before);
    await second.session.perform(STEP);
    expect(await everyCell()).toEqual(after);
    second.close();
  },
);
