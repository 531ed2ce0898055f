/** Every term of the glossary, in the order in which the pane lists them. Whoever adds one writes its entry in `entries`. */
export const CONTENTS = {
  Layers: [
    'layer',
    'input',
    'dense',
    'convolution',
    'depthwise',
    'sharedWeights',
    'maxPool',
    'averagePool',
    'globalAveragePool',
    'flatten',
    'inputNorm',
    'batchNorm',
    'dropout',
  ],
  'Filters and maps': ['filter', 'channel', 'featureMap', 'stride', 'padding', 'dilation', 'receptiveField'],
  Activations: ['activation', 'relu', 'leakyRelu', 'sigmoid', 'tanh', 'gelu', 'softmax'],
  Weights: ['weight', 'bias', 'parameters', 'initialisation', 'xavier', 'he', 'otherInitialisers', 'seed'],
  'Answer and loss': [
    'logits',
    'probability',
    'class',
    'target',
    'oneHot',
    'prediction',
    'loss',
    'crossEntropy',
    'squaredError',
    'accuracy',
    'confusion',
  ],
  Training: [
    'training',
    'gradient',
    'backpropagation',
    'step',
    'batch',
    'epoch',
    'learningRate',
    'schedule',
    'validation',
    'overfitting',
    'mode',
  ],
  Optimisers: [
    'optimiser',
    'sgd',
    'momentum',
    'nesterov',
    'adagrad',
    'rmsProp',
    'adam',
    'adamW',
    'weightDecay',
    'epsilon',
  ],
  'This notebook': ['imageNumber', 'images', 'message'],
} as const;

export type Chapter = keyof typeof CONTENTS;
export type EntryKey = (typeof CONTENTS)[Chapter][number];

export const CHAPTERS = Object.keys(CONTENTS) as Chapter[];
export const ENTRY_KEYS: readonly EntryKey[] = CHAPTERS.flatMap(
  (chapter): readonly EntryKey[] => CONTENTS[chapter],
);

/** What somebody wants to know: a term and, where a certain layer led to it, that layer. */
export interface Topic {
  readonly entry: EntryKey;
  /** Name of the layer, e.g. "conv1". */
  readonly layer?: string;
}
