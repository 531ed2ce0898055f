/**
 * When formulas are calculated, and which. The other files of this folder keep Univer from calculating too much, or
 * wrongly. May import addresses/ and grid/writing/.
 */
import {
  type ICellData,
  type ICommandInfo,
  ICommandService,
  type IExecutionOptions,
  type Injector,
  type IUnitRange,
  type Nullable,
} from '@univerjs/core';
import {
  FormulaDataModel,
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  ICalculateFormulaService,
  IDependencyManagerService,
  IOtherFormulaManagerService,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import {
  ClearSelectionFormatCommand,
  SetBorderCommand,
  SetRangeValuesMutation,
  SetStyleCommand,
} from '@univerjs/sheets';
import { compareCellsThemselves } from './comparisons';
import { rememberDependencies } from './dependencies';
import { DirtyData } from './dirtyData';
import { texts } from '../../texts';
import type { CellPatches } from '../writing/writes';

const TIMEOUT_MS = 60_000;
/** A person's edit often is several commands, one right after the other. */
const AFTER_EDIT_MS = 20;
const LOCAL = { onlyLocal: true };

/** Format alone changes no value. */
const FORMATTING = new Set([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

/**
 * Calculates formulas, and only what depends on what changed: for an add-in before it is answered, for a person right
 * after the edit. Univer by itself calculates 100 ms after each change of a person's or of a sheet's structure, and for
 * that stops a calculation that is under way, whoever has begun it and with whatever was still to be calculated; here
 * all calculations come one after the other.
 */
export class Calculation {
  private readonly dirty = new DirtyData();
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly dependencies: IDependencyManagerService;
  private readonly calculator: ICalculateFormulaService;
  private readonly others: IOtherFormulaManagerService;
  private last: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Stays false for workbooks that never held a formula: they need no calculation at all. */
  hasFormulas = false;
  manual = false;

  constructor(
    injector: Injector,
    private readonly unitId: string,
    private readonly nameOf: (sheetId: string) => string | null,
  ) {
    this.commands = injector.get(ICommandService);
    this.formulas = injector.get(FormulaDataModel);
    this.dependencies = injector.get(IDependencyManagerService);
    this.calculator = injector.get(ICalculateFormulaService);
    this.others = injector.get(IOtherFormulaManagerService);
    compareCellsThemselves();
    rememberDependencies(injector);
    this.takeOver(injector.get(IActiveDirtyManagerService));
  }

  private get isNeeded(): boolean {
    return this.hasAny && !this.dirty.isEmpty;
  }

  /** Formulas in cells, or in rules such as conditional formats. */
  private get hasAny(): boolean {
    return this.hasFormulas || Object.keys(this.others.getOtherFormulaData()).length > 0;
  }

  markDirty(sheetId: string, range: IUnitRange['range']): void {
    if (this.hasAny) this.dirty.addRanges([{ unitId: this.unitId, sheetId, range }]);
  }

  /** Everything, e.g. because the first formula has just been written. */
  markFormulasDirty(): void {
    this.dirty.addRanges(this.formulas.getFormulaDirtyRanges());
  }

  /** What a direct write leaves out: arrays that spilled from an overwritten cell, and the dependencies. */
  noteOverwritten(sheetId: string, cells: CellPatches): void {
    if (!this.hasFormulas) return;
    const { formulas, unitId } = this;
    const spill = formulas.updateArrayFormulaCellData(unitId, sheetId, cells);
    const range = formulas.updateArrayFormulaRange(unitId, sheetId, cells);
    const changed = formulas.updateFormulaData(unitId, sheetId, cells);
    for (const [row, columns] of Object.entries(changed))
      for (const column of Object.keys(columns ?? {}))
        this.dependencies.removeFormulaDependency(unitId, sheetId, Number(row), Number(column));
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

  /** Resolves when everything that has changed so far is calculated, and the results are in their cells. */
  run(all = false): Promise<void> {
    const next = this.last.then(async () => {
      if (all ? this.hasAny : this.isNeeded) await this.calculate(all);
    });
    this.last = next;
    return next;
  }

  private calculate(all: boolean): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(deadline);
        completed.unsubscribe();
        applied.dispose();
        resolve();
      };
      const deadline = setTimeout(() => {
        console.error(texts.calculation.timedOut(TIMEOUT_MS / 1000));
        end();
      }, TIMEOUT_MS);
      const completed = this.calculator.executionCompleteListener$.subscribe(({ functionsExecutedState }) => {
        if (functionsExecutedState !== FormulaExecutedStateType.SUCCESS) end();
      });
      const applied = this.commands.onCommandExecuted(({ id }) => {
        if (id === SetFormulaCalculationResultMutation.id) end();
      });
      const changed = this.dirty.take(all, (sheetId) => this.nameOf(sheetId));
      void this.commands.executeCommand(SetFormulaCalculationStartMutation.id, changed, LOCAL);
    });
  }

  /** Univer's own clock asks this service, and hears of nothing any more; what it would have heard is heard here. */
  private takeOver(service: IActiveDirtyManagerService): void {
    const changeBy = service.get.bind(service);
    service.get = () => undefined;
    this.commands.onCommandExecuted((info, options) => {
      const change = changeBy(info.id);
      if (!change || (info.id === SetRangeValuesMutation.id && !isOwnEdit(info, options))) return;
      this.dirty.add(change.getDirtyData(info));
      this.timer ??= setTimeout(() => {
        this.timer = null;
        if (!this.manual) void this.run();
      }, AFTER_EDIT_MS);
    });
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

/** Neither results of calculation nor what the grid writes for the add-in, which it reports itself. */
function isOwnEdit({ params }: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  const { trigger } = (params ?? {}) as { trigger?: string };
  return !options?.onlyLocal && !(trigger && FORMATTING.has(trigger));
}
