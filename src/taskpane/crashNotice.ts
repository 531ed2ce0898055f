/**
 * The one door to `@microsoft/office-js-helpers`, which is archived. Of what it offers one thing still serves:
 * a notice in the page that needs neither React nor Fluent UI, for when those are what failed. It is fetched
 * only then. (Its `forceCreateSheet` deletes a sheet of the wanted name without asking; ours never may.)
 */
export async function showLastResort(error: unknown): Promise<void> {
  const { UI } = await import('@microsoft/office-js-helpers');
  const message = error instanceof Error ? error.message : String(error);
  UI.notify(
    `${message}. Nothing in the workbook was changed. Close the pane and open it again.`,
    'The pane stopped',
    'error',
  );
}
