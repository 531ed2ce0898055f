/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { setTo, STEP } from '../../../src/addin/commands/train';
import { TINY } from '../../../src/notebook/presets/smallStarters';
import { EVENT_ORDER } from '../../../src/workbook/behaviour/eventOrder';
import { openNotebook, type Sheet } from '../support/sheet';
import { quiet } from '../support/bridge';

let sheet: Sheet;
beforeAll(async () => {
  sheet = await openNotebook(TINY);
});
afterAll(() => sheet.close());

const state = () => sheet.session.store.get();
const settle = () => sheet.session.idle(quiet);

describe.each(EVENT_ORDER.readings)('eventOrder:%s', (eventOrder) => {
  beforeAll(async () => {
    sheet.behave({ eventOrder });
    await sheet.clear();
    await sheet.session.perform(newNotebook(TINY));
    await settle();
  });

  test('New is the notebook in front, and is trained', async () => {
    expect(state().notebook?.title).toBe('Tiny');
    await sheet.session.perform(newNotebook(TINY));
    await settle();
    expect(state().notebook?.title).toBe('Tiny (2)');
    await sheet.session.perform(STEP);
    await settle();
    expect(state()).toMatchObject({ errors: [], notebook: { title: 'Tiny (2)', step: 1 } });
  });

  test('Build replaces the notebook, of whose deleted sheets nothing is said', async () => {
    const { session } = sheet;
    const before = await sheet.sheets();
    await session.perform(session.models.show);
    await sheet.type('C11', 3, 'Tiny (2) model');
    await session.perform(session.models.build);
    await settle();
    expect(state()).toMatchObject({ errors: [], notebook: { title: 'Tiny (2)', step: 1 } });
    expect(state().notice).toMatch(/^conv1 keeps its first 2 filters; 1 is new\./);
    expect((await sheet.sheets()).toSorted()).toEqual([...before, 'Tiny (2) model'].toSorted());
    expect(await sheet.names('Tiny (2)')).toContain('conv1.filter3.channel1');
    await session.perform(STEP);
    await settle();
    expect(state()).toMatchObject({ errors: [], notebook: { title: 'Tiny (2)', step: 2 } });
  });

  test('a sheet of gradients that is deleted is said to be, and drawn again by the next step', async () => {
    await sheet.remove('Tiny (2) ∂');
    await settle();
    expect(state().notice).toMatch(/'Tiny \(2\) ∂' was deleted\. The next Step draws it again/);
    await sheet.session.perform(STEP);
    await settle();
    expect(state()).toMatchObject({ errors: [], notebook: { title: 'Tiny (2)', step: 3 } });
    expect(await sheet.sheets()).toContain('Tiny (2) ∂');
  });

  test('a log that is deleted is drawn again by the next run', async () => {
    const { session } = sheet;
    await session.perform(setTo('stepsPerRun', 3));
    await session.perform(session.runs.run);
    await settle();
    await sheet.remove('Tiny (2) log');
    await session.perform(session.runs.run);
    await settle();
    expect(state().errors).toEqual([]);
    expect((await sheet.read('A5:A6', 'Tiny (2) log')).flat()).toEqual([state().notebook!.step, '']);
  });

  test('a notebook whose values are deleted is one no more, and the other becomes active', async () => {
    await sheet.remove('Tiny (2)');
    await settle();
    expect(state().errors[0]).toMatch(/'Tiny \(2\)' was deleted, and with it the notebook/);
    expect(state().notebook?.title).toBe('Tiny');
    await sheet.session.perform(STEP);
    await settle();
    expect(state()).toMatchObject({ errors: [], notebook: { title: 'Tiny', step: 1 } });
  });
});
