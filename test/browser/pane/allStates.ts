import { openWorkbook, type EmbeddedWorkbook } from '../harness';
import { checkPane, SCHEMES, type Checked } from './axe';
import { movesWithoutEnd, walkByKeyboard, widerThanPane } from './reach';
import type { PaneState } from './states';

/** Tests each of some states of the pane, and tells what was counted. */
export function testStates(states: readonly PaneState[]): void {
  let excel: EmbeddedWorkbook;
  const checked: Checked[] = [];
  beforeAll(async () => {
    excel = await openWorkbook({ blank: true, viewport: { width: 1280, height: 720 } });
  });
  afterAll(async () => {
    await excel.close();
    const sum = (count: (each: Checked) => number) => checked.reduce((total, each) => total + count(each), 0);
    console.log(
      `axe on the pane: ${states.length} states × ${Object.keys(SCHEMES).join(', ')}; ` +
        `${sum(({ rules }) => rules)} rules applied, ${sum(({ findings }) => findings.length)} serious or critical findings`,
    );
  });

  test.each(states)(
    '$name: axe finds nothing grave, all is reached by keyboard, nothing is too wide',
    async ({ enter }) => {
      await enter(excel);
      const now = await checkPane(excel);
      checked.push(...now);
      expect(now.flatMap(({ findings }) => findings)).toEqual([]);
      expect(await walkByKeyboard(excel)).toEqual([]);
      expect(await widerThanPane(excel)).toEqual([]);
      expect(await movesWithoutEnd(excel)).toEqual([]);
      expect(excel.errors).toEqual([]);
    },
  );
}
