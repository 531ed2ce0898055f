/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { Session } from '../../../src/addin/session';
import { TINY } from '../../../src/notebook/presets/others';
import { expectAgreement } from '../../notebook/formulas/support/agree';
import { readSheets } from '../support/computed';
import { expectConsistent } from '../support/consistent';
import { openNotebook, type Sheet } from '../support/sheet';
import { appendFileSync } from 'node:fs';

const OUT = '/tmp/attack/a.log';
let sheet: Sheet;
beforeAll(async () => { sheet = await openNotebook(); }, 60_000);
afterAll(() => sheet.close());
let title = '';
beforeEach(async () => {
  await sheet.session.newNotebook(TINY);
  title = sheet.session.store.get().notebook!.title;
  await sheet.session.set('batchSize', 1);
  say(`\n=== ${expect.getState().currentTestName}`);
});
const say = (text: string) => appendFileSync(OUT, text + '\n');
const S = () => sheet.session.store.get();
const state = () => say(`   errors=${JSON.stringify(S().errors)} notice=${JSON.stringify(S().notice)} stays=${JSON.stringify(S().notebook?.formulas)} q=${S().question?.text ?? ''}`);
const idOf = (name: string) => Excel.run(async (c) => { const s = c.workbook.worksheets.getItem(name); s.load('id'); await c.sync(); return s.id; });
async function cell(address: string, name = title) {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load('formulas,values');
    await context.sync();
    return `${range.formulas[0][0]} -> ${range.values[0][0]}`;
  });
}
async function agree(what: string, t = title, spec = TINY) {
  try {
    const { cells, trainer } = await readSheets(spec, t);
    expectAgreement(cells, trainer);
    const n = cells.filter((c) => c.formulas).length;
    say(`   agree ok (${what}): ${n} formula blocks of ${cells.length}`);
  } catch (e) { say(`   AGREE FAILED (${what}): ${(e as Error).message.slice(0, 300)}`); }
}
async function consistent(what: string, t = title) {
  try { await expectConsistent(sheet, TINY, t); say(`   consistent ok (${what})`); } catch (e) { say(`   CONSISTENT FAILED (${what}): ${(e as Error).message.slice(0, 300)}`); }
}
const both = async () => { await sheet.session.formulas.toggle('values'); await sheet.session.formulas.toggle('gradients'); };
async function rowInsert(row: number, name: string) {
  await Excel.run(async (c) => { c.workbook.worksheets.getItem(name).getRange(`${row}:${row}`).insert('Down'); await c.sync(); });
}

