import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { messages, VALUES } from '../lesson4/lesson4';

// What is loaded when it is first used, where the network is gone by then: a sentence says so, and the next use works.
const PARTS = /\/\d+\.[0-9a-f]{8}\.js$/;

let excel: EmbeddedWorkbook;
beforeAll(async () => {
  excel = await openWorkbook({
    prepare: (page) => page.route(PARTS, (route) => route.abort()),
  });
});
afterAll(() => excel.close());

test('a tab of the pane that cannot be loaded says so, and the rest of the pane works', async () => {
  await excel.pane.getByRole('tab', { name: 'Images' }).click();
  await excel.pane.getByRole('tabpanel').getByText('could not be loaded').waitFor();
  await excel.pane.getByRole('tab', { name: 'Train' }).click();
  await excel.pane.getByRole('button', { name: 'Step', exact: true }).click();
  await excel.pane.getByText('Step 1, epoch').waitFor();
  await excel.press('Step back');
  await excel.until('the pane says it', async () => (await messages(excel)).includes('could not be loaded'));
  await excel.pane.getByText('Step 1, epoch').waitFor();
});

test('a command that cannot be loaded says so and changes nothing; when the network is back, it works', async () => {
  await excel.press('Filter sheet');
  await excel.until('the pane says it', async () => (await messages(excel)).includes('could not be loaded'));
  expect(await excel.tab(`${VALUES} filters`).count()).toBe(0);
  await excel.page.unroute(PARTS);
  await excel.press('Filter sheet');
  await excel.tab(`${VALUES} filters`).waitFor();
  expect(await messages(excel)).not.toContain('could not be loaded');
});
