import type { Rect } from '../sheet/address';
import { COIN, floored, shifted, UNIFORM, type Chance } from './chance';
import {
  choice,
  comparison,
  constant,
  divide,
  largest,
  minus,
  multiply,
  numberIn,
  plus,
  scaled,
  total,
  withElsewhere,
} from './operations';
import { idOf, type Meaning, type Surroundings } from './meaning';
import type { Tree } from './parse';
import { Unreadable } from './tokens';

interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly at: readonly Meaning[];
}

/** The most cells of a range that a formula of a network reads. */
const LARGEST = 200_000;

/**
 * Reduces a formula to what it computes.
 * @throws Unreadable if that is no sum of products, no largest of cells, and no mask
 */
export function meaningOf(tree: Tree, surroundings: Surroundings): Meaning {
  const grid = new Reducer(surroundings).reduce(tree);
  if (grid.at.length !== 1) throw new Unreadable('an array');
  return grid.at[0];
}

class Reducer {
  /** How many numbers the formula has drawn so far: each RAND() in it is another. */
  private drawn = 0;

  constructor(private readonly surroundings: Surroundings) {}

  reduce(tree: Tree): Grid {
    switch (tree.kind) {
      case 'number':
        return single(constant(tree.value));
      case 'cells':
        return this.cellsIn(tree.rect, tree.sheet);
      case 'name': {
        const cells = this.surroundings.named(tree.name, tree.sheet);
        if (!cells) throw new Unreadable(tree.name);
        return this.cellsIn(cells.rect, cells.sheet);
      }
      case 'pair':
        return broadcast(this.reduce(tree.left), this.reduce(tree.right), (left, right) =>
          this.pair(tree.sign, left, right),
        );
      case 'call':
        return single(this.call(tree.name, tree.inputs));
    }
  }

  private pair(sign: string, left: Meaning, right: Meaning): Meaning {
    const elsewhere = withElsewhere(sign, left, right);
    if (elsewhere) return elsewhere;
    switch (sign) {
      case '+':
        return plus(left, right, this.surroundings);
      case '-':
        return minus(left, right, this.surroundings);
      case '*':
        return multiply(left, right);
      case '/':
        return divide(left, right, this.surroundings);
      default:
        return comparison(sign, left, right, this.surroundings);
    }
  }

  private call(name: string, inputs: readonly Tree[]): Meaning {
    const grids = inputs.map((input) => this.reduce(input));
    const all = () => grids.flatMap(({ at }) => at);
    switch (name) {
      case 'SUM':
        return total(all());
      case 'SUMPRODUCT':
        return total(grids.reduce((left, right) => broadcast(left, right, multiply)).at);
      case 'AVERAGE':
        return scaled(total(all()), 1 / all().length);
      case 'MAX':
        return largest(all());
      case 'IF':
        return choice(grids.map(({ at }) => at[0]));
      case 'RAND':
        return this.draw(UNIFORM);
      default:
        return this.callOfChance(name, all());
    }
  }

  /** The functions that make a mask of RAND(). */
  private callOfChance(name: string, [first, second]: readonly Meaning[]): Meaning {
    if (name === 'RANDBETWEEN' && numberIn(first) === 0 && numberIn(second) === 1) return this.draw(COIN);
    if (first?.is !== 'chance') throw new Unreadable(name);
    const made = (chance: Chance): Meaning => ({ ...first, chance, at: undefined });
    if (name === 'N') return first;
    if (name === 'INT') return made(floored(first.chance));
    if (name === 'ROUND' && numberIn(second) === 0) return made(floored(shifted(first.chance, 1, 0.5)));
    throw new Unreadable(name);
  }

  private draw(chance: Chance): Meaning {
    this.drawn += 1;
    return { is: 'chance', chance, at: undefined, key: `drawn ${this.drawn}` };
  }

  private cellsIn({ row, column, rows, columns }: Rect, named: string | undefined): Grid {
    if (rows * columns > LARGEST) throw new Unreadable('a whole column');
    const { sheet } = this.surroundings;
    const isElsewhere = named !== undefined && named.toLowerCase() !== sheet.toLowerCase();
    const at = Array.from({ length: rows * columns }, (_, index): Meaning => {
      const cell = idOf(row + Math.floor(index / columns), column + (index % columns));
      const special = this.surroundings.lookUp({ sheet: isElsewhere ? named : sheet, cell });
      if (special) return special;
      if (isElsewhere) throw new Unreadable(`'${named}'!`);
      return { is: 'sum', terms: [{ factor: 1, cells: [cell] }], rectified: false };
    });
    return { rows, columns, at };
  }
}

function single(meaning: Meaning): Grid {
  return { rows: 1, columns: 1, at: [meaning] };
}

/** Element by element; a single row or column is repeated, as in Excel. */
function broadcast(left: Grid, right: Grid, join: (left: Meaning, right: Meaning) => Meaning): Grid {
  const [rows, columns] = [Math.max(left.rows, right.rows), Math.max(left.columns, right.columns)];
  for (const { rows: height, columns: width } of [left, right])
    if ((height !== rows && height !== 1) || (width !== columns && width !== 1))
      throw new Unreadable(`${left.rows}×${left.columns} · ${right.rows}×${right.columns}`);
  const of = (grid: Grid, row: number, column: number) =>
    grid.at[(grid.rows === 1 ? 0 : row) * grid.columns + (grid.columns === 1 ? 0 : column)];
  const at = Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    return join(of(left, row, column), of(right, row, column));
  });
  return { rows, columns, at };
}
