import {
  type ICellData,
  ICommandService,
  type Injector,
  type IUnitRange,
  type Nullable,
} from '@univerjs/core';
import {
  FormulaDataModel,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaDataMutation,
} from '@univerjs/engine-formula';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
import type { CellPatches } from './writes';

const TIMEOUT_MS = 60_000;
const LOCAL = { onlyLocal: true };

/**
 * Calculates formulas when asked, and only what changed. Univer calculates by itself 100 ms after a person's edit;
 * an add-in must find the results already in its next answer.
 */
export class Calculation {
  private dirty: IUnitRange[] = [];
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly session: FormulaCalculationSessionService;
  /** Stays false for workbooks that never held a formula: they need no calculation at all. */
  hasFormulas = false;
  suspended = false;
  manual = false;

  constructor(
    injector: Injector,
    private readonly unitId: string,
  ) {
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.session = injector.get(FormulaCalculationSessionService);
  }

  get isNeeded(): boolean {
    return this.hasFormulas && this.dirty.length > 0;
  }

  markDirty(sheetId: string, range: IUnitRange['range']): void {
    if (this.hasFormulas) this.dirty.push({ unitId: this.unitId, sheetId, range });
  }

  /** Everything, e.g. because the first formula has just been written. */
  markFormulasDirty(): void {
    this.dirty.push(...this.formulas.getFormulaDirtyRanges());
  }

  /** What a direct write leaves out: arrays that spilled from an overwritten cell, and the dependency tree. */
  noteOverwritten(sheetId: string, cells: CellPatches): void {
    if (!this.hasFormulas) return;
    const { formulas, unitId } = this;
    const spill = formulas.updateArrayFormulaCellData(unitId, sheetId, cells);
    const range = formulas.updateArrayFormulaRange(unitId, sheetId, cells);
    const changed = formulas.updateFormulaData(unitId, sheetId, cells);
    if (Object.keys(changed).length > 0) {
      this.commands.syncExecuteCommand(
        SetFormulaDataMutation.id,
        { formulaData: { [unitId]: { [sheetId]: changed } } },
        LOCAL,
      );
    }
    if (spill || range) {
      this.commands.syncExecuteCommand(
        SetArrayFormulaDataMutation.id,
        {
          arrayFormulaRange: formulas.getArrayFormulaRange(),
          arrayFormulaCellData: formulas.getArrayFormulaCellData(),
        },
        { ...LOCAL, remove: true },
      );
    }
  }

  async run(all = false): Promise<void> {
    if (!this.hasFormulas) return;
    const dirtyRanges = this.dirty.splice(0);
    if (!all && dirtyRanges.length === 0) return;
    await this.underWay();
    const applied = this.session.waitForLatestApplied(TIMEOUT_MS);
    void this.commands.executeCommand(
      SetFormulaCalculationStartMutation.id,
      {
        dirtyRanges,
        dirtyNameMap: {},
        dirtyDefinedNameMap: {},
        dirtySuperTableMap: {},
        dirtyUnitFeatureMap: {},
        dirtyUnitOtherFormulaMap: {},
        forceCalculation: all,
        clearDependencyTreeCache: {},
      },
      LOCAL,
    );
    await applied;
  }

  /** Univer's own calculation, started by a person's edit, must not be entered a second time. */
  private async underWay(): Promise<void> {
    const { started, resultApplied, stopped } = this.session.state;
    if (started && !resultApplied && !stopped) await this.session.waitForLatestApplied(TIMEOUT_MS);
  }

  /** A cell into which an array has spilled; it is not in the sheet's own data. */
  spilled(sheetId: string, row: number, column: number): Nullable<ICellData> {
    const cells = this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId];
    return cells?.[row]?.[column];
  }

  /** The formula of a cell, also where Univer shares one formula among a filled range. */
  formulaAt(sheetId: string, row: number, column: number): string | null {
    return this.formulas.getFormulaStringByCell(row, column, sheetId, this.unitId) ?? null;
  }
}
