import type { EmbeddedWorkbook } from '../harness';

/** A state of the pane: how a person comes to it from the one before. */
export interface PaneState {
  readonly name: string;
  enter(excel: EmbeddedWorkbook): Promise<unknown>;
}

const tab = (excel: EmbeddedWorkbook, name: string) => excel.pane.getByRole('tab', { name }).click();

/** Opens one section of the tab See, and closes the one before. */
const section = (name: string, before?: string): PaneState => ({
  name: `See, ${name}`,
  async enter(excel) {
    await tab(excel, 'See');
    const header = (each: string) =>
      excel.pane.getByRole('button', { name: each, exact: true, expanded: each === before });
    if (before) await header(before).click();
    await header(name).click();
    await excel.settled();
  },
});

/** The states before there is a notebook. */
export const WELCOME: PaneState = { name: 'welcome', enter: (excel) => excel.settled() };

/** What most people come to, in an order in which each follows the one before. */
export const MAIN: readonly PaneState[] = [
  { name: 'Train', enter: (excel) => excel.choose('New', 'Lesson 4 with ten classes') },
  { name: 'Images', enter: (excel) => tab(excel, 'Images') },
  { name: 'drawing', enter: (excel) => stroke(excel) },
  { name: 'message with Undo', enter: (excel) => press(excel, 'Put on the page') },
];

/** The other tabs, faults, a question, and a run. */
export const MORE: readonly PaneState[] = [
  { name: 'Model', enter: (excel) => tab(excel, 'Model') },
  {
    name: 'fault in the model table',
    async enter(excel) {
      await excel.press('Model');
      await excel.type('D11', 'wide', 'Ten classes model');
      await excel.pane.getByText('1 row does not fit.').waitFor();
    },
  },
  section('Filters'),
  {
    name: 'explanation of a cell',
    enter: (excel) => excel.goTo('AK11', 'Ten classes').then(() => excel.settled()),
  },
  {
    name: 'fault of a cell',
    async enter(excel) {
      await excel.type('AE12', 'hello', 'Ten classes');
      await tab(excel, 'Train');
    },
  },
  {
    name: 'question',
    async enter(excel) {
      await excel.type('AE12', '0');
      await excel.press('Gradient formulas');
      await excel.pane.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'run',
    async enter(excel) {
      await excel.pane.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
      await excel.press('Gradient formulas');
      await excel.sheet('Ten classes');
      const steps = excel.pane.getByRole('textbox', { name: 'Steps per run' });
      await steps.fill('100000');
      await steps.press('Enter');
      await excel.settled();
      await excel.ribbonButton('Run').click();
      await excel.pane.getByRole('progressbar').waitFor();
    },
  },
];

/** The states that only few come to, after the main ones. */
export const OTHERS: readonly PaneState[] = [
  {
    name: 'after the run',
    async enter(excel) {
      await excel.pane.getByRole('button', { name: 'Stop' }).click();
      await excel.pane.getByRole('progressbar').waitFor({ state: 'detached' });
      await excel.settled();
    },
  },
  section('Formulas', 'Filters'),
  { name: 'frames on the sheet', enter: (excel) => excel.press('Explain cell') },
  section('As matrix', 'Formulas'),
  section('Check my gradient', 'As matrix'),
  {
    name: 'gradients checked',
    async enter(excel) {
      await press(excel, /random/i);
      // It asks nothing of the workbook: buttons are pale until it has ended.
      await excel.pane.getByRole('progressbar').first().waitFor({ state: 'hidden' });
      await excel.settled();
    },
  },
  section('Pictures', 'Check my gradient'),
  section('Glossary', 'Pictures'),
  {
    name: 'hint of a heading',
    async enter(excel) {
      await excel.goTo('AH1', 'Ten classes');
      await excel.pane.getByText('What is a convolution?').first().waitFor();
    },
  },
  {
    name: 'an entry of the glossary',
    enter: (excel) => excel.pane.getByText('What is a convolution?').last().click(),
  },
  {
    name: 'gallery',
    async enter(excel) {
      await excel.press('Show images');
      await excel.goTo('A7:A9', 'Ten classes data');
      await excel.pane.getByRole('button', { name: 'Close pictures' }).waitFor();
    },
  },
  { name: 'help', enter: (excel) => press(excel, 'Help') },
];

async function press(excel: EmbeddedWorkbook, name: string | RegExp): Promise<void> {
  await excel.pane.getByRole('button', { name, exact: true }).first().click();
  await excel.settled();
}

/** A line across the drawing pad. */
async function stroke(excel: EmbeddedWorkbook): Promise<void> {
  const { mouse } = excel.page;
  await excel.pane.getByLabel('Paper to draw on').scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await excel.pane.getByLabel('Paper to draw on').boundingBox())!;
  await mouse.move(x + width / 4, y + height / 4);
  await mouse.down();
  await mouse.move(x + width / 2, y + height / 2, { steps: 5 });
  await mouse.up();
  await excel.pane.getByText('Your drawing.').waitFor();
}
