/**
 * Range.dataValidation. The rules apply to typing; an add-in may write anything, as in Excel.
 *
 * validation/ is for the values that a cell accepts. May import cells/ and ranges/.
 */
import { formatAbsolute, qualify } from '../../addresses/a1';
import { coveringRects } from '../../addresses/cover';
import type { Rect } from '../../addresses/rect';
import { type Argument, ExcelObject, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { truth } from '../arguments';
import { existing } from '../collection';
import { valueAt } from '../ranges/content';
import { type Cells, Range, areasOf } from '../ranges/range';
import { RangeAreas } from '../ranges/rangeAreas';
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
} from './rules';
import { validations } from './store';
import { isValid } from './validity';

export class DataValidation extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
  get areas(): Rect[] {
    return areasOf(this.ranges);
  }
  get store() {
    return validations(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  /** The rule shared by all cells; otherwise Excel's name for the disagreement. */
  get common(): Validation | 'Inconsistent' | 'MixedCriteria' {
    const { book, sheetId } = this.ranges[0];
    const touching = this.store.touching(this.areas);
    if (touching.length === 0) return NO_VALIDATION;
    if (touching.some(({ rule }) => textOfRule(rule) !== textOfRule(touching[0].rule)))
      return 'MixedCriteria';
    const present = this.areas.map((each) => book.grid.present(sheetId, each));
    const cells = present.reduce((sum, each) => sum + (each ? each.cellCount : 0), 0);
    const covered = touching.reduce((sum, each) => sum + each.cells, 0);
    return covered < cells ? 'Inconsistent' : touching[0].rule;
  }
  get single(): Validation | null {
    const { common } = this;
    return typeof common === 'string' ? null : common;
  }
  /** The cells that violate their rules, and the number of valid ones. */
  get invalid(): { ranges: Range[]; valid: number } {
    this.ranges[0].book.grid.flush();
    const broken = this.ranges.map(brokenIn);
    return {
      ranges: broken.flatMap(({ ranges }) => ranges),
      valid: broken.reduce((sum, { valid }) => sum + valid, 0),
    };
  }
  get invalidCells(): RangeAreas | null {
    const { ranges } = this.invalid;
    return ranges.length > 0 ? new RangeAreas(ranges) : null;
  }
  change(change: Partial<Validation>): void {
    this.store.set(this.areas, { ...this.single, ...change, type: this.single?.type ?? NO_VALIDATION.type });
  }
}

/** A rule without its cells, as text for comparison. */
const textOfRule = (rule: Validation) =>
  JSON.stringify(
    Object.entries(rule)
      .filter(([name]) => name !== 'ranges' && name !== 'uid')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

function brokenIn({ book, sheetId, area }: Range): { ranges: Range[]; valid: number } {
  const store = validations(book.grid, sheetId);
  if (store.touching([area]).length === 0) return { ranges: [], valid: 1 };
  const broken = new Map<number, number[]>();
  let valid = 0;
  for (const [row, column] of book.grid.present(sheetId, area)?.cells() ?? []) {
    const rule = store.at(row, column);
    const place = { book, sheetId, row, column };
    if (!rule || isValid(rule, valueAt(place, row, column), place) !== false) valid++;
    else broken.set(row, [...(broken.get(row) ?? []), column]);
  }
  return { ranges: coveringRects(broken).map((each) => new Range(book, sheetId, each)), valid };
}

const members = membersOf(DataValidation, 'DataValidation', {
  scalars: {
    Rule: {
      get: ({ single }) => single && ruleToExcel(single),
      set: (self, rule) => {
        // A new rule keeps only the messages of the old one.
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
    GetInvalidCells: ({ invalidCells }) => existing(invalidCells, 'DataValidation.getInvalidCells'),
  },
});

const defined = (values: Partial<Validation>): Partial<Validation> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** A range given as an object, as a formula. */
function rangeText(value: Json | Argument): string | null {
  return value instanceof Range ? `=${qualify(value.sheetName, formatAbsolute(value.area))}` : null;
}

export const dataValidationMembers = [members];
