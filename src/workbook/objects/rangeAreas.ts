/** Several ranges of one sheet, handled as one. */
import { cellCount } from '../grid/address';
import type { Change } from '../grid/changes';
import { ExcelObject } from '../host/excelObject';
import type { Cells, Range } from './range';

/** Excel does not count beyond this. */
const COUNTABLE = 2 ** 31 - 1;

export class RangeAreas extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }

  follow(change: Change): void {
    for (const range of this.ranges) range.follow(change);
  }

  get address(): string {
    return this.ranges.map((range) => range.address).join(', ');
  }

  get cellCount(): number {
    const count = this.ranges.reduce((sum, range) => sum + cellCount(range.area), 0);
    return count > COUNTABLE ? -1 : count;
  }

  map(change: (range: Range) => Range): RangeAreas {
    return new RangeAreas(this.ranges.map(change));
  }
}
