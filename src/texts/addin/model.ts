import { counted, whole } from '../format';
import { inLanguage } from '../language';

const NUMBERS = { one: 'number', other: 'numbers' };
const CLASSES = { one: 'label', other: 'classes' };

/** Building what a model table describes. */
export const buildTexts = inLanguage({
  en: {
    noTable: 'There is no model table here yet. Press Model, change its rows, then press Build.',
    copiedTable: (sheet: string) =>
      `The sheet '${sheet}' is a copy of a model table, and Build does not read it. Go to the table that it was copied ` +
      'from, or delete the copy and press Model. Nothing was built.',
    /** @param fault a sentence */
    notBuilt: (fault: string) => `${fault} Nothing was built.`,
    notBuiltFor: (cell: string, fault: string) => `${cell}: ${fault} Nothing was built.`,

    emptyTable: 'The table is empty.',
    noSuchImages: (name: string) =>
      `There are no images "${name}" in this browser or at this address; choose a word of the list, or import them first.`,
    /** @param size "1×28×28"; @param side what to type into the cell */
    otherSize: (name: string, size: string, side: number) =>
      `The images "${name}" are ${size} (channels, height, width); type ${side} here, or choose other images.`,
    otherUnits: (units: number, name: string, classes: number) =>
      `The last layer makes ${counted(units, NUMBERS)}, but the images "${name}" have ${counted(classes, CLASSES)}: ` +
      `give it ${classes}.`,

    /** @param parameters the first ones; @param more how many others there are */
    wouldLose: (parameters: readonly string[], more: number) =>
      `${parameters.join(', ')}${more ? ` and ${whole(more)} more` : ''} were trained or edited by hand, and not all of ` +
      'their numbers have a place in the new model: building loses those. Build all the same?',
    build: 'Build',
    isBack: (step: number) =>
      `The network before Build is back, at step ${whole(step)}. The table stays as you changed it.`,

    /** @param cells the first ones; @param more how many others there are */
    typedInVain: (cells: readonly string[], more: number) =>
      `What was typed into ${cells.join(', ')}${more ? ` and ${whole(more)} more` : ''} while the new sheets were drawn ` +
      'has no place in them, and is gone.',
    movedInVain:
      'Cells were inserted or deleted while the new sheets were drawn: in these nothing has moved, and what was typed ' +
      'into moved cells is gone.',

    /** What the units of a newly built network answer yes or no to. */
    questions: { oneLabel: (label: string) => `is it ${label}?`, manyLabels: 'is it there?' },
  },
});
