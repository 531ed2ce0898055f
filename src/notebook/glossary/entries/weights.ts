import { entries } from '../entry';
import { firstWeights, type First } from '../initialWeights';
import { count, list, rounded, whole } from '../phrases';
import type { ShapedLayer, Subject } from '../subject';

/** Weights and how they are initialised. */
export const weights = entries({
  weight: {
    term: 'Weight',
    also: ['coefficient'],
    question: 'What is a weight?',
    text:
      'A weight is a number that an input is multiplied by. Training changes weights and biases a little in each step, and what ' +
      'the network has learned is in them. They stand in blue here, and you may type over them.',
    cells: (subject) => {
      const named = subject.layers.filter(({ name }) => name === subject.layer);
      const blocks = [...named, ...subject.layers].flatMap((layer) =>
        subject.blocksOf(layer, 'filter', 'weights'),
      );
      return subject.target(blocks.slice(0, 1));
    },
    see: ['bias', 'parameters', 'gradient'],
  },
  bias: {
    term: 'Bias',
    also: ['biases', 'intercept'],
    question: 'What is a bias?',
    text:
      'A bias is a number that is added to a weighted sum, whatever the inputs are. Each filter of a convolution has one, and ' +
      'each unit of a dense layer. It usually starts at 0, and is learned like a weight.',
    here: (subject) => {
      const layer = subject.pick(biased(subject));
      if (!layer) return undefined;
      const each = 'units' in layer ? 'unit' : 'filter';
      return `${layer.name} has ${count(layer.shape.output.channels, 'bias', 'biases')}, one for each ${each}.`;
    },
    cells: (subject) => subject.target(subject.blocksOf(subject.pick(biased(subject)), 'bias').slice(0, 1)),
    see: ['weight', 'parameters'],
  },
  parameters: {
    term: 'Parameters',
    also: ['number of parameters', 'trainable parameters'],
    question: 'What are parameters?',
    asked: ['How many parameters are there, and is the bias in?'],
    text:
      'Parameters are all the numbers that training changes: weights and biases, and the scales and shifts of ' +
      'normalisations. A filter has kernel height · kernel width · channels weights and one bias, however large the image ' +
      'is; a dense unit has a weight for each input and one bias.',
    here: parametersInNumbers,
    cells: (subject) =>
      subject.target(subject.blocksOf(subject.pick(learning(subject)), 'filter', 'weights', 'bias')),
    see: ['weight', 'bias', 'sharedWeights'],
  },
  initialisation: {
    term: 'Initialisation',
    also: ['first weights', 'initialiser', 'initializer', 'random weights'],
    question: 'What is initialisation?',
    asked: ['Where do the first weights come from, and can I rewind to the same ones?'],
    text:
      'Initial weights are mostly drawn at random, so that filters begin different and can learn to look ' +
      'for different things. ' +
      'How widely they are drawn usually follows from the number of inputs, so that numbers neither fade nor grow from layer to ' +
      'layer. The seed decides the draw: with the same seed, Reset always goes back to the same first weights.',
    here: (subject) => {
      const all = firstWeights(subject);
      return all.length ? `${all.map((first) => `${first.name}: ${inWords(first)}`).join('; ')}.` : undefined;
    },
    cells: (subject) => subject.named('notebook.seed'),
    see: ['xavier', 'he', 'otherInitialisers', 'seed'],
  },
  xavier: {
    term: 'Xavier (Glorot) initialisation',
    also: ['Xavier uniform', 'Xavier normal', 'Glorot uniform', 'Glorot normal', 'fan in', 'fan out'],
    question: 'What is Xavier initialisation?',
    text:
      'Xavier, or Glorot, initialisation draws weights of mean 0 and variance 2 / (fan in + fan out): fan in is how many numbers ' +
      'one output reads, fan out how many outputs one number reaches. Xavier uniform draws evenly between −√(6 / (fan in + fan out)) ' +
      'and +√(6 / (fan in + fan out)), Xavier normal from a bell curve. Dense weights begin like this unless the model says otherwise.',
    here: (subject) => inNumbers(subject, 'Xavier', (fanIn, fanOut) => 2 / (fanIn + fanOut)),
    cells: (subject) => drawnBy(subject, 'Xavier'),
    see: ['he', 'initialisation'],
  },
  he: {
    term: 'He (Kaiming) initialisation',
    also: ['He uniform', 'He normal', 'Kaiming uniform', 'Kaiming normal', 'fan in'],
    question: 'What is He initialisation?',
    text:
      'He, or Kaiming, initialisation draws weights of mean 0 and variance 2 / fan in, where fan in is how many numbers one ' +
      'output reads. ReLU makes about half of the numbers 0, and the 2 makes up for that. He uniform draws evenly between ' +
      '−√(6 / fan in) and +√(6 / fan in), He normal from a bell curve; filters begin like this unless the model says otherwise.',
    here: (subject) => inNumbers(subject, 'He', (fanIn) => 2 / fanIn),
    cells: (subject) => drawnBy(subject, 'He'),
    see: ['xavier', 'initialisation'],
  },
  otherInitialisers: {
    term: 'Uniform, normal, constant, zeros',
    also: ['uniform', 'normal', 'constant', 'zeros'],
    question: 'What do uniform, normal, constant and zeros mean?',
    text:
      'Initialisers without a rule: ‘uniform’ draws evenly between −limit and limit, ‘normal’ from a bell curve around 0 of ' +
      'that standard deviation (either 0.05 unless told); ‘constant’ makes all weights one number (0.1 unless told), and ' +
      '‘zeros’ 0. If all weights of a network begin equal, the filters of a layer get equal gradients and stay alike.',
    see: ['initialisation', 'xavier', 'he'],
  },
  seed: {
    term: 'Seed',
    also: ['random numbers', 'reproducible'],
    question: 'What is the seed?',
    text:
      'The seed is the number that all chance follows from: first weights, images drawn by the notebook, the order of the ' +
      'batches, dropout masks. With the same seed and settings the same training happens again, number for number. Reset goes ' +
      'back to its first weights, and New seed takes others.',
    here: ({ settings }) => `The seed is ${settings.seed}.`,
    cells: (subject) => subject.named('notebook.seed'),
    see: ['initialisation', 'batch'],
  },
});

