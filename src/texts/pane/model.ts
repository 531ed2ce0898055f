import { counted, plural, whole } from '../format';
import { inLanguage } from '../language';

const ROWS = { one: 'row', other: 'rows' };
const PARAMETERS = { one: 'parameter', other: 'parameters' };

/** The tab Model. */
export const modelTexts = inLanguage({
  en: {
    about:
      'The model table is a sheet that lists the images and the layers of the network, one a row. Change, add or ' +
      'delete rows: the table counts sizes and weights as you type, and says what does not fit.',
    modelTable: 'Model table',
    build: 'Build',
    aboutBuild:
      'Build draws the notebook that the table describes. What both networks have keeps its numbers; you are asked before ' +
      'trained ones are lost, and can take it back in its message.',

    /** @param title of its sheet */
    layersOf: (title: string) => `The layers of '${title}'`,
    columns: { layer: 'Layer', shape: 'Output shape', parameters: 'Parameters' },
    /** @param row of the sheet */
    unnamed: (row: number) => `Row ${row}`,
    select: (cells: string) => `Select ${cells} on the sheet`,
    /** After the address of the cell. @param message what is wrong, and what to do: a sentence or two */
    fault: (message: string) => `: ${message}`,
    /** In the place of a shape or a number, for a row at fault or below one. */
    notCounted: '–',
    noKind: 'no layer chosen',
    fits: (parameters: number) => `Every row fits: ${counted(parameters, PARAMETERS)} in all.`,
    /** @param count of rows, those above the table included; @param isCut whether rows below one were not counted */
    misfits: (count: number, isCut: boolean) =>
      `${counted(count, ROWS)} ${plural(count, { one: 'does', other: 'do' })} not fit.` +
      (isCut ? ' The rows below are counted once that is put right.' : ''),
    /** The parameters of one layer. */
    parameters: (count: number) => whole(count),
  },
});
