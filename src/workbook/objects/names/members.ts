/** The members of defined names. */
import { generateRandomId } from '@univerjs/core';
import { formatAbsolute, qualify, splitSheet } from '../../addresses/a1';
import { readFormula } from '../../formulas/formula';
import {
  apiNotFound,
  formulaNotComputed,
  invalidName,
  itemAlreadyExists,
  malformedFormula,
} from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { text, textOr, truth } from '../arguments';
import { valueTypeOf } from '../cells/cellValue';
import { formulaRules } from '../cells/formulaRules';
import { collectionMembers, existing } from '../collection';
import { Range } from '../ranges/range';
import { NamedItem, NamedItemCollection } from './namedItem';
import { formulaValue, isFormula } from './formulaValues';
import { isValidName } from './rules';
import { cellsOf, dropName, storeName } from './store';

const collection = collectionMembers(NamedItemCollection, 'NamedItemCollection', {
  methods: { Add: add },
});

function add(
  self: NamedItemCollection,
  nameArgument: Argument,
  reference: Argument,
  comment: Argument,
): NamedItem {
  const location = 'NamedItemCollection.add';
  const name = text(nameArgument, location);
  if (!isValidName(name)) throw invalidName(location, name);
  // Names of the workbook and of tables are all different: "Rename an Excel table", support.microsoft.com.
  const isTable = self.scope === null && self.book.tables.named(name) !== undefined;
  if (isTable || self.find(name)) throw itemAlreadyExists(location);
  const stored = {
    id: generateRandomId(10),
    name,
    formulaOrRefString: referenceOf(self, reference, location),
    comment: textOr(comment, '', location),
    hidden: false,
    ...(self.scope !== null && { localSheetId: self.scope }),
  };
  storeName(self.book.grid, stored);
  return self.open(stored);
}

/** A range, or a formula: `=Sheet1!A1`, `=0.5`, `=SUM(...)`. */
function referenceOf(self: NamedItemCollection, reference: Argument, location: string): string {
  if (reference instanceof Range) return qualify(reference.sheetName, formatAbsolute(reference.area));
  const formula = text(reference, location).replace(/^=/, '');
  const cells = cellsOf(self.book.grid, { id: '', name: '', formulaOrRefString: formula });
  if (cells) return qualify(splitSheet(formula).sheet!, formatAbsolute(cells.area));
  if (formula === '#REF!') return formula;
  const read = readFormula(`=${formula}`, formulaRules(self.book));
  if (!read) throw malformedFormula(location, `=${formula}`);
  if (read.lack) throw formulaNotComputed(read.lack, `=${formula}`, location);
  return read.text;
}

const item = membersOf(NamedItem, 'NamedItem', {
  scalars: {
    Name: ({ stored }) => stored.name,
    Comment: {
      get: ({ stored }) => stored.comment ?? '',
      set: (self, value) => self.change({ comment: text(value, 'NamedItem.comment') }),
    },
    Formula: {
      get: ({ formula }) => formula,
      set: (self, value) => {
        const owner = new NamedItemCollection(self.book, self.scope);
        self.change({ formulaOrRefString: referenceOf(owner, value, 'NamedItem.formula') });
      },
    },
    Scope: ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet'),
    Type: (self) => typeOf(self),
    Value: (self) => valueOf(self),
    Visible: {
      get: ({ stored }) => !stored.hidden,
      set: (self, value) => self.change({ hidden: !truth(value, 'NamedItem.visible') }),
    },
  },
  methods: {
    Delete: (self) => dropName(self.book.grid, self.stored),
    GetRange: ({ range }) => existing(range, 'NamedItem.getRange'),
    GetRangeOrNullObject: ({ range }) => range,
  },
});

/**
 * The value of a constant or of a formula; null for cells.
 * @throws ExcelError for a formula whose name was not read by itself or among its collection
 */
function contentOf(self: NamedItem): Json {
  if (self.range) return null;
  const { grid } = self.book;
  if (isFormula(grid, self.stored)) {
    const value = formulaValue(grid, self.stored);
    if (value === undefined)
      throw apiNotFound('NamedItem.value of a formula that is loaded through another object');
    return value;
  }
  const constant = self.formula.slice(1);
  if (constant.includes('#REF!')) return '#REF!';
  if (/^(true|false)$/i.test(constant)) return /^true$/i.test(constant);
  if (constant.startsWith('"')) return constant.slice(1, -1).replaceAll('""', '"');
  return Number(constant);
}

/** https://learn.microsoft.com/javascript/api/excel/excel.nameditemtype */
function typeOf(self: NamedItem): string {
  if (self.range) return 'Range';
  const value = contentOf(self);
  if (Array.isArray(value)) return 'Array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'Integer' : 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return typeof value === 'string' && valueTypeOf(value) === 'Error' ? 'Error' : 'String';
}

/**
 * For cells, their address:
 * https://learn.microsoft.com/javascript/api/excel/excel.nameditem#excel-excel-nameditem-value-member
 */
const valueOf = (self: NamedItem): Json => (self.range ? self.formula.slice(1) : contentOf(self));

export const namedItemMembers = [collection, item];
