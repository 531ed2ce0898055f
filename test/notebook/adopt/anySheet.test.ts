import fc from 'fast-check';
import { AdoptedSpec } from '../../../src/notebook/adopt/adoptedSpec';
import { recognise } from '../../../src/notebook/adopt/recognise';
import { runs } from '../../support/runs';
import { anySheet, drawSheet, OTHER_SHEET } from './support/anySheet';

test('whatever a sheet is written like, its network is found, and every block of it where it stands', () => {
  fc.assert(
    fc.property(anySheet, ({ network, writing }) => {
      const drawn = drawSheet(network, writing);
      const others = [drawn.other.read(OTHER_SHEET)];
      const { sheet, found } = recognise({ ...drawn.grid.read(writing.sheet), others, names: drawn.names });
      const { network: recognised, adopted } = new AdoptedSpec(sheet, found).notebook(writing.sheet, 1);
      expect(recognised).toEqual(network);
      expect(adopted!.cells).toEqual(drawn.cells);
      expect(adopted!.outputs).toEqual(drawn.outputs);
      expect(adopted!.masks).toEqual(drawn.masks);
    }),
    { numRuns: runs(30, 400) },
  );
});
