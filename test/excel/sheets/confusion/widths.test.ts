import { layOutConfusion } from '../../../../src/excel/sheets/confusion/confusionLayout';
import {
  cellsOfConfusion,
  shapeOf,
  type Confusion,
} from '../../../../src/excel/sheets/confusion/confusionCells';
import { columnWidths } from '../../../../src/excel/sheets/confusion/confusionWidths';
import { threeClasses, twoLabels } from '../support/confusions';

/** Points that a bold letter takes in the embedded workbook's font, measured, and the margins of a cell. */
const [LETTER, MARGINS] = [6.3, 5];

/** The words of wrapped headings, and the cells of words below them, that have no room. */
function cutOff(confusion: Confusion): string[] {
  const layout = layOutConfusion(shapeOf(confusion));
  const widths = columnWidths(layout, confusion);
  const [headings, ...rows] = cellsOfConfusion(confusion).slice(layout.table.row);
  const without = (words: readonly unknown[], column: number) =>
    words.map((word) => String(word ?? '')).filter((word) => isCut(word, widths[column]));
  return [
    ...headings.flatMap((heading, column) => without(String(heading ?? '').split(' '), column)),
    ...rows.flatMap((row) =>
      row.flatMap((cell, column) => without(typeof cell === 'string' ? [cell] : [], column)),
    ),
  ];
}

const isCut = (text: string, width: number) => text.length * LETTER + MARGINS > width;

test('no heading and no class is cut off', () => {
  expect(cutOff(threeClasses())).toEqual([]);
  expect(cutOff(threeClasses({ classes: ['horizontal', 'a long name of a class', '7'] }))).toEqual([]);
  expect(cutOff(twoLabels())).toEqual([]);
});

test('the columns of a matrix are as narrow as its numbers, so that the worst images come into sight', () => {
  const layout = layOutConfusion({ classes: 3, isMultiLabel: false });
  const widths = columnWidths(layout, threeClasses());
  expect(Math.max(...widths.slice(1, 4))).toBeLessThan(40);
  expect(widths[layout.worst.column - 1]).toBe(15);
});

test('a count of all images has room in each of the columns of counts', () => {
  const layout = layOutConfusion({ classes: 3, isMultiLabel: false });
  const widths = columnWidths(layout, threeClasses({ count: 10_000 }));
  for (const width of widths.slice(1, 5)) expect(isCut('10000', width)).toBe(false);
});

test('numbers are not cut either: shares, probabilities and losses', () => {
  const layout = layOutConfusion({ classes: 3, isMultiLabel: false });
  const widths = columnWidths(layout, threeClasses());
  const { column, columns } = layout.worst;
  for (const index of [layout.table.columns - 1, column + columns - 1])
    expect(isCut('100.0 %', widths[index])).toBe(false);
});
