import { OPTIMISERS } from '../../sheet/settings';
import type { EntryKey } from '../contents';
import type { Entry } from '../entry';
import { rounded } from '../phrases';
import type { Subject } from '../subject';

/** The rules by which a step changes the weights. */
export const optimisers = {
  optimiser: {
    term: 'Optimiser',
    also: ['optimizer', 'update rule', 'velocity', 'mean square'],
    question: 'What is an optimiser?',
    text:
      'The optimiser is the rule by which a step makes new weights of the gradients. SGD uses nothing but the gradient; ' +
      'the others also remember something of earlier gradients for each weight, on the sheets v and v². Another optimiser ' +
      'begins with an empty memory.',
    here: ({ settings: { optimiser } }) => `The optimiser is ${OPTIMISERS[optimiser]}.`,
    cells: (subject) => subject.named('optimiser.name'),
    see: ['sgd', 'momentum', 'adam', 'learningRate'],
  },
  sgd: {
    term: 'SGD',
    also: ['stochastic gradient descent', 'gradient descent'],
    question: 'What is SGD?',
    text:
      'SGD, stochastic gradient descent: w ← w − rate · ∂L/∂w. Each weight goes a little way down the slope of the loss. It ' +
      'is stochastic because each step sees another batch, and so only an estimate of the slope over all images.',
    here: (subject) => isChosen(subject, 'SGD'),
    cells: (subject) => subject.named('optimiser.name'),
    see: ['momentum', 'learningRate', 'batch'],
  },
  momentum: {
    term: 'Momentum',
    also: ['velocity', 'heavy ball'],
    question: 'What is momentum?',
    text:
      'Momentum keeps a velocity for each weight: v ← momentum · v + ∂L/∂w, then w ← w − rate · v. Gradients that agree from step to ' +
      'step add up, and those that keep changing sign cancel out.',
    here: ({ settings: { momentum } }) =>
      `Momentum is ${momentum}: under a gradient that stays the same, v grows to ${rounded(1 / (1 - momentum))} times the gradient.`,
    cells: (subject) => subject.named('sgd.momentum'),
    see: ['sgd', 'nesterov', 'adam'],
  },
  nesterov: {
    term: 'Nesterov',
    also: ['Nesterov momentum', 'accelerated gradient'],
    question: 'What is Nesterov momentum?',
    text:
      'Nesterov’s is momentum that looks one step ahead: v ← momentum · v + ∂L/∂w as before, but then ' +
      'w ← w − rate · (∂L/∂w + momentum · v). The step goes where the velocity is about to lead, and so turns sooner.',
    here: (subject) => isChosen(subject, 'Nesterov'),
    cells: (subject) => subject.named('sgd.momentum'),
    see: ['momentum', 'sgd'],
  },
  adagrad: {
    term: 'Adagrad',
    question: 'What is Adagrad?',
    text:
      'Adagrad sums up the squares of all gradients of a weight: s ← s + (∂L/∂w)², then w ← w − rate · ∂L/∂w / (√s + ε). Weights that have ' +
      'had large gradients take smaller steps. As s only grows, the steps become smaller and smaller.',
    here: (subject) => isChosen(subject, 'Adagrad'),
    cells: (subject) => subject.named('optimiser.name'),
    see: ['rmsProp', 'adam', 'epsilon'],
  },
  rmsProp: {
    term: 'RMSProp',
    also: ['RMSProp decay'],
    question: 'What is RMSProp?',
    text:
      'RMSProp divides the gradient by its recent size: s ← decay · s + (1 − decay) · (∂L/∂w)², then w ← w − rate · ∂L/∂w / (√s + ε). So ' +
      'weights with small and with large gradients take steps of similar size.',
    here: ({ settings: { decay } }) => `The decay is ${decay}.`,
    cells: (subject) => subject.named('optimiser.decay'),
    see: ['adagrad', 'adam', 'epsilon'],
  },
  adam: {
    term: 'Adam',
    also: ['Adam beta 1', 'Adam beta 2', 'adaptive moments'],
    question: 'What is Adam?',
    text:
      'Adam keeps two running means for each weight: m of the gradient (beta 1) and s of its square (beta 2), both corrected for ' +
      'having begun at 0. Then w ← w − rate · m / (√s + ε), so that a step is hardly ever larger than the rate, however ' +
      'large the gradient. It often learns well without much trying of rates.',
    here: ({ settings: { beta1, beta2 } }) => `Beta 1 is ${beta1} and beta 2 is ${beta2}.`,
    cells: (subject) => subject.named('optimiser.beta1', 'optimiser.beta2'),
    see: ['momentum', 'rmsProp', 'adamW'],
  },
  adamW: {
    term: 'AdamW',
    question: 'What is AdamW?',
    text:
      'AdamW is Adam with the weight decay kept apart from the gradient: first w ← w · (1 − rate · weight decay), then Adam’s ' +
      'step. Without weight decay it is Adam.',
    here: (subject) => isChosen(subject, 'AdamW'),
    cells: (subject) => subject.named('optimiser.weight_decay'),
    see: ['adam', 'weightDecay'],
  },
  weightDecay: {
    term: 'Weight decay',
    also: ['L2 regularisation', 'λ', 'lambda'],
    question: 'What is weight decay?',
    text:
      'Weight decay draws every weight and bias a little towards 0 in each step, which works against overfitting. It adds ' +
      'weight decay · w to the gradient; with AdamW it shrinks the weight itself instead.',
    here: ({ settings: { weightDecay } }) =>
      weightDecay === 0 ? 'It is 0: there is none.' : `It is ${weightDecay}.`,
    cells: (subject) => subject.named('optimiser.weight_decay'),
    see: ['overfitting', 'adamW'],
  },
  epsilon: {
    term: 'Epsilon',
    also: ['ε'],
    question: 'What is epsilon?',
    text:
      'Epsilon, ε, is a tiny number that Adagrad, RMSProp, Adam and AdamW add to the root before they divide by it, so that ' +
      'they never divide by 0.',
    here: ({ settings: { epsilon } }) => `It is ${epsilon}.`,
    cells: (subject) => subject.named('optimiser.epsilon'),
    see: ['adam', 'rmsProp', 'adagrad'],
  },
} satisfies Partial<Record<EntryKey, Entry>>;

function isChosen(
  { settings: { optimiser } }: Subject,
  name: (typeof OPTIMISERS)[number],
): string | undefined {
  return OPTIMISERS[optimiser] === name ? `It is the optimiser of this notebook.` : undefined;
}
