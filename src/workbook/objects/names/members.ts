/** The members of defined names. */
import { generateRandomId } from '@univerjs/core';
import { formatAbsolute, qualify, splitSheet } from '../../addresses/a1';
import { invalidName, itemAlreadyExists } from '../../host/errors';
import { type Argument, membersOf } from '../../host/excelObject';
import type { Json } from '../../host/wire';
import { text, textOr, truth } from '../arguments';
import { collectionMembers, existing } from '../collection';
import { Range } from '../ranges/range';
import { NamedItem, NamedItemCollection } from './namedItem';
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
  if (self.find(name)) throw itemAlreadyExists(location);
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
  return formula === '#REF!' ? formula : `=${formula}`;
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

const constantOf = (self: NamedItem) => self.formula.slice(1);

function typeOf(self: NamedItem): string {
  if (self.range) return 'Range';
  const constant = constantOf(self);
  if (constant.includes('#REF!')) return 'Error';
  if (constant !== '' && Number.isFinite(Number(constant)))
    return Number.isInteger(Number(constant)) ? 'Integer' : 'Double';
  if (/^(true|false)$/i.test(constant)) return 'Boolean';
  return 'String';
}

function valueOf(self: NamedItem): Json {
  const constant = constantOf(self);
  switch (typeOf(self)) {
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

export const namedItemMembers = [collection, item];
