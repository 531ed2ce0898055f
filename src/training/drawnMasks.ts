import { fromRows, type Block } from '../notebook/sheet/block';
import { parseA1 } from '../notebook/sheet/address';
import type { DrawnMask, NotebookSpec } from '../notebook/sheet/spec';
import type { Plan } from '../notebook/sheet/plan';
import type { Training } from './training';

/** Cells of a sheet from which masks are read: a defined name, and the block that they fill. */
export interface MaskBlock {
  readonly name: string;
  readonly sheet: string | undefined;
  readonly block: Pick<Block, 'rect' | 'jump'>;
}

/** Names for masks that stand in cells, which are no blocks of the notebook: they may be on any sheet. */
export function drawnBlocks({ adopted }: NotebookSpec): MaskBlock[] {
  return Object.entries(adopted?.masks ?? {}).flatMap(([layer, { cells = [] }]) =>
    cells.map(({ sheet, at, jump }, channel) => ({
      name: `${layer}.drawn${channel + 1}`,
      sheet,
      block: { rect: parseA1(at), jump },
    })),
  );
}

/** What is read of the sheet to know the masks that it has drawn: the masks, or what they were multiplied with. */
export function maskBlocks({ spec, layout }: Plan): MaskBlock[] {
  const inFormulas = Object.entries(spec.adopted?.masks ?? {}).filter(([, { cells }]) => !cells);
  const maps = inFormulas.flatMap(([layer]) =>
    layout.blocks.filter(({ name }) => name.startsWith(`${layer}.map`)),
  );
  return [...drawnBlocks(spec), ...maps.map((block) => ({ name: block.name, sheet: undefined, block }))];
}

/**
 * Has the training use the masks that a sheet has drawn, and computes anew.
 * @param rowsOf the cells of each of `maskBlocks`
 * @returns the name of cells that hold no numbers; undefined if all is well
 */
export function takeMasks(
  training: Training,
  plan: Plan,
  rowsOf: (block: MaskBlock) => readonly (readonly unknown[])[] | undefined,
): string | undefined {
  const blocks = maskBlocks(plan);
  for (const [layer, drawn] of Object.entries(plan.spec.adopted?.masks ?? {})) {
    const numbers: number[] = [];
    for (const each of blocks.filter(({ name }) => name.startsWith(`${layer}.`))) {
      const rows = rowsOf(each);
      const values = rows ? fromRows(each.block, rows).map(asNumber) : [];
      if (!rows || values.some((value) => value === undefined)) return each.name;
      numbers.push(...(values as number[]));
    }
    const mask = drawn.cells ? numbers : masksFrom(training, layer, numbers, drawn);
    training.giveMask(`${layer}.mask`, Float64Array.from(mask));
    // What later masks were multiplied with follows from it.
    training.compute();
  }
  return undefined;
}

/** A number, or the outcome of a comparison, which formulas take as 1 or 0. */
function asNumber(content: unknown): number | undefined {
  return typeof content === 'number' || typeof content === 'boolean' ? Number(content) : undefined;
}

/**
 * The masks by which numbers must have been multiplied to become what they are. That of a number that was 0 before cannot be
 * known; as a dropped one, it is one of those that may have been drawn.
 */
function masksFrom(
  { network, spec }: Training,
  layer: string,
  masked: readonly number[],
  { kept }: DrawnMask,
): number[] {
  const { layers } = spec.network;
  const before = layers[layers.findIndex(({ name }) => name === layer) - 1];
  const inputs = before ? network.activations.get(before.name)! : network.input;
  return masked.map((value, index) => {
    const mask = value === 0 ? 0 : value / inputs[index];
    return Math.abs(mask - kept) <= ROUNDING * kept ? kept : mask;
  });
}

/** Rounding errors between what a sheet computes and what the engine does. */
const ROUNDING = 1e-9;
