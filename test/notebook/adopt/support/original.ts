import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseA1, type Cell } from '../../../../src/notebook/sheet/address';
import { areaName, cellName, Grid } from './grid';

/** What was typed into the published sheets; lies beside the checkout, and is not ours to ship. */
const folder = join(__dirname, '../../../../../shared/data');

interface Typed {
  readonly relu: boolean;
  readonly input: Area;
  readonly conv1: { readonly filters: readonly Area[] };
  readonly conv2: { readonly filters: readonly (readonly Area[])[] };
  readonly dense: { readonly weights: readonly Area[] };
}

interface Area {
  readonly address: string;
  readonly values: number[][];
}

/** The name of the file of a year, if it is here. */
export function originalFile(year: '2016' | '2022'): string {
  return join(folder, `lesson4-${year}.json`);
}

/** The first published one, as a workbook file. */
export const ORIGINAL_WORKBOOK = join(folder, 'conv-example-2016.xlsx');

export function isHere(year: '2016' | '2022'): boolean {
  return existsSync(originalFile(year));
}

/**
 * The sheet as published: the typed numbers of that year at their addresses, and formulas as they stand there, the column
 * CK included that reads beside the map.
 */
export function originalSheet(year: '2016' | '2022'): Grid {
  const typed = JSON.parse(readFileSync(originalFile(year), 'utf8')) as Typed;
  const grid = new Grid();
  grid.type('A1', [['Input']]);
  grid.type(typed.input.address, typed.input.values);
  const filters = [...typed.conv1.filters, ...typed.conv2.filters.flat()];
  for (const { address, values } of filters) grid.type(address, values);
  const sum = (terms: string) => (typed.relu ? `=MAX(0,${terms})` : `=${terms}`);
  convolve(grid, 'AH3', 26, 26, (y, x) => sum(weighted(['A2'], ['AD11'], y, x)));
  convolve(grid, 'AH32', 26, 26, (y, x) => sum(weighted(['A2'], ['AD38'], y, x)));
  convolve(grid, 'BM4', 24, 25, (y, x) => sum(weighted(['AH3', 'AH32'], ['BI11', 'BI15'], y, x)));
  convolve(grid, 'BM33', 24, 25, (y, x) => sum(weighted(['AH3', 'AH32'], ['BI38', 'BI42'], y, x)));
  for (const [from, to] of [
    ['BM4', 'CM4'],
    ['BM33', 'CM33'],
  ])
    convolve(grid, to, 12, 13, (y, x) => `=MAX(${areaName(moved(from, 2 * y, 2 * x), 2, 2)})`, 2);
  for (const [channel, address] of ['DN4', 'DN33'].entries()) {
    const { values } = typed.dense.weights[channel];
    values.forEach((row, y) => row.forEach((weight, x) => grid.put(moved(address, 2 * y, 2 * x), weight)));
    // The 13th column of weights, which meets what lies beside the map.
    values.forEach((_, y) => grid.put(moved(address, 2 * y, 24), 0.25 + y / 16));
  }
  grid.type('EN4', [['=SUMPRODUCT(DN4:EL26,CM4:DK26)+SUMPRODUCT(DN33:EL55,CM33:DK55)']]);
  return grid;
}

function convolve(
  grid: Grid,
  to: string,
  rows: number,
  columns: number,
  formula: (y: number, x: number) => string,
  jump = 1,
): void {
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) grid.put(moved(to, jump * y, jump * x), formula(y, x));
}

function weighted(maps: readonly string[], matrices: readonly string[], y: number, x: number): string {
  return maps
    .map(
      (map, channel) =>
        `SUM(${areaName(moved(map, y, x), 3, 3)}*${areaName(parseA1(matrices[channel]), 3, 3, true)})`,
    )
    .join('+');
}

function moved(address: string, down: number, right: number): Cell {
  const { row, column } = parseA1(address);
  return { row: row + down, column: column + right };
}

export { cellName };
