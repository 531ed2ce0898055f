import { optimisers as engineOptimisers, type OptimiserOptions } from '../../../engine/optimisers';
import { entries } from '../entry';
import { list } from '../phrases';

/** The rule by which a step changes the weights, and what steers it; each kind of optimiser brings its own entry. */
export const optimisers = entries({
  optimiser: {
    term: 'Optimiser',
    also: ['optimizer', 'update rule', 'velocity', 'second moment', 'mean square'],
    question: 'What is an optimiser?',
    text:
      'The optimiser is the rule by which a step makes new weights of the gradients. SGD uses nothing but the gradient; ' +
      'the others also remember something of earlier gradients for each weight, on the sheets v and v². Another optimiser ' +
      'begins with an empty memory.',
    here: ({ settings: { optimiser } }) => `The optimiser is ${optimiser}.`,
    cells: (subject) => subject.named('optimiser.name'),
    see: ['sgd', 'momentum', 'adam', 'learningRate'],
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
      `Epsilon, ε, is a tiny number that ${list(optimisersUsing('epsilon'))} add to the root before they divide by it, so ` +
      'that they never divide by 0.',
    here: ({ settings: { epsilon } }) => `It is ${epsilon}.`,
    cells: (subject) => subject.named('optimiser.epsilon'),
    see: ['adam', 'rmsProp', 'adagrad'],
  },
});

/** The names of the optimisers that look at an option. */
function optimisersUsing(option: keyof OptimiserOptions): string[] {
  return Object.entries(engineOptimisers).flatMap(([name, { uses }]) =>
    uses.includes(option) ? [name] : [],
  );
}
