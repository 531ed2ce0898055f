import type { Reading } from '../../excel/read/reading';
import { siteId, type Site } from '../../excel/read/site';
import type { Plan } from '../../notebook/sheet/plan';
import type { Trainer } from '../../training/trainer';
import type { LiveNotebook } from './notebook/liveNotebook';

/** Name of the block with the number of the image on the page. */
export const IMAGE = 'notebook.image';

/**
 * Puts the image of the trainer's settings, and its target, on the page, overwriting what is there.
 * @returns the sites to write
 */
export function showImage({ plan, trainer }: LiveNotebook, reading: Reading): string[] {
  trainer.showImage();
  return overwritePage(plan, reading);
}

/**
 * Copies the image and the target on the page.
 * @returns puts them back, overwriting what is there then; it returns the sites to write
 */
export function keepPage({ plan, trainer }: LiveNotebook): (reading: Reading) => string[] {
  const [image, target] = pageOf(trainer).map((values) => values.slice());
  return (reading) => {
    const [nowImage, nowTarget] = pageOf(trainer);
    nowImage.set(image);
    nowTarget.set(target);
    return overwritePage(plan, reading);
  };
}

/** The first image of the batch, and its target: views. */
function pageOf({ network: { input, target, batchSize } }: Trainer): Float64Array[] {
  return [input, target].map((values) => values.subarray(0, values.length / batchSize));
}

function overwritePage(plan: Plan, reading: Reading): string[] {
  const replaced = plan.sheets.values.blocks.filter(
    ({ role, name }) => role === 'input' || role === 'target' || name === IMAGE,
  );
  const sites = replaced.map((block): Site => ({ key: 'values', block }));
  for (const site of sites) reading.forgive(site);
  return sites.map(siteId);
}
