import { AdoptedSpec } from '../../../src/notebook/adopt/adoptedSpec';
import { recognise } from '../../../src/notebook/adopt/recognise';
import { areaName, cellName, Grid } from './support/grid';

/** An image of 7×7, a convolution in J1:N5 and, from P1 on, pooled cells, and from V1 on what is cut off of these. */
function sheet(pool: 'MAX' | 'AVERAGE'): Grid {
  const grid = new Grid();
  const each = (size: number, column: number, content: (y: number, x: number) => number | string) => {
    for (let y = 0; y < size; y++)
      for (let x = 0; x < size; x++) grid.put({ row: y, column: column + x }, content(y, x));
  };
  each(7, 0, (y, x) => ((y * 7 + x) % 5) + 1);
  grid.type('A12', [
    [1, -1, 0.5],
    [2, 1, -3],
    [0.25, 1, -2],
  ]);
  each(5, 9, (y, x) => `=SUM(${areaName({ row: y, column: x }, 3, 3)}*$A$12:$C$14)`);
  each(4, 15, (y, x) => `=${pool}(${areaName({ row: y, column: 9 + x }, 2, 2)})`);
  each(4, 21, (y, x) => `=MAX(0,${cellName({ row: y, column: 15 + x })})`);
  each(4, 27, (y, x) => y - x + 0.5);
  grid.type('AH1', [['=SUMPRODUCT(V1:Y4,AB1:AE4)']]);
  return grid;
}

test('a ReLU behind a pool of largest cells is that of the convolution before it', () => {
  const { sheet: read, found } = recognise(sheet('MAX').read('mine'));
  const { network, adopted } = new AdoptedSpec(read, found).notebook('mine', 34);
  expect(network.layers.map(({ type }) => type)).toEqual(['conv2d', 'maxPool2d', 'flatten', 'dense']);
  expect(network.layers[0]).toMatchObject({ activation: 'relu' });
  // What the network pools is cut off already, and stands in no cells: the notebook shows it right of the sheet.
  expect(adopted!.cells).not.toHaveProperty(['conv1.map1']);
  expect(adopted!.cells['maxpool.map1']).toEqual({ at: 'V1:Y4', jump: 1 });
});

test('behind a pool of means it is another network, and recognition stops there', () => {
  expect(() => recognise(sheet('AVERAGE').read('mine'))).toThrow(/V1 cuts off below 0 behind a pool/);
});
