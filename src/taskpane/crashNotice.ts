import { frameTexts } from '../texts/pane/frame';

/**
 * The one door to `@microsoft/office-js-helpers`, which is archived. Of what it offers one thing still serves:
 * a notice in the page that needs neither React nor Fluent UI, for when those are what failed. It is loaded
 * only then. (Its `forceCreateSheet` deletes a sheet of the wanted name without asking; ours never may.)
 */
export async function showCrashNotice(error: unknown): Promise<void> {
  const { UI } = await import('@microsoft/office-js-helpers');
  const message = error instanceof Error ? error.message : String(error);
  UI.notify(frameTexts.crashReason(message), frameTexts.crashed, 'error');
}
