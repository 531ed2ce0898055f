/** What a file of this folder says of one uncertain behaviour of Excel's. */
export interface Switch<Reading extends string> {
  /** What Excel may do. The first is the strictest that its documentation allows, and the default. */
  readonly readings: readonly [Reading, ...Reading[]];
  /** Where that is said: a page of Microsoft's documentation, or an issue such as `OfficeDev/office-js#3148`. */
  readonly sources: readonly string[];
}
