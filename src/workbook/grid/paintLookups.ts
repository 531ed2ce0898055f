/**
 * Answers faster what Univer looks up for each cell that it paints. After a change Univer paints with the old colours of
 * conditional formats, evaluates the formats up to 100 ms later, and paints again: here the first painting has the new
 * ones. And Univer looks up for every cell, each time, which formats and protected ranges it is in, though most are in none.
 */
import {
  ConditionalFormattingRuleModel,
  ConditionalFormattingViewModel,
} from '@univerjs/sheets-conditional-formatting';
import { RangeProtectionCache, RangeProtectionRuleModel } from '@univerjs/sheets';
import type { Grid } from './grid';

/** Evaluates one conditional format. */
interface Unit {
  getCell(row: number, column: number): unknown;
  resetPreComputingCache(): void;
}

/** Univer's view model of conditional formats, private members included. */
interface View {
  getCellCfs(unitId: string, sheetId: string, row: number, column: number): Found[];
  markRuleDirty(unitId: string, sheetId: string, ruleId: string): void;
  _ensureCalculateUnitManager(unitId: string, sheetId: string): ReadonlyMap<string, Unit>;
}

interface Found {
  readonly cfId: string;
  readonly result: unknown;
  readonly priority: number;
}

export function cachePaintLookups({ injector }: Grid): void {
  const view = injector.get(ConditionalFormattingViewModel) as unknown as View;
  const rulesAt = cacheRules(injector.get(ConditionalFormattingRuleModel));
  view.getCellCfs = (unitId, sheetId, row, column) => {
    const rules = rulesAt(unitId, sheetId, row, column);
    if (rules.length === 0) return [];
    const units = view._ensureCalculateUnitManager(unitId, sheetId);
    return rules
      .filter((cfId) => units.has(cfId))
      .map((cfId, priority) => ({
        cfId,
        priority,
        // With each change Univer asks which formats the changed cells have, and not how they look.
        get result() {
          return units.get(cfId)!.getCell(row, column);
        },
      }));
  };
  // The change itself repaints the sheet, so Univer's later notification is not needed.
  view.markRuleDirty = (unitId, sheetId, ruleId) =>
    view._ensureCalculateUnitManager(unitId, sheetId).get(ruleId)?.resetPreComputingCache();
  skipUnprotected(injector.get(RangeProtectionCache), injector.get(RangeProtectionRuleModel));
}

/** The cache is emptied beyond this; a screen shows far fewer. */
const MOST_CELLS = 100_000;
/** More columns than a sheet has. */
const COLUMNS = 1 << 15;
const NONE: readonly string[] = [];

/** The rules of a cell in order of priority. They depend only on the rules' ranges, not on cell contents. */
function cacheRules(model: ConditionalFormattingRuleModel) {
  const sheets = new Map<string, Map<number, readonly string[]>>();
  let size = 0;
  const forget = () => {
    sheets.clear();
    size = 0;
  };
  model.$ruleChange.subscribe(forget);
  return (unitId: string, sheetId: string, row: number, column: number): readonly string[] => {
    const cell = row * COLUMNS + column;
    const known = sheets.get(sheetId)?.get(cell);
    if (known) return known;
    if (size >= MOST_CELLS) forget();
    const rules = (model.getSubunitRules(unitId, sheetId) ?? [])
      .filter(({ ranges }) =>
        ranges.some(
          ({ startRow, endRow, startColumn, endColumn }) =>
            startRow <= row && row <= endRow && startColumn <= column && column <= endColumn,
        ),
      )
      .map(({ cfId }) => cfId);
    let cells = sheets.get(sheetId);
    if (!cells) sheets.set(sheetId, (cells = new Map()));
    cells.set(cell, rules.length ? rules : NONE);
    size += 1;
    return rules;
  };
}

/** On a sheet without protected ranges no cell needs to be looked up. */
function skipUnprotected(cache: RangeProtectionCache, rules: RangeProtectionRuleModel): void {
  const infoOf = cache.getCellInfo.bind(cache);
  cache.getCellInfo = (unitId, sheetId, row, column) =>
    rules.getSubunitRuleList(unitId, sheetId).length > 0 ? infoOf(unitId, sheetId, row, column) : undefined;
}
