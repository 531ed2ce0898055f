/** The members of defined names. */
import { generateRandomId } from '@univerjs/core';
import { formatAbsolute, qualify, splitSheet } from '../grid/address';
import { ExcelError, invalidArgument, itemAlreadyExists, itemNotFound } from '../host/errors';
import { type Argument, membersOf } from '../host/excelObject';
import type { Json } from '../host/wire';
import { text, textOr, truth } from './arguments';
import { NamedItem, NamedItemCollection } from './namedItem';
import { cellsOf, dropName, isValidName, storeName } from './nameStore';
import { Range } from './range';
import { Worksheet } from './worksheet';

const collectionMembers = membersOf(NamedItemCollection, 'NamedItemCollection', {
  items: ({ list }) => list,
  item: (self, name) => self.find(name),
  methods: {
    Add: add,
    AddFormulaLocal: add,
    GetCount: ({ list }) => list.length,
    GetItemOrNullObject: (self, name) => self.find(text(name, 'NamedItemCollection.getItemOrNullObject')),
  },
});

function add(
  self: NamedItemCollection,
  nameArgument: Argument,
  reference: Argument,
  comment: Argument,
): NamedItem {
  const location = 'NamedItemCollection.add';
  const name = text(nameArgument, location);
  if (!isValidName(name)) throw invalidArgument(location, `"${name}" is not a valid name.`);
  if (self.find(name)) throw itemAlreadyExists(location);
  const id = generateRandomId(10);
  storeName(self.book.grid, {
    id,
    name,
    formulaOrRefString: referenceOf(self, reference, location),
    comment: textOr(comment, '', location),
    hidden: false,
    ...(self.scope !== null && { localSheetId: self.scope }),
  });
  return new NamedItem(self.book, self.scope, id);
}

/** A range, or a formula: `=Sheet1!A1`, `=0.5`, `=SUM(...)`. */
function referenceOf(self: NamedItemCollection, reference: Argument, location: string): string {
  if (reference instanceof Range) return qualify(reference.sheetName, formatAbsolute(reference.area));
  const formula = String(text(reference, location)).replace(/^=/, '');
  const cells = cellsOf(self.book.grid, { id: '', name: '', formulaOrRefString: formula });
  if (cells) return qualify(splitSheet(formula).sheet!, formatAbsolute(cells.area));
  return formula === '#REF!' ? formula : `=${formula}`;
}

const itemMembers = membersOf(NamedItem, 'NamedItem', {
  scalars: {
    Name: ({ stored }) => stored.name,
    Comment: {
      get: ({ stored }) => stored.comment ?? '',
      set: (item, value) => item.change({ comment: text(value, 'NamedItem.comment') }),
    },
    Formula: {
      get: ({ formula }) => formula,
      set: (item, value) => {
        const collection = new NamedItemCollection(item.book, item.scope);
        item.change({ formulaOrRefString: referenceOf(collection, value, 'NamedItem.formula') });
      },
    },
    Scope: ({ scope }) => (scope === null ? 'Workbook' : 'Worksheet'),
    Type: (item) => typeOf(item),
    Value: (item) => valueOf(item),
    Visible: {
      get: ({ stored }) => !stored.hidden,
      set: (item, value) => item.change({ hidden: !truth(value, 'NamedItem.visible') }),
    },
  },
  objects: {
    Worksheet: ({ book, scope }) => {
      if (scope === null)
        throw new ExcelError('InvalidOperation', 'This name belongs to the workbook.', 'NamedItem.worksheet');
      return new Worksheet(book, scope);
    },
    WorksheetOrNullObject: ({ book, scope }) => (scope === null ? null : new Worksheet(book, scope)),
  },
  methods: {
    Delete: (item) => dropName(item.book.grid, item.stored),
    GetRange: ({ range }) => {
      if (!range) throw itemNotFound('NamedItem.getRange');
      return range;
    },
    GetRangeOrNullObject: ({ range }) => range,
  },
});

const constantOf = (item: NamedItem) => item.formula.slice(1);

function typeOf(item: NamedItem): string {
  if (item.range) return 'Range';
  const constant = constantOf(item);
  if (constant.includes('#REF!')) return 'Error';
  if (constant !== '' && Number.isFinite(Number(constant)))
    return Number.isInteger(Number(constant)) ? 'Integer' : 'Double';
  if (/^(true|false)$/i.test(constant)) return 'Boolean';
  return 'String';
}

function valueOf(item: NamedItem): Json {
  const constant = constantOf(item);
  switch (typeOf(item)) {
    case 'Integer':
    case 'Double':
      return Number(constant);
    case 'Boolean':
      return /^true$/i.test(constant);
    case 'Error':
      return '#REF!';
    default:
      return /^".*"$/s.test(constant) ? constant.slice(1, -1).replaceAll('""', '"') : constant;
  }
}

export const namedItemMembers = [collectionMembers, itemMembers];