test('selected: multi area, whole column, step cell, batch loss with batch 4', async () => {
  const id = await idOf(title);
  for (const a of ['L3,M4', 'L:L', '3:3', 'AM5', 'A1:XFD1048576']) {
    sheet.session.formulas.selected(id, a);
    await sheet.session.formulas.toggleSelected();
    say(' sel ' + a); state();
  }
});
test('kept cells toggled selected', async () => {
  const { planNotebook } = await import('../../../src/notebook/plan');
  const { toA1 } = await import('../../../src/notebook/address');
  const plan = planNotebook(TINY, title);
  const id = await idOf(title);
  for (const b of plan.sheets.values.blocks.filter((x) => !x.editable)) {
    sheet.session.formulas.selected(id, toA1(b.rect));
    await sheet.session.formulas.toggleSelected();
    say(` block ${b.name} ${toA1(b.rect)}: ${JSON.stringify(S().errors)} ${S().notice} blocks=${S().notebook!.formulas.blocks}`);
  }
  for (const b of plan.sheets.values.blocks) say(`   ${b.name} ${toA1(b.rect)} ed=${b.editable}`);
});
test('batch 4, toggle selected batch loss: notice', async () => {
  await sheet.session.set('batchSize', 4);
  const { planNotebook } = await import('../../../src/notebook/plan');
  const { toA1 } = await import('../../../src/notebook/address');
  const b = planNotebook(TINY, title).sheets.values.blocks.find((x) => /batch_?loss/i.test(x.name))!;
  sheet.session.formulas.selected(await idOf(title), toA1(b.rect));
  await sheet.session.formulas.toggleSelected();
  say(b.name); state();
});
test('closed: batch 4 with stays -> typed 1 while closed', async () => {
  await sheet.session.set('batchSize', 4);
  await both();
  say(await cell('H5', `${title} ∂`));
  await Excel.run(async (c) => { c.workbook.worksheets.getItem(title).getRange('AN5').values = [[1]]; await c.sync(); });
  const again = new Session();
  await again.open();
  say(await cell('H5', `${title} ∂`));
  await again.step();
  say(await cell('H5', `${title} ∂`));
  await agree('after reopen');
  await consistent('after reopen');
  await again.step();
  say(await cell('H5', `${title} ∂`) + ' ' + JSON.stringify(again.store.get().errors));
});
test('closed: optimiser changed while closed', async () => {
  await both();
  say(await cell('H5', `${title} next`));
  const { planNotebook } = await import('../../../src/notebook/plan');
  const { toA1 } = await import('../../../src/notebook/address');
  const o = planNotebook(TINY, title).sheets.values.blocks.find((x) => /optimiser$/.test(x.name))!;
  await Excel.run(async (c) => { c.workbook.worksheets.getItem(title).getRange(toA1(o.rect)).values = [['Adam']]; await c.sync(); });
  const again = new Session();
  await again.open();
  say(await cell('H5', `${title} next`));
  await again.step();
  say(await cell('H5', `${title} next`));
  await agree('after');
});
test('closed: formula cell typed over while closed', async () => {
  await both();
  await Excel.run(async (c) => { c.workbook.worksheets.getItem(title).getRange('M4').values = [[17]]; await c.sync(); });
  const again = new Session();
  await again.open();
  await again.step();
  say(await cell('M4') + JSON.stringify(again.store.get().errors) + again.store.get().notice);
  await consistent('after');
});
test('row inserted inside a map, then toggle on', async () => {
  await rowInsert(4, title);
  say('L3 ' + await cell('L3') + ' L4 ' + await cell('L4') + ' L5 ' + await cell('L5'));
  await sheet.session.formulas.toggle('values');
  state();
  for (const a of ['L3', 'L4', 'L5', 'L6', 'L7', 'O4', 'O5', 'A4', 'Q3', 'Q4','AE4','AE5']) say(`  ${a} ${await cell(a)}`);
});
test('row inserted inside with formulas on, then step, toggle off, undo of insertion', async () => {
  await both();
  await rowInsert(4, title);
  await sheet.session.step();
  state();
  for (const a of ['L3', 'L4', 'L5', 'L6', 'L7']) say(`  ${a} ${await cell(a)}`);
  await sheet.session.formulas.toggle('values');
  state();
  for (const a of ['L3', 'L4', 'L5', 'L6', 'L7']) say(`  ${a} ${await cell(a)}`);
});
test('delete ∂ next turned v sheets', async () => {
  await both();
  for (const s of ['∂', 'next', 'turned', 'v']) {
    await sheet.remove(`${title} ${s}`);
    say(s + ' removed: ' + S().notice);
    await sheet.session.step(); state();
    say('  ' + (await sheet.sheets()).filter((n) => n.startsWith(title)).join());
    await agree(s);
  }
  await sheet.session.formulas.toggle('gradients');
  await sheet.remove(`${title} next`);
  say('next removed, gradients off: ' + S().notice);
  await sheet.session.step();
  say('  ' + (await sheet.sheets()).filter((n) => n.startsWith(title)).join());
  await consistent('off');
});
test('build keeps formulas?', async () => {
  await both();
  await sheet.session.models.show();
  await sheet.session.models.build();
  state();
  say((await sheet.sheets()).join());
  if (S().question) { await S().question!.answer(); state(); }
  say(await cell('L3', S().notebook!.title));
});
test('paste over block, delete, text; undo', async () => {
  await both();
  await sheet.paste('L3:M4', [[1, 2], [3, 4]], title); state(); say(await cell('L3')); await agree('paste');
  await sheet.undo(); state(); say(await cell('L3')); await agree('undo1');
  await sheet.undo(); state(); say(await cell('L3')); await agree('undo2');
  await sheet.type('H5', 'x', title); state(); say(await cell('L3') + ' ' + await cell('AE4'));
  await sheet.undo(); state(); await agree('undo text');
  await sheet.type('I6', 3, title); await agree('w');
  await sheet.undo(); state(); say(await cell('I6')); await agree('undo w');
  await sheet.undo(); state(); say(await cell('I6')); await agree('undo w2');
  await sheet.undo(); state(); say(await cell('I6')); await agree('undo w3');
});
test('undo of toggle', async () => {
  await sheet.session.formulas.toggle('values');
  say(await cell('L3'));
  await sheet.undo(); state(); say(await cell('L3')); await agree('undo toggle');
  await sheet.undo(); state(); say(await cell('L3'));
  await sheet.session.formulas.toggle('values'); say(await cell('L3'));
  await sheet.undo(); state(); say('after off+undo ' + await cell('L3'));
  await sheet.session.step(); say(await cell('L3')); await consistent('off undo step');
});
