import type { EmbeddedWorkbook } from '../harness';

/** The rows of the matrix sheet from a heading on. */
export async function below(excel: EmbeddedWorkbook, heading: RegExp, sheet: string): Promise<unknown[][]> {
  const rows = await excel.read('A1:CZ120', sheet);
  const at = rows.findIndex(([first]) => heading.test(String(first)));
  expect(at).toBeGreaterThan(0);
  return rows.slice(at);
}

/** The line that says whether the matrix gives the map. */
export const summary = async (excel: EmbeddedWorkbook, sheet: string) =>
  String((await below(excel, /^[✓✗] /, sheet))[0][0]);
