import { whole } from '../format';
import { inLanguage } from '../language';

/** The section Explain cell, around what the explanation itself says. */
export const explainTexts = inLanguage({
  en: {
    open: 'Explain',
    /** The one line that is left when it is closed. @param cell address, '' without one */
    closed: (cell: string, title: string) => (cell ? `${cell}: ${title}` : title),
    about:
      'Select any cell to see where its number comes from: what is multiplied and added. Move with the arrow keys.',
    framesOnSheet: 'Frame its sources on the sheet',
    explanation: 'Explanation',
    value: 'Value',
    /** The sheet with the values, where it has no name yet. */
    valueSheet: 'values',

    frames: 'Frames on the sheet',
    frameKinds: { source: 'comes from', partner: 'multiplied by', influence: 'changes' },

    padding: 'In the padding: 0',
    winner: 'winner',
    /** A function and its number: "sigmoid: 1 / (1 + e^−2)". @param name undefined where the formula says it */
    applied: (name: string | undefined, formula: string) => (name ? `${name}: ${formula}` : formula),
    /** Of the sign between two matrices. */
    cellByCell: 'cell by cell',
    sumOfProducts: (title: string) => `${title}: sum of the products`,
    showOthers: {
      channels: (hidden: number) =>
        hidden === 1 ? 'Show the other channel' : `Show the other ${whole(hidden)} channels`,
      maps: (hidden: number) =>
        hidden === 1 ? 'Show the other map' : `Show the other ${whole(hidden)} maps`,
    },
    more: (hidden: number) => `and ${whole(hidden)} more`,
    /** Terms of a sum that are not listed. */
    others: (count: number) => (count === 1 ? 'the other one' : `the other ${whole(count)}`),
    othersAreZero: (count: number) =>
      count === 1 ? 'the other one is 0' : `the other ${whole(count)} are 0`,
    /** None of its terms is listed. */
    all: (count: number) => `all ${whole(count)}`,
    allAreZero: (count: number) => (count === 1 ? 'the only one is 0' : `all ${whole(count)} are 0`),

    flattened: (reader: string) => `The flattened row that ${reader} reads`,
    /** Where a map begins in it. @param word what the maps are called: "map" */
    flattenedMap: (word: string, number: number) => `${word} ${number}`,
  },
});
