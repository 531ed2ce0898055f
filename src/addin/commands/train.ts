import { Random } from '../../engine/random';
import type { Reading } from '../../excel/read/reading';
import { siteId, sites, type Site } from '../../excel/read/site';
import { NAMES } from '../../notebook/layout/outputs';
import { isParameter } from '../../notebook/sheet/block';
import { acceptNumber, asNumber, settingFor, type SettingKey } from '../../notebook/sheet/settings';
import { DivergedError } from '../../training/diverged';
import { keepTraining } from '../../training/keepTraining';
import { NotebookError, notTaken, refuseProblems, refuseWithoutImages } from '../faults';
import type { LiveNotebook } from '../workbook/notebook/liveNotebook';
import { IMAGE, keepPage, showImage } from '../workbook/pageImage';
import type { Change } from '../workbook/pipeline';
import { settingTexts } from '../../texts/addin/settings';
import { startOverTexts } from '../../texts/addin/startOver';

/** One optimiser step, with the numbers in the cells. */
export const STEP: Change = {
  name: 'Step',
  whileRunning: 'refuse',
  async change(notebook, reading, context) {
    const { trainer } = notebook;
    refuseProblems(reading, ({ block }) => !SPARED_BY_STEP.has(block));
    refuseWithoutImages(trainer);
    await notebook.takeMasks(context);
    const journal = await notebook.openJournal(context);
    journal?.note();
    try {
      trainer.train();
    } catch (error) {
      throw error instanceof DivergedError ? notTaken(error, trainer) : error;
    }
    journal?.stepped();
    return { losses: [trainer.batchLoss] };
  },
};

/** Cells whose problems do not prevent a step. */
const SPARED_BY_STEP: ReadonlySet<string> = new Set([IMAGE, 'sgd.steps_per_run', NAMES.message]);

const SEED = settingFor('seed').name;
/** New seeds are drawn below this. */
const SEEDS = 1_000_000;

/** Back to the initial weights of the seed. */
export const RESET: Change = {
  name: 'Reset',
  whileRunning: 'stop',
  isOneUndo: true,
  change(notebook, reading) {
    const { trainer } = notebook;
    refuseProblems(reading, ({ block }) => block === SEED);
    const bringBack = keepTraining(trainer);
    const force = overwrite(notebook, reading, ({ block }) => isTrained(block));
    trainer.reset();
    trainer.compute();
    return {
      force,
      restarted: true,
      notice: startOverTexts.reset(trainer.settings.seed),
      undo(then) {
        bringBack();
        return {
          force: overwrite(notebook, then, ({ block }) => isTrained(block)),
          notice: startOverTexts.isBack(trainer.step),
        };
      },
    };
  },
};

/** Draws another seed: other initial weights, other generated images, another split. */
export const NEW_SEED: Change = {
  name: 'New seed',
  whileRunning: 'stop',
  change(notebook, reading) {
    const { trainer } = notebook;
    const { seed } = trainer.settings;
    const [bringBack, bringPageBack] = [keepTraining(trainer), keepPage(notebook)];
    const isReplaced = ({ block }: Site) => isTrained(block) || block.name === SEED;
    const force = overwrite(notebook, reading, isReplaced);
    trainer.settings.seed = new Random(seed).integer(SEEDS);
    trainer.reset();
    showImage(notebook, reading).forEach((id) => force.add(id));
    trainer.compute();
    return {
      force,
      restarted: true,
      notice: startOverTexts.newSeed(trainer.settings.seed),
      undo(then) {
        trainer.settings.seed = seed;
        const page = bringPageBack(then);
        bringBack();
        return {
          force: new Set([...overwrite(notebook, then, isReplaced), ...page]),
          notice: startOverTexts.isBack(trainer.step),
        };
      },
    };
  },
};

/** Puts the next image on the page. */
export const NEXT_IMAGE: Change = {
  name: 'Next image',
  whileRunning: 'refuse',
  change(notebook, reading) {
    notebook.trainer.settings.image += 1;
    const force = new Set(showImage(notebook, reading));
    notebook.trainer.compute();
    return { force };
  },
};

/** Changes a setting as if it had been typed into its cell. */
export function setTo(key: SettingKey, value: number | string): Change {
  const setting = settingFor(key);
  return {
    name: `Set ${setting.label}`,
    whileRunning: 'refuse',
    change(notebook, reading) {
      const number = asNumber(setting, value);
      if (number === undefined)
        throw new NotebookError(settingTexts.notAccepted(setting.label, setting.expected));
      const force = overwrite(notebook, reading, ({ block }) => block.name === setting.name);
      acceptNumber(notebook.trainer.settings, key, number);
      if (key === 'image') showImage(notebook, reading).forEach((id) => force.add(id));
      notebook.trainer.compute();
      return { force };
    },
  };
}

/** What steps change. */
export function isTrained(block: Site['block']): boolean {
  return isParameter(block) || block.role === 'state';
}

/** Marks sites as to be written, whatever they hold now. */
export function overwrite(
  { plan }: LiveNotebook,
  reading: Reading,
  matters: (site: Site) => boolean,
): Set<string> {
  const written = sites(plan).filter(matters);
  for (const site of written) reading.forgive(site);
  return new Set(written.map(siteId));
}
