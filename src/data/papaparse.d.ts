/**
 * The part of papaparse that is used. Its published types pull in those of Node, which browser code must not
 * see.
 */
declare module 'papaparse' {
  interface ParsedRow<Row> {
    readonly data: Row;
    readonly errors: readonly unknown[];
  }

  interface Options<Row> {
    readonly delimiter: string;
    /** Called for each row in turn. */
    step(row: ParsedRow<Row>): void;
  }

  const Papa: { parse<Row>(text: string, options: Options<Row>): void };
  export default Papa;
}
