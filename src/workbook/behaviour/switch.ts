/** One uncertain behaviour of Excel: what each file of this folder describes. */
export interface Switch<Reading extends string> {
  /** The possible behaviours. The first is the strictest that the documentation allows, and the default. */
  readonly readings: readonly [Reading, ...Reading[]];
  /**
   * Where it is described: a page of Microsoft's documentation, or an issue such as
   * `OfficeDev/office-js#3148`.
   */
  readonly sources: readonly string[];
}
