import { allOf, counted } from './format';
import { inLanguage } from './language';

/** What is said of a sheet that is to be adopted: how far recognition came, and what was found. */
export const adoptTexts = inLanguage({
  en: {
    noSums:
      'No formula on this sheet multiplies typed cells by typed cells and adds the products, as a convolution does: ' +
      '=SUM(A2:C4*$AD$11:$AF$13).',
    unclearWeights: (cell: string) =>
      `${cell} multiplies cells by cells, but no neighbour of it does the same one step further, so it cannot be told ` +
      'which are pixels and which are weights.',
    scaledProducts: (cell: string) => `${cell} multiplies its products by a further number or cell.`,
    twoActivations: (cell: string) => `${cell} multiplies cells that are computed by each other.`,
    notTyped: (cell: string, weight: string) =>
      `${cell} multiplies by ${weight}, which holds no typed number.`,
    missingWeights: (cell: string) => `${cell} reads a patch with a gap, or several times the same cell.`,
    otherPatch: (cell: string) => `${cell} reads other cells than its neighbours would lead one to expect.`,
    gapInMap: (cell: string) =>
      `One map ends or has a gap at ${cell}: its cells should fill a rectangle in equal steps.`,
    partOfMap: (cell: string) => `${cell} is the first of a map that reads only a part of the map before it.`,
    oddSizes: (cell: string) => `The map at ${cell} has another size than the others of its layer.`,
    scatteredWeights: (cell: string) =>
      `The weights from ${cell} on do not stand in the order in which they are used, in equal steps.`,
    scatteredCells: (cell: string) =>
      `The cells from ${cell} on stand in other steps downwards than to the right.`,
    bias: (cell: string) =>
      `${cell} adds something beside its products that is not one typed cell, the same in its map.`,
    someBias: (cell: string) => `${cell} has a bias, and others of its layer have none.`,
    someMasks: (cell: string) =>
      `${cell} is multiplied by a mask of RAND(), or should be, and others of its map are not, or by several.`,
    otherRate: (cell: string) => `${cell} is masked with another rate than others of its layer.`,
    dropsAll: (cell: string) => `The mask of ${cell} drops everything.`,
    unseenMask: (cell: string) =>
      `The mask that ${cell} is multiplied by is drawn inside a formula, where nobody sees it. Put masks into cells of ` +
      'their own.',
    maskAtEnd: (cell: string) => `${cell} masks the logit, which then would be 0 now and then.`,
    someRelu: (cell: string) => `${cell} cuts off below 0, and others of its layer do not.`,
    outside: (cell: string, read: string) =>
      `${cell} reads ${read}, which belongs to no map of the layer before, and is not blank or 0.`,
    windowOfTwo: (cell: string) => `${cell} takes the largest of cells of several maps.`,
    missingMaps: (cell: string) =>
      `There should be one pooled map for each map before it; the one at ${cell} has none.`,
    unusedInput: (cell: string, left: string) =>
      `${cell} leaves out ${left}, which a dense layer would read.`,
    reluBehind: (cell: string) =>
      `${cell} cuts off below 0 behind a pool; that is recognised only behind a convolution, or a pool of largest cells.`,
    reluAtEnd: (cell: string) => `${cell} cuts the logit off below 0, where a loss expects any number.`,
    hiddenDense: (cell: string) =>
      `${cell} goes on from the weighted sums of all cells: a second dense layer is not recognised.`,
    goesOn: (cell: string, part: string) => `${cell} goes on with something that is not understood: ${part}.`,
    noEnd: (cell: string) =>
      `Nothing on this sheet goes on from the map at ${cell} to a weighted sum of all its cells.`,
    /** One line for each layer that was found. */
    input: (maps: number, size: string) =>
      maps === 1 ? `image of ${size}` : `image of ${maps} channels of ${size}`,
    convolution: (filters: number, kernel: string, size: string) =>
      `${counted(filters, { one: 'filter', other: 'filters' })} of ${kernel}, ${
        filters === 1 ? 'a map' : 'maps'
      } of ${size}`,
    padded: (details: string) => `${details}, padded with zeros`,
    strided: (details: string, stride: string) => `${details}, stride ${stride}`,
    rectified: (details: string) => `${details}, ReLU`,
    dropout: (percent: string) => `dropout of ${percent} by RAND()`,
    maxPool: (window: string, size: string) => `the largest of ${window}, maps of ${size}`,
    averagePool: (window: string, size: string) => `the mean of ${window}, maps of ${size}`,
    dense: (units: number, inputs: number) =>
      `${counted(units, { one: 'logit', other: 'logits' })}, each with ${counted(inputs, {
        one: 'weight',
        other: 'weights',
      })}`,
    cells: {
      image: (where: readonly string[]) => allOf(where),
      maps: (filters: readonly string[], maps: readonly string[]) =>
        `filters ${allOf(filters)}; maps ${allOf(maps)}`,
      /** A convolution whose maps stand in no cells of the sheet. */
      filters: (filters: readonly string[]) => `filters ${allOf(filters)}; maps inside formulas`,
      inside: 'inside formulas',
      masked: (masks: readonly string[]) => `masks ${allOf(masks)}`,
      pooled: (maps: readonly string[]) => `maps ${allOf(maps)}`,
      dense: (weights: readonly string[], logits: readonly string[]) =>
        `weights ${allOf(weights)}; logits ${allOf(logits)}`,
    },
    more: (named: readonly string[], more: number) => [...named, `${more} more`],
    extraCells: (layer: string, from: string, to: string) =>
      `${layer} is computed in ${from} to ${to}, too, from cells beside the maps before. That looks like a mistake; ` +
      'these formulas stay, and the network does without them.',
    extraWeights: (from: string, to: string) =>
      `The weights in ${from} to ${to} are multiplied with those, and are not trained.`,
    drawnMask: (copies: readonly string[]) =>
      'RAND() draws new masks whenever the sheet is calculated, and so whenever a step writes its weights. Each step takes ' +
      'exactly the masks that the sheet shows when it begins, for every image of its batch. A copy of them stands in ' +
      `${allOf(copies)}: the gradients belong to that copy, not to masks drawn since.`,
    noMask: (name: string) => `The masks ${name} hold no numbers.`,
    insideMask: (layer: string) =>
      `The masks of ${layer} are drawn inside formulas, and are read from what these come to: where a number is 0 ` +
      'anyway, it counts as dropped.',
    unscaledMask: (layer: string, kept: string, scale: string) =>
      `What ${layer} keeps, it multiplies by ${kept}, where ${scale} would keep the mean. Steps do as the sheet does; ` +
      'Evaluate, which drops nothing, multiplies by 1.',
    noBias: (layers: readonly string[]) => `No bias: ${allOf(layers)}. None is added.`,
    noRelu: 'No ReLU: two convolutions in a row are then no more than one.',
    noLoss: 'No target, no loss and no gradients: they are added right of everything on the sheet.',
    target: (cell: string) => `The target in ${cell} is yours to type; what it is now, only you can say.`,
    targetTurned: (cell: string) =>
      `The target in ${cell} is yours to type. It starts with what the network does not say yet: with the other one the ` +
      'loss would be 0 already, and no weight would move.',
    rate: (cell: string, rate: number) =>
      `The learning rate in ${cell} starts at ${rate}: with a larger one, the first step would raise the loss.`,
    summary: (sheet: string) =>
      `The sheet '${sheet}' is a notebook now. Step trains the weights in its own cells, and its own formulas compute.`,
    already: (sheet: string) => `The sheet '${sheet}' is a notebook already. Press Step.`,
    emptySheet: (sheet: string) => `The sheet '${sheet}' is empty, so there is no network on it to adopt.`,
    stopped: (sheet: string, found: readonly string[], at: string | undefined, reason: string) =>
      `The sheet '${sheet}' cannot be adopted, and nothing on it was changed. ` +
      (found.length ? `Recognised: ${found.join('; ')}. ` : 'No layer was recognised. ') +
      (at ? `Recognition stopped at ${at}: ${reason}` : reason),
    noNumber: (cell: string) => `${cell} holds no number.`,
    ownImage: 'the image on this sheet',
    oneClass: 'yes',
    oneQuestion: '1 = yes, 0 = no',
    classNumber: (unit: number) => `class ${unit}`,
    oneHot: 'one-hot',
    differs: (cell: string, shown: string, computed: string) =>
      `${cell} holds ${shown}, and the network that was recognised computes ${computed} there.`,
  },
});
