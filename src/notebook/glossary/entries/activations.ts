import { leakySlope } from '../../../engine/activations/leakyRelu';
import { geluCubic } from '../../../engine/activations/gelu';
import type { Activation, LossName } from '../../../engine/spec';
import { activationWord } from '../../model/words';
import type { EntryKey } from '../contents';
import type { Entry, Target } from '../entry';
import { count, list } from '../phrases';
import type { Subject } from '../subject';

/** What a layer does to its sums. */
export const activations = {
  activation: {
    term: 'Activation',
    also: ['activation function', 'nonlinearity', 'dense activation', 'linear', 'none'],
    question: 'What is an activation?',
    text:
      'An activation is a function that every weighted sum goes through, such as ReLU; ‘none’ leaves the sum as it is. ' +
      'Without one between them, two layers in a row can do no more than one, since weighted sums of weighted sums are weighted ' +
      'sums. The numbers that come out are called activations, too.',
    here: ({ layers }) => {
      const those = layers.flatMap((layer) =>
        'kernel' in layer || 'units' in layer || layer.type === 'batchNorm'
          ? `${layer.name} ${activationWord(layer.activation ?? 'none')}`
          : [],
      );
      return those.length ? `Activations: ${those.join(', ')}.` : undefined;
    },
    cells: (subject) => {
      const layers = subject.layers.filter((layer) => subject.blocksOf(layer, 'map', 'logits').length > 0);
      return subject.target(subject.blocksOf(subject.pick(layers), 'map', 'logits'));
    },
    see: ['relu', 'sigmoid', 'softmax'],
  },
  relu: {
    term: 'ReLU',
    also: ['rectified linear unit', 'max(0, x)'],
    question: 'What is ReLU?',
    text:
      'ReLU, the rectified linear unit, is max(0, x): it keeps numbers above 0 and makes all others 0. Its derivative is 1 ' +
      'above 0 and 0 elsewhere, so that a cell which is 0 passes no gradient back.',
    here: (subject) => after(subject, 'relu'),
    cells: (subject) => through(subject, 'relu'),
    see: ['leakyRelu', 'activation', 'he'],
  },
  leakyRelu: {
    term: 'Leaky ReLU',
    question: 'What is leaky ReLU?',
    text:
      `Leaky ReLU keeps numbers above 0 and multiplies all others by ${leakySlope}. A cell below 0 passes a little of its ` +
      'gradient back, so that it can recover, where with ReLU it would pass none.',
    here: (subject) => after(subject, 'leakyRelu'),
    cells: (subject) => through(subject, 'leakyRelu'),
    see: ['relu', 'activation'],
  },
  sigmoid: {
    term: 'Sigmoid',
    also: ['logistic function'],
    question: 'What is the sigmoid?',
    text:
      'The sigmoid, 1 / (1 + e^−x), makes a number between 0 and 1 of any number, and 0.5 of 0. At the end of a network it gives ' +
      'each unit a probability of its own: take it for yes or no, and where several labels or none may be right. Where exactly one class is right, take softmax.',
    here: (subject) =>
      subject.spec.network.loss === 'sigmoidCrossEntropy'
        ? `It makes ${count(unitsOf(subject), 'probability', 'probabilities')} of ${count(unitsOf(subject), 'logit')}.`
        : after(subject, 'sigmoid'),
    cells: (subject) => through(subject, 'sigmoid', 'sigmoidCrossEntropy'),
    see: ['softmax', 'logits', 'crossEntropy'],
  },
  tanh: {
    term: 'Tanh',
    also: ['hyperbolic tangent'],
    question: 'What is tanh?',
    text:
      'Tanh, the hyperbolic tangent, makes a number between −1 and 1 of any number, and 0 of 0. It has the shape of the ' +
      'sigmoid: tanh(x) is 2 · sigmoid(2x) − 1.',
    here: (subject) => after(subject, 'tanh'),
    cells: (subject) => through(subject, 'tanh'),
    see: ['sigmoid', 'activation', 'xavier'],
  },
  gelu: {
    term: 'GELU',
    also: ['Gaussian error linear unit'],
    question: 'What is GELU?',
    text:
      'GELU multiplies x by the chance that a number from the standard bell curve is below x: a ReLU without its corner, a little ' +
      `below 0 for negative x. It is computed by the usual formula, ½ · x · (1 + tanh(√(2/π) · (x + ${geluCubic} · x³))).`,
    here: (subject) => after(subject, 'gelu'),
    cells: (subject) => through(subject, 'gelu'),
    see: ['relu', 'activation'],
  },
  softmax: {
    term: 'Softmax',
    question: 'What is softmax?',
    asked: ['Softmax or sigmoid?'],
    text:
      'Softmax makes probabilities of logits: e^logit of each class, divided by the sum of e^logit over all classes, so ' +
      'that they add up to 1. Take it where exactly one class is right: if one probability rises, the others together fall. Where ' +
      'several labels or none may be right, take a sigmoid for each.',
    here: (subject) =>
      subject.spec.network.loss === 'softmaxCrossEntropy'
        ? `It makes ${unitsOf(subject)} probabilities of ${count(unitsOf(subject), 'logit')}.`
        : after(subject, 'softmax'),
    cells: (subject) => through(subject, 'softmax', 'softmaxCrossEntropy'),
    see: ['sigmoid', 'logits', 'crossEntropy', 'oneHot'],
  },
} satisfies Partial<Record<EntryKey, Entry>>;

/** How many numbers the loss judges. */
export function unitsOf({ layers }: Subject): number {
  return layers[layers.length - 1].shape.output.channels;
}

function after(subject: Subject, activation: Activation): string | undefined {
  const names = subject.activatedBy(activation).map(({ name }) => name);
  return names.length ? `It comes after ${list(names)}.` : undefined;
}

/** The cells that come out of an activation; or the probabilities, where the loss applies it. */
function through(subject: Subject, activation: Activation, loss?: LossName): Target | undefined {
  const layer = subject.pick(subject.activatedBy(activation));
  if (layer) return subject.target(subject.blocksOf(layer, 'map', 'logits'));
  return loss === subject.spec.network.loss ? subject.named('output.probability') : undefined;
}
