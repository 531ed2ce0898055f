import type { PlannedBlock, SheetPlan } from '../../../src/notebook/sheet/plan';

/** A map of 2×3 cells from C2, coloured from light to red. */
export function aBlock(change: Partial<PlannedBlock> = {}): PlannedBlock {
  return {
    name: 'conv1.map1',
    title: 'conv1, map 1',
    role: 'map',
    rect: { row: 1, column: 2, rows: 2, columns: 3 },
    jump: 1,
    source: { kind: 'activation', tensor: 'conv1', offset: 0 },
    reads: [],
    format: '0.0;-0.0;0',
    scale: 'sequential',
    hasBars: false,
    small: true,
    framed: false,
    editable: false,
    ...change,
  };
}

/** A sheet with one heading, columns of 28 pixels. */
export function aSheet(...blocks: PlannedBlock[]): SheetPlan {
  return {
    key: 'values',
    name: 'Trial',
    blocks,
    labels: [{ row: 0, column: 2, text: 'Conv1', kind: 'heading', small: false }],
    bands: [{ row: 0, column: 2, rows: 1, columns: 3 }],
    widths: [{ column: 0, columns: 10, width: 28 }],
    frozenRows: 1,
    isAdopted: false,
  };
}

/** By the browser's parser, which takes nothing that is not well-formed. */
export function parsed(svg: string): Document {
  const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`Not well-formed: ${fault.textContent}`);
  return document;
}

/** The fill of each path, with what it draws. */
export function paths(svg: string): Record<string, string> {
  const all = [...parsed(svg).querySelectorAll('path')];
  return Object.fromEntries(
    all.map((path) => [
      path.getAttribute('fill') + (path.getAttribute('stroke') ?? ''),
      path.getAttribute('d')!,
    ]),
  );
}

/** All texts, as a person reads them. */
export function texts(svg: string): (string | null)[] {
  return [...parsed(svg).querySelectorAll('text')].map(({ textContent }) => textContent);
}
