/** Numbers as they were before something was tried on them. */
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

  /** Puts all numbers back, and says which counts were saved with them. */
  restore(): Counts {
    if (!this.counts) throw new Error('Nothing was saved that could be restored.');
    this.arrays.forEach((values, index) => values.set(this.copies[index]));
    return this.counts;
  }
}
