/** Several ranges of one sheet, treated as one. */
import type { Change } from '../../grid/change';
import { ExcelObject } from '../../host/excelObject';
import { Collection } from '../collection';
import { type Cells, type Range, countable } from './range';

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
    return countable(this.ranges.reduce((sum, { area }) => sum + area.cellCount, 0));
  }

  /** Converts each of its ranges; null if none are left. */
  map(change: (range: Range) => Range | readonly Range[] | null): RangeAreas | null {
    const ranges = this.ranges.flatMap((range) => change(range) ?? []);
    return ranges.length > 0 ? new RangeAreas(ranges) : null;
  }
}

export class RangeCollection extends Collection<Range> {
  constructor(readonly list: Cells) {
    super();
  }
}
