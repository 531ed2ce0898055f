import { faultTexts } from '../texts/addin/faults';
import { NotebookError } from './faults';

/**
 * The code of a feature, which the pane loads when it is first used: `await loaded(import('./adopt'))`.
 * @throws NotebookError where it cannot be loaded; the next use tries again
 */
export async function loaded<Code>(code: Promise<Code>): Promise<Code> {
  try {
    return await code;
  } catch (error) {
    throw new NotebookError(faultTexts.notLoaded, { cause: error });
  }
}