/** Layers that add a bias to their weighted sums. */
function biased({ layers }: Subject): ShapedLayer[] {
  return layers.filter(({ name, shape }) => shape.parameters.some((each) => each.name === `${name}.bias`));
}

function learning(subject: Subject): ShapedLayer[] {
  return subject.layers.filter(({ shape }) => shape.parameters.length > 0);
}

/** With more layers than this, only totals are given. */
const MOST_LAYERS = 8;

function parametersInNumbers(subject: Subject): string | undefined {
  const all = learning(subject);
  if (all.length === 0) return 'There are none.';
  const counts = all.map(({ name, shape }) => ({ name, own: countIn(shape.parameters) }));
  const total = counts.reduce((sum, { own }) => sum + own, 0);
  const biases = countIn(
    all.flatMap(({ shape }) => shape.parameters).filter(({ name }) => name.endsWith('.bias')),
  );
  const each = list(counts.map(({ name, own }) => `${name} has ${whole(own)}`));
  const start = all.length > MOST_LAYERS || all.length === 1 ? '' : `${each}; `;
  return `${start}${count(total, 'parameter')} in all, ${biases} of them biases.`;
}

function countIn(parameters: readonly { readonly shape: readonly number[] }[]): number {
  return parameters.reduce((sum, { shape }) => sum + shape.reduce((product, side) => product * side, 1), 0);
}

function inWords({ initialiser, argument }: First): string {
  if (!initialiser) return 'the starter’s own numbers';
  return argument === undefined ? initialiser : `${initialiser} ${argument}`;
}

/** An example of weights drawn by a rule: those of the layer asked about, or else the first. */
function pickFirst(subject: Subject, rule: 'He' | 'Xavier'): First | undefined {
  const all = firstWeights(subject).filter(({ initialiser }) => initialiser?.startsWith(`${rule} `));
  return all.find(({ name }) => name.startsWith(`${subject.layer}.`)) ?? all[0];
}

function inNumbers(
  subject: Subject,
  rule: 'He' | 'Xavier',
  variance: (fanIn: number, fanOut: number) => number,
): string | undefined {
  const first = pickFirst(subject, rule);
  if (!first) return undefined;
  const { name, initialiser, fanIn, fanOut } = first;
  const fans = `fan in ${whole(fanIn)}${rule === 'He' ? '' : ` and fan out ${whole(fanOut)}`}`;
  const spread = Math.sqrt(variance(fanIn, fanOut));
  const drawn = initialiser?.endsWith('uniform')
    ? `between −${rounded(Math.sqrt(3) * spread)} and ${rounded(Math.sqrt(3) * spread)}`
    : `with standard deviation ${rounded(spread)}`;
  return `${name} have ${fans}, so ${initialiser} draws them ${drawn}.`;
}

function drawnBy(subject: Subject, rule: 'He' | 'Xavier') {
  const first = pickFirst(subject, rule);
  const layer = subject.layers.find(({ name }) => first?.name.startsWith(`${name}.`));
  return subject.target(subject.blocksOf(layer, 'filter', 'weights'));
}
