import type { Reading } from '../../excel/read/reading';
import { siteId, sites, type Site } from '../../excel/read/reading';
import { Random } from '../../engine/random';
import { isParameter } from '../../notebook/sheet/block';
import { settingFor, type SettingKey } from '../../notebook/sheet/settings';
import { showImage } from '../workbook/respondToEdits';
import { NotebookError, refuseProblems } from '../faults';
import type { Change } from '../workbook/commandContext';
import type { LiveNotebook } from '../workbook/liveNotebook';

const SEED = settingFor('seed').name;
/** Seeds that New seed chooses from. */
const SEEDS = 1_000_000;

/** Back to the weights that the seed gives. */
export const reset: Change = (notebook, reading) => {
  refuseProblems(reading, ({ block }) => block === SEED);
  const force = overwrite(notebook, reading, ({ block }) => isReset(block));
  notebook.trainer.reset();
  notebook.trainer.compute();
  return { force, restarted: true };
};

/** Other first weights, of another seed. Which images are drawn, and how they are dealt, follows from it, too. */
export const newSeed: Change = (notebook, reading) => {
  const { trainer } = notebook;
  const force = overwrite(notebook, reading, ({ block }) => isReset(block) || block.name === SEED);
  trainer.settings.seed = new Random(trainer.settings.seed).integer(SEEDS);
  trainer.reset();
  showImage(notebook, reading).forEach((id) => force.add(id));
  trainer.compute();
  return { force, restarted: true };
};

/** Put the next image on the page. */
export const nextImage: Change = (notebook, reading) => {
  notebook.trainer.settings.image += 1;
  const force = new Set(showImage(notebook, reading));
  notebook.trainer.compute();
  return { force };
};

/** Set a number that steers training, as if it had been typed into its cell. */
export function setTo(key: SettingKey, value: number): Change {
  return (notebook, reading) => {
    const setting = settingFor(key);
    if (!setting.accepts(value)) throw new NotebookError(`${setting.label}: type ${setting.expected}.`);
    const force = overwrite(notebook, reading, ({ block }) => block.name === setting.name);
    notebook.trainer.settings[key] = value;
    if (key === 'image') showImage(notebook, reading).forEach((id) => force.add(id));
    notebook.trainer.compute();
    return { force };
  };
}

function isReset(block: Site['block']): boolean {
  return isParameter(block) || block.role === 'state';
}

/** What stands in these sites now does not matter any more: they will be written, whatever it is. */
export function overwrite(
  { plan }: LiveNotebook,
  reading: Reading,
  matters: (site: Site) => boolean,
): Set<string> {
  const written = sites(plan).filter(matters);
  for (const site of written) reading.forgive(site);
  return new Set(written.map(siteId));
}
