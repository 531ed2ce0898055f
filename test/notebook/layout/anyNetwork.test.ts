import fc from 'fast-check';
import { compile } from '../../../src/engine/network';
import { overlap } from '../../../src/notebook/sheet/address';
import { isParameter, valueCount } from '../../../src/notebook/sheet/block';
import { layOut } from '../../../src/notebook/layout';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { gradientOf, valuesOf } from '../../../src/notebook/sheet/tensors';
import { anyNetwork, notebookOf } from '../networks';

const anyNotebook = fc
  .tuple(anyNetwork, fc.boolean())
  .map(([network, compact]) => notebookOf(network, compact));

test('no two blocks, and no label and block, share a cell', () => {
  fc.assert(
    fc.property(anyNotebook, (spec) => {
      const { blocks, labels } = layOut(spec);
      blocks.forEach((block, index) => {
        for (const other of blocks.slice(index + 1)) {
          if (overlap(block.rect, other.rect))
            throw new Error(`${block.name} and ${other.name} share a cell`);
        }
        for (const label of labels) {
          const cell = { row: label.row, column: label.column, rows: 1, columns: 1 };
          if (overlap(block.rect, cell))
            throw new Error(`${block.name} and the label ${label.text} share a cell`);
        }
      });
    }),
  );
});

test('everything stands on the sheet, below the headings', () => {
  fc.assert(
    fc.property(anyNotebook, (spec) => {
      const { blocks, labels } = layOut(spec);
      for (const { rect } of blocks) {
        expect(rect.row).toBeGreaterThanOrEqual(1);
        expect(rect.column).toBeGreaterThanOrEqual(0);
      }
      for (const { row, column } of labels) expect(Math.min(row, column)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the parameters of the network are covered by blocks, each number once', () => {
  fc.assert(
    fc.property(anyNotebook, (spec) => {
      const network = compile(spec.network, 1);
      const seen = new Map(
        [...network.parameters].map(([name, values]) => [name, new Uint8Array(values.length)]),
      );
      for (const block of layOut(spec).blocks.filter(isParameter)) {
        const counts = seen.get(block.source.tensor)!;
        for (let i = 0; i < valueCount(block); i++) counts[block.source.offset + i] += 1;
      }
      for (const counts of seen.values()) expect(counts.every((count) => count === 1)).toBe(true);
    }),
  );
});

test('every block has as many numbers in the engine as cells on each of its sheets', () => {
  fc.assert(
    fc.property(anyNotebook, (spec) => {
      const network = compile(spec.network, 2);
      const { values, gradients } = planNotebook(spec).sheets;
      const kinds = ['setting', 'status'];
      for (const block of values.blocks.filter(({ source }) => !kinds.includes(source.kind)))
        expect(valuesOf(network, block)).toHaveLength(valueCount(block));
      for (const block of gradients.blocks)
        expect(gradientOf(network, block)).toHaveLength(valueCount(block));
    }),
  );
});

test('whatever a block is computed from is a block of the page', () => {
  fc.assert(
    fc.property(anyNotebook, (spec) => {
      const { blocks } = layOut(spec);
      const names = new Set(blocks.map(({ name }) => name));
      for (const { reads } of blocks) for (const name of reads) expect(names).toContain(name);
    }),
  );
});
