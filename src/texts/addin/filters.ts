import { counted, decimals, rounded, whole } from '../format';
import { inLanguage } from '../language';

const FILTERS = { one: 'filter', other: 'filters' };
const CHANNELS = { one: 'channel', other: 'channels' };

/** Filters of the library, and what the sheet of filters shows. */
export const filterTexts = inLanguage({
  en: {
    selectFirst: 'Select a cell of a filter on the sheet first.',
    /** @param remark a sentence: why it does not fit */
    doesNotFit: (filter: string, selected: string, remark: string) =>
      `"${filter}" was not put into ${selected}. ${remark}`,
    inMatrix: (filter: string, matrix: string, cells: string) =>
      `"${filter}" is now in ${matrix} (${cells}).`,
    inAllMatrices: (filter: string, selected: string, matrices: number) =>
      `"${filter}" is now in all ${whole(matrices)} matrices of ${selected}, each divided by ` +
      `${whole(matrices)}.`,

    isBack: (selected: string) => `${selected} holds its former weights again.`,

    noFilters: 'This network has no convolution, so it has no filters to show.',
    stopped: 'Stopped before all images were searched. Nothing was drawn.',
    pressFilterSheet: 'Press Filter sheet to see the images behind these patches.',
    excites: (layer: string, filter: number, activation: number) =>
      `Activates ${layer}, filter ${whole(filter)}, to ${decimals(activation, 2)}`,
    caption: (image: number, label: string) => `image ${whole(image)}: ${label}`,

    /** Which images were searched. */
    searched: {
      generated: (count: number, name: string) => `images 1 to ${whole(count)} of ${name}`,
      all: (count: number, name: string) =>
        `all ${whole(count)} images of "${name}" to train with, in the order of the seed`,
      first: (count: number, of: number, name: string) =>
        `the first ${whole(count)} of the ${whole(of)} images of "${name}" to train with, in the order of the seed`,
    },

    heading: (notebook: string, step: number) =>
      `${notebook}: what its filters look for, after step ${whole(step)}`,
    /** @param images one of `searched` */
    searchedImages: (images: string) => `Searched: ${images}.`,
    aboutPatches:
      'Beside its matrices, each filter has up to nine patches of nine images: what the strongest cell of its map sees of ' +
      'the image, its receptive field. Click a patch, and the pane shows the whole image.',
    aboutColours: {
      inColour:
        'Matrices: blue is negative, white 0, red positive, with a scale for each filter. Patches: in ' +
        'their colours, ' +
        'rounded a little; the number in a cell is the mean of the three channels.',
      grey:
        'Matrices: blue is negative, white 0, red positive, with a scale for each filter. Patches: ' +
        'light is 0, red is 1.',
      meanOf: (channels: number) =>
        'Matrices: blue is negative, white 0, red positive, with a scale for each filter. Patches: light ' +
        'is 0, red is 1; ' +
        `of the ${whole(channels)} channels the mean.`,
    },
    filter: (number: number, bias: number) => `filter ${whole(number)}, bias ${rounded(bias, 2)}`,

    /** "2 filters of 3×3 over 2 channels. A cell of a map sees 5×5 pixels of the image. Activations are those after ReLU." */
    aboutLayer: (layer: {
      readonly filters: number;
      /** "3×3", rows × columns. */
      readonly kernel: string;
      /** Undefined where each filter reads its own. */
      readonly channels: number | undefined;
      /** How many matrices of each filter are shown; undefined where all are. */
      readonly firstMatrices: number | undefined;
      /** "5×5", rows × columns. */
      readonly receptiveField: string;
      /** Undefined where there is none. */
      readonly activation: string | undefined;
    }) => {
      const { filters, kernel, channels, firstMatrices, receptiveField, activation } = layer;
      const over =
        channels === undefined ? 'each over its own channel' : `over ${counted(channels, CHANNELS)}`;
      return [
        `${counted(filters, FILTERS)} of ${kernel} ${over}.`,
        ...(firstMatrices === undefined ? [] : [`Of its matrices the first ${firstMatrices} are shown.`]),
        `A cell of a map sees ${receptiveField} pixels of the image.`,
        ...(activation === undefined ? [] : [`Activations are those after ${activation}.`]),
      ].join(' ');
    },
  },
});
