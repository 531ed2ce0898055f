/**
 * Decides when formulas are calculated, and which. The other files of this folder prevent Univer from
 * calculating too much, or wrongly.
 *
 * calculation/ may import grid/writing/ and texts.ts.
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
  IFunctionService,
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
import { texts } from '../../texts';
import type { CellPatches } from '../writing/writes';
import { cacheDependencies } from './dependencies';
import { DirtySet } from './dirtySet';
import { findFormulasFast } from './formulaData';
import { keepFormulaSpaces } from './formulaSpaces';
import { letSingleValuesPass } from './implicitIntersection';
import { dropLateResults } from './lateResults';
import { disableValueIndex } from './valueIndex';

/** A calculation that has not gone on for this long, in ms, is given up. */
const STALLED_MS = 60_000;
/** A user's edit is often several commands in quick succession; the calculation waits this long, in ms. */
const AFTER_EDIT_MS = 20;
const LOCAL = { onlyLocal: true };

/** Changes of format change no value. */
const FORMATTING = new Set([SetStyleCommand.id, SetBorderCommand.id, ClearSelectionFormatCommand.id]);

/**
 * Calculates formulas that depend on what has changed: before an add-in is answered, and right after a person's edit.
 * Univer by itself calculates 100 ms after each edit or structural change, and aborts a calculation in progress for it,
 * losing what was still to be calculated; here calculations run one after the other.
 */
export class Calculation {
  private readonly dirty = new DirtySet();
  private readonly commands: ICommandService;
  private readonly formulas: FormulaDataModel;
  private readonly dependencies: IDependencyManagerService;
  private readonly calculator: ICalculateFormulaService;
  private readonly others: IOtherFormulaManagerService;
  private readonly functions: IFunctionService;
  private last: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | null = null;
  /** Stays false in a workbook that has never held a formula: it needs no calculation at all. */
  hasFormulas = false;
  /** What a person chose in Excel's menu. */
  isManualForPerson: () => boolean = () => false;
  /** What an add-in chose instead; undefined until one does. */
  chosen?: 'automatic' | 'manual';

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
    this.functions = injector.get(IFunctionService);
    disableValueIndex();
    cacheDependencies(injector);
    findFormulasFast(injector);
    letSingleValuesPass(injector);
    keepFormulaSpaces(injector);
    dropLateResults(injector);
    this.interceptScheduling(injector.get(IActiveDirtyManagerService));
  }

  get manual(): boolean {
    return this.chosen === undefined ? this.isManualForPerson() : this.chosen === 'manual';
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

  /** Marks all formulas, e.g. because the first one has just been written. */
  markFormulasDirty(): void {
    this.dirty.addRanges(this.formulas.getFormulaDirtyRanges());
  }

  /**
   * Does what a direct write skips: clears arrays that spilled from an overwritten cell, and dependencies.
   */
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

  /** A workbook has been opened that may hold formulas. Arrays that spilled are not kept with it, so all is calculated. */
  async opened(): Promise<void> {
    this.hasFormulas = this.holdsFormulas();
    if (!this.manual) await this.run(true);
  }

  /** Not `getFormulaDirtyRanges`, which leaves out formulas that have a value. */
  private holdsFormulas(): boolean {
    const sheets = Object.values(this.formulas.getFormulaData()[this.unitId] ?? {});
    return sheets.some((rows) => Object.values(rows ?? {}).some((row) => Object.keys(row ?? {}).length > 0));
  }

  /** Resolves when everything so far is calculated, and the results are in their cells. */
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
        progressed.unsubscribe();
        completed.unsubscribe();
        applied.dispose();
        resolve();
      };
      const giveUp = () => {
        console.error(texts.calculation.stalled(STALLED_MS / 1000));
        end();
      };
      let deadline = setTimeout(giveUp, STALLED_MS);
      const progressed = this.calculator.executionInProgressListener$.subscribe(() => {
        clearTimeout(deadline);
        deadline = setTimeout(giveUp, STALLED_MS);
      });
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

  /** Univer's own scheduling asks this service for changes and gets none; they are collected here instead. */
  private interceptScheduling(service: IActiveDirtyManagerService): void {
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

  /** How many arguments a function takes; null for one that is not known. */
  argumentsOf(name: string): { least: number; most: number } | null {
    const { minParams = -1, maxParams = -1 } = this.functions.getExecutor(name.toUpperCase()) ?? {};
    if (minParams < 0) return null;
    return { least: minParams, most: maxParams < 0 ? Infinity : maxParams };
  }

  /** The formula of a cell, even where Univer shares one formula across a filled range. */
  formulaAt(sheetId: string, row: number, column: number): string | null {
    return this.formulas.getFormulaStringByCell(row, column, sheetId, this.unitId) ?? null;
  }
}

/**
 * Whether a command is neither a result of calculation nor a write by the add-in, which marks its cells
 * itself.
 */
function isOwnEdit({ params }: Readonly<ICommandInfo>, options?: IExecutionOptions): boolean {
  const { trigger } = (params ?? {}) as { trigger?: string };
  return !options?.onlyLocal && !(trigger && FORMATTING.has(trigger));
}
