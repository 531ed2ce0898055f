import { toA1 } from '../../../src/notebook/sheet/address';
import { valueShape } from '../../../src/notebook/sheet/block';
import type { Explanation } from '../../../src/notebook/explain';
import { type Plan, type SheetKey } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import type { Sheet } from './sheet';

export interface Shape {
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly visible: boolean;
}

/** A person who has cells explained. */
export class Explained {
  readonly plan: Plan;

  constructor(
    private readonly sheet: Sheet,
    spec: NotebookSpec,
  ) {
    this.plan = planNotebook(spec);
  }

  get explanation(): Explanation | undefined {
    return this.sheet.session.store.get().explanation;
  }

  /** The address of a number of a block, where it was planned. */
  addressOf(name: string, row = 0, column = 0, key: SheetKey = 'values'): string {
    const block = this.plan.sheets[key].blocks.find((each) => each.name === name)!;
    expect(row).toBeLessThan(valueShape(block).rows);
    const { rect, jump } = block;
    return toA1({ row: rect.row + row * jump, column: rect.column + column * jump, rows: 1, columns: 1 });
  }

  /** The address of all cells of a block, where it was planned. */
  areaOf(name: string): string {
    return toA1(this.plan.sheets.values.blocks.find((each) => each.name === name)!.rect);
  }

  /** Selects a number of a block, as a click does. */
  async select(name: string, row = 0, column = 0, key: SheetKey = 'values'): Promise<Explanation> {
    return this.selectCell(this.addressOf(name, row, column, key), key);
  }

  async selectCell(address: string, key: SheetKey = 'values'): Promise<Explanation> {
    const { session } = this.sheet;
    const { name } = this.plan.sheets[key];
    const id = await Excel.run(async (context) => {
      const worksheet = context.workbook.worksheets.getItem(name);
      worksheet.activate();
      worksheet.getRange(address).select();
      worksheet.load('id');
      await context.sync();
      return worksheet.id;
    });
    session.selection.select({ sheet: id, address: address });
    await session.explaining.settled();
    return this.explanation!;
  }

  /** What an explanation says a number is: the first that is so called. */
  numberCalled(label: string): number {
    const operands = this.explanation!.parts.flatMap((part) => {
      if (part.kind === 'sum' || part.kind === 'list')
        return [
          ...part.terms,
          ...part.terms.flatMap(({ factors }) => factors ?? []),
          ...('result' in part ? [part.result] : []),
        ];
      if (part.kind === 'product') return [...part.factors, part.result];
      return 'result' in part ? [part.result] : [];
    });
    const found = operands.find((operand) => operand.label === label);
    if (!found) throw new Error(`${label} is not among ${operands.map((each) => each.label).join('; ')}`);
    return found.value;
  }

  get text(): string {
    return this.explanation!.parts.map((part) => (part.kind === 'sentence' ? part.text : '')).join(' ');
  }
}

/** All shapes of a worksheet. */
export function shapesOn(name: string): Promise<Shape[]> {
  return Excel.run(async (context) => {
    const { shapes } = context.workbook.worksheets.getItem(name);
    shapes.load('items/name,items/left,items/top,items/width,items/height,items/visible');
    await context.sync();
    return shapes.items.map(({ name: own, left, top, width, height, visible }) => ({
      ...{ name: own, left, top, width, height, visible },
    }));
  });
}

/** Where cells stand, in points. */
export function placeOf(address: string, name: string): Promise<Omit<Shape, 'name' | 'visible'>> {
  return Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(name).getRange(address);
    range.load('left,top,width,height');
    await context.sync();
    const { left, top, width, height } = range;
    return { left, top, width, height };
  });
}
