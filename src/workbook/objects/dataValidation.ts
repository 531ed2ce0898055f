/** Range.dataValidation. The rules bind a person who types; an add-in may write anything, as in Excel. */
import { type Area, area, cellCount, formatAbsolute, qualify } from '../grid/address';
import { itemNotFound } from '../host/errors';
import { type Argument, ExcelObject, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { truth } from './arguments';
import { type Cells, Range } from './range';
import { RangeAreas } from './rangeAreas';
import { rectangles } from '../grid/rectangles';
import { valueAt } from './rangeContent';
import {
  NO_VALIDATION,
  type Validation,
  alertFromExcel,
  alertToExcel,
  promptFromExcel,
  promptToExcel,
  ruleFromExcel,
  ruleToExcel,
  typeToExcel,
} from './validationRules';
import { validations } from './validationStore';
import { isValid } from './validity';

export class DataValidation extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
  get areas(): Area[] {
    return this.ranges.map((range) => range.area);
  }
  get store() {
    return validations(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  /** What holds for all cells alike; otherwise the name that Excel has for the disagreement. */
  get common(): Validation | 'Inconsistent' | 'MixedCriteria' {
    const { book, sheetId } = this.ranges[0];
    const touching = this.store.touching(this.areas);
    if (touching.length === 0) return NO_VALIDATION;
    if (touching.some(({ rule }) => said(rule) !== said(touching[0].rule))) return 'MixedCriteria';
    const present = this.areas.map((each) => book.grid.present(sheetId, each));
    const cells = present.reduce((sum, each) => sum + (each ? cellCount(each) : 0), 0);
    const covered = touching.reduce((sum, each) => sum + each.cells, 0);
    return covered < cells ? 'Inconsistent' : touching[0].rule;
  }
  get single(): Validation | null {
    const { common } = this;
    return typeof common === 'string' ? null : common;
  }
  /** Cells whose values break their rules, and how many keep them. */
  get invalid(): { ranges: Range[]; valid: number } {
    this.ranges[0].book.grid.flush();
    const broken = this.ranges.map(brokenIn);
    return {
      ranges: broken.flatMap(({ ranges }) => ranges),
      valid: broken.reduce((sum, { valid }) => sum + valid, 0),
    };
  }
  change(change: Partial<Validation>): void {
    this.store.set(this.areas, { ...this.single, ...change, type: this.single?.type ?? NO_VALIDATION.type });
  }
}

/** What a rule says, wherever it applies. */
const said = (rule: Validation) =>
  JSON.stringify(
    Object.entries(rule)
      .filter(([name]) => name !== 'ranges' && name !== 'uid')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function brokenIn({ book, sheetId, area: target }: Range): { ranges: Range[]; valid: number } {
  const store = validations(book.grid, sheetId);
  const present = book.grid.present(sheetId, target);
  const broken = new Map<number, number[]>();
  let valid = 0;
  const { row, column, rows, columns } = present ?? area(0, 0, 0, 0);
  if (store.touching([target]).length === 0) return { ranges: [], valid: 1 };
  for (let i = row; i < row + rows; i++) {
    for (let j = column; j < column + columns; j++) {
      const rule = store.at(i, j);
      const place = { book, sheetId, row: i, column: j };
      if (!rule || isValid(rule, valueAt(place, i, j), place) !== false) valid++;
      else broken.set(i, [...(broken.get(i) ?? []), j]);
    }
  }
  return { ranges: rectangles(broken).map((each) => new Range(book, sheetId, each)), valid };
}

const members = membersOf(DataValidation, 'DataValidation', {
  scalars: {
    Rule: {
      get: ({ single }) => single && ruleToExcel(single),
      set: (self, rule) => {
        // A new rule is no longer what the old one was in any respect but its messages.
        const { errorStyle, showErrorMessage, error, errorTitle, ...rest } = self.single ?? NO_VALIDATION;
        const { showInputMessage, prompt, promptTitle, allowBlank } = rest;
        self.store.set(self.areas, {
          ...alertFromExcel({}),
          ...defined({ errorStyle, showErrorMessage, error, errorTitle }),
          ...defined({ showInputMessage, prompt, promptTitle, allowBlank }),
          ...ruleFromExcel(rule, rangeText),
        });
      },
    },
    Type: ({ common }) => (typeof common === 'string' ? common : typeToExcel(common)),
    ErrorAlert: {
      get: ({ single }) => single && alertToExcel(single),
      set: (self, alert) => self.change(alertFromExcel(alert)),
    },
    Prompt: {
      get: ({ single }) => single && promptToExcel(single),
      set: (self, prompt) => self.change(promptFromExcel(prompt)),
    },
    IgnoreBlanks: {
      get: ({ single }) => single && single.allowBlank !== false,
      set: (self, value) => self.change({ allowBlank: truth(value, 'DataValidation.ignoreBlanks') }),
    },
    Valid: ({ invalid }) => (invalid.ranges.length === 0 ? true : invalid.valid === 0 ? false : null),
  },
  methods: {
    Clear: ({ store, areas }) => store.clear(areas),
    GetInvalidCells: ({ invalid }) => {
      if (invalid.ranges.length === 0) throw itemNotFound('DataValidation.getInvalidCells');
      return new RangeAreas(invalid.ranges);
    },
    GetInvalidCellsOrNullObject: ({ invalid }) =>
      invalid.ranges.length === 0 ? null : new RangeAreas(invalid.ranges),
  },
});

const defined = (values: Partial<Validation>): Partial<Validation> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** A range that was given as an object, as a formula. */
function rangeText(value: Json | Argument): string | null {
  return value instanceof Range ? `=${qualify(value.sheetName, formatAbsolute(value.area))}` : null;
}

export const dataValidationMembers = [members];
