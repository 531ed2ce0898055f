/**
 * @jest-environment jsdom
 * @jest-environment-options { "resources": "usable" }
 */
import { existsSync, readFileSync } from 'node:fs';
import { ADOPT } from '../../../../src/addin/commands/adopt/adoptCommand';
import { STEP } from '../../../../src/addin/commands/train';
import { ORIGINAL_WORKBOOK } from '../../../notebook/adopt/support/original';
import { opened, saved } from '../../../workbook/support/workbookFiles';
import { quiet } from '../../support/bridge';
import { openNotebook, reopen } from '../../support/sheet';

const NAME = 'conv-example';
const title = 'the published file is opened, adopted, trained, saved, and opened again';
if (existsSync(ORIGINAL_WORKBOOK)) test(title, adoptsTheFile);
else test.skip(`${title} (skipped: there is no ${ORIGINAL_WORKBOOK})`, adoptsTheFile);

async function adoptsTheFile(): Promise<void> {
  const empty = await openNotebook();
  const published = await opened(new Uint8Array(readFileSync(ORIGINAL_WORKBOOK)), empty.excel.book, NAME);
  empty.close();
  expect(published.leftOut).toEqual([]);

  const first = await reopen(published.document);
  expect((await first.read('EN4', NAME))[0][0]).toBeCloseTo(1814.9177220748, 9);
  await first.session.perform(ADOPT);
  expect(first.session.store.get().errors).toEqual([]);
  await first.session.perform(STEP);
  expect(first.session.store.get().errors).toEqual([]);
  const trained = await first.read('A1:EP57', NAME);
  const { document, leftOut } = await opened(await saved(first.excel.book), first.excel.book);
  await first.session.perform(STEP);
  const after = await first.read('A1:EP57', NAME);
  expect(after[3][143]).not.toBe(trained[3][143]);
  await first.session.idle(quiet);
  first.close();
  expect(leftOut).toEqual([]);

  const second = await reopen(document);
  expect(await second.read('A1:EP57', NAME)).toEqual(trained);
  await second.session.perform(STEP);
  expect(await second.read('A1:EP57', NAME)).toEqual(after);
  second.close();
}
