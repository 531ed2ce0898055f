import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { readCsvFile } from '../../src/data/csv';
import { makeSet } from '../../src/data/generators';
import { writeIdx, readIdx } from '../../src/data/idx';
import { DataError } from '../../src/data/imageSet';
import { packSet, unpackSet } from '../../src/data/packedSet';
import { readRecord } from '../../src/excel/notebook/notebookRecord';
import { parseFormula } from '../../src/notebook/adopt/parse';
import { Unreadable } from '../../src/notebook/adopt/tokens';
import { TYPED, type ModelFields, type TypedRow } from '../../src/notebook/model/columns';
import { countLayers } from '../../src/notebook/model/count';
import { parseModel } from '../../src/notebook/model/parse';
import {
  ACTIVATION_WORDS,
  INITIALISER_WORDS,
  LAYER_WORDS,
  PADDING_WORDS,
} from '../../src/notebook/model/words';
import { LESSON_4 } from '../../src/notebook/presets/lesson4';
import { damaged, damagedText } from './mutations';

/** What reads something from outside, with inputs that are nearly right, and the errors that are written for people. */
export interface Parser<T = unknown> {
  readonly name: string;
  readonly inputs: () => Promise<fc.Arbitrary<T>> | fc.Arbitrary<T>;
  readonly parse: (input: T) => unknown;
  readonly refuses: readonly (new (...all: never[]) => Error)[];
}

const SMALL = { ...makeSet('bars', 1, 6), name: 'bars' };
const encoder = new TextEncoder();

const idx: Parser<readonly [Uint8Array, Uint8Array]> = {
  name: 'IDX, plain and gzipped',
  inputs() {
    const { images, labels } = writeIdx(SMALL);
    const packed = [new Uint8Array(gzipSync(images)), images];
    return fc.oneof(
      fc.tuple(damaged(packed), fc.constant(labels)),
      fc.tuple(fc.constant(images), damaged([labels, new Uint8Array(gzipSync(labels))])),
    );
  },
  parse: (pair) =>
    readIdx(pair.map((bytes, index) => ({ name: `file ${index}`, bytes: bytes.slice().buffer }))),
  refuses: [DataError],
};

const rowOf = (label: string, separator: string) =>
  [label, ...Array.from({ length: 9 }, (_, pixel) => String(pixel * 20))].join(separator);
const CSV = [
  [',', 'label,' + Array.from({ length: 9 }, (_, pixel) => `pixel${pixel}`).join()],
  [';', 'sep=;'],
  ['\t', 'ä\t1\t2\t3\t4\t5\t6\t7\t8\t9'],
].map(([separator, first]) =>
  encoder.encode([first, rowOf('0', separator), rowOf('"a, b"', separator), ''].join('\r\n')),
);

const csv: Parser<Uint8Array> = {
  name: 'CSV',
  inputs: () => damaged(CSV),
  parse: (bytes) => readCsvFile('numbers.csv', bytes),
  refuses: [DataError],
};

const packed: Parser<string> = {
  name: 'images kept in a workbook',
  inputs: async () => damagedText([await packSet(SMALL)]),
  parse: unpackSet,
  refuses: [DataError],
};

const formula: Parser<string> = {
  name: 'formula text',
  inputs: () =>
    damagedText([
      '=MAX(0,SUMPRODUCT(A2:C4,$H$5:$J$7)+$H$9)',
      "{=IF('My net'!A1>=0.5,-2%,+EXP(1E-3)^2)}",
      '=_xlfn.CONCAT(Größe!$A$1,((((1+2)))),@B2)',
      `=${'('.repeat(3000)}1${')'.repeat(3000)}`,
    ]),
  parse: parseFormula,
  refuses: [Unreadable],
};

/** What a cell may hold. */
const cell = fc.oneof(
  fc.constantFrom<unknown>('', ...LAYER_WORDS, ...PADDING_WORDS, ...ACTIVATION_WORDS, ...INITIALISER_WORDS),
  fc.constantFrom<unknown>('3×3', '3x3', '1', '2, 2', '#N/A', true, 'same', 'normal 0.02'),
  fc.integer({ min: -2, max: 40 }),
  fc.double(),
  fc.string({ maxLength: 12 }),
);

const model: Parser<readonly [ModelFields, readonly TypedRow[]]> = {
  name: 'model table',
  inputs: () =>
    fc.tuple(
      fc.record({ Images: cell, Channels: cell, Height: cell, Width: cell, Loss: cell }),
      fc.array(
        fc.record(
          Object.fromEntries(TYPED.map((column) => [column, cell])),
        ) as unknown as fc.Arbitrary<TypedRow>,
        { maxLength: 6 },
      ),
    ),
  parse(typed) {
    const { network } = parseModel(...typed);
    return network && countLayers(network);
  },
  refuses: [],
};

const stored: Parser<string> = {
  name: 'a notebook that is kept in a workbook',
  inputs: () => {
    const place = { values: '{1}', gradients: '{2}', velocities: '{3}', turned: '{4}' };
    return damagedText([JSON.stringify({ version: 2, spec: LESSON_4, place, names: place })]);
  },
  parse: (text) => readRecord(JSON.parse(text)),
  refuses: [SyntaxError],
};

/** Each with the share of all inputs that it has. */
export const PARSERS: readonly (readonly [name: string, share: number, parser: Parser])[] = (
  [
    [idx, 0.15],
    [csv, 0.2],
    [packed, 0.05],
    [formula, 0.3],
    [model, 0.2],
    [stored, 0.1],
  ] as readonly [Parser, number][]
).map(([parser, share]) => [parser.name, share, parser] as const);
