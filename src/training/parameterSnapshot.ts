/**
 * A copy of numbers from before a step, so that the step can be undone.
 *
 * @typeParam Counts further values saved with them
 */
export class ParameterSnapshot<Counts> {
  private readonly copies: readonly Float64Array[];
  private counts?: Counts;

  constructor(private readonly arrays: readonly Float64Array[]) {
    this.copies = arrays.map((values) => new Float64Array(values.length));
  }

  save(counts: Counts): void {
    this.counts = counts;
    this.arrays.forEach((values, index) => this.copies[index].set(values));
  }

  /** Restores all numbers and returns the counts saved with them. */
  restore(): Counts {
    if (!this.counts) throw new Error('Nothing was saved that could be restored.');
    this.arrays.forEach((values, index) => values.set(this.copies[index]));
    return this.counts;
  }
}
