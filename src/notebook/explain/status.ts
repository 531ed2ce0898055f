import { lossKinds } from '../kinds/losses';
import { scheduleKinds } from '../kinds/schedules';
import { NAMES } from '../layout/outputs';
import type { Block } from '../sheet/block';
import type { SettingKey } from '../sheet/settings';
import { quotient, sentence, sum, type Part } from './explanation';
import { largestTerms, MOST_CLASSES } from './terms';
import type { Scene } from './scene';

/** What a setting steers. */
export function settingParts(key: SettingKey): Part[] {
  return [sentence(STEERS[key])];
}

/** Where training stands, and what the network makes of the image in words. */
export function statusParts(scene: Scene, { name }: Block): Part[] {
  switch (name) {
    case NAMES.step:
      return [sentence('How many steps were taken since the weights were last set. Reset goes back to 0.')];
    case NAMES.optimiserStep:
      return [
        sentence(
          'How many steps the optimiser has taken since its memory was empty: Adam corrects the bias of its means by it.',
        ),
      ];
    case NAMES.batchLoss:
      return batchLossParts(scene);
    case NAMES.epoch:
      return [
        sentence(
          'How often every image to train with has been in a batch: the steps taken, divided by the steps of an epoch.',
        ),
      ];
    case NAMES.rateNow:
      return rateParts(scene);
    case NAMES.predicted:
      return predictedParts(scene);
    case NAMES.data:
      return [
        sentence(
          'Where the images come from. Others can be chosen in the model table, or imported in the pane.',
        ),
      ];
    default:
      return [sentence('Here the notebook says what is wrong, or what it did.')];
  }
}

function batchLossParts(scene: Scene): Part[] {
  const { losses, batchSize } = scene.network;
  const page = scene.operand('values', 'loss', 0, 'image on the page');
  const others = losses.slice(1).reduce((total, loss) => total + loss, 0);
  const all = sum(
    'sum of losses',
    [page],
    batchSize > 1 ? { rest: { count: batchSize - 1, value: others, allZero: others === 0 } } : {},
  );
  return [
    sentence(
      'The mean loss over the batch: the image on the page and the others, which do not stand on it. A step goes down this.',
    ),
    all,
    quotient('batch loss', all.result, { label: 'batch size', value: batchSize }),
  ];
}

function rateParts({ context }: Scene): Part[] {
  const { settings, step } = context.numbers;
  const { schedule, learningRate } = settings;
  return [
    sentence(`The learning rate as the schedule '${schedule}' has it at step ${step}.`),
    ...scheduleKinds[schedule].parts(learningRate),
  ];
}

function predictedParts(scene: Scene): Part[] {
  const { spec } = scene.context.plan;
  const probabilities = scene.numbersOf('values', 'probabilities');
  const { makes, predicts } = lossKinds[spec.network.loss];
  const { terms } = largestTerms(
    probabilities.length,
    (unit) => probabilities[unit],
    (unit) => scene.operand('values', 'probabilities', unit, spec.classes[unit] ?? `unit ${unit + 1}`),
    MOST_CLASSES,
  );
  return [
    sentence(
      predicts === 'any labels'
        ? 'Each unit answers for itself: yes where its probability is above 0.5.'
        : `The class with the largest ${makes}; of equals the first.`,
    ),
    { kind: 'list', title: `The ${makes} of each class`, terms, hidden: probabilities.length - terms.length },
  ];
}

const STEERS: Readonly<Record<SettingKey, string>> = {
  learningRate:
    'How far a step goes down the gradient: each weight changes by about this times its ∂. Too large, and the loss grows.',
  momentum: 'How much of the last velocity stays in the next step, of Momentum and Nesterov.',
  batchSize:
    'How many images a step looks at: the one on the page, and so many less one that the seed and the step name.',
  stepsPerRun: 'How many steps Run takes.',
  seed: 'First weights, images, their order, masks: all of it follows from the seed. The same seed gives the same notebook.',
  image: 'Which image stands on the page.',
  optimiser: 'The rule by which a step changes the weights.',
  beta1: 'How much of its running mean of the gradient Adam keeps in a step.',
  beta2: 'How much of its running mean of the squared gradient Adam keeps in a step.',
  decay: 'How much of its running mean of the squared gradient RMSProp keeps in a step.',
  epsilon: 'Added to a root before it divides, so that nothing is divided by 0.',
  weightDecay: 'How strongly each step draws every weight towards 0.',
  schedule: 'How the learning rate goes on over the steps.',
  factor: 'What the schedules step and exponential multiply the rate by.',
  every: 'How many steps the schedule step waits before it multiplies.',
  length: 'How many steps the schedules cosine and one-cycle take.',
  epochsPerRun: 'How many epochs Run epoch takes.',
  validationShare: 'The share of the images that are kept for validation: evaluated and not trained with.',
  mode: 'How batch norm and dropout behave on the page. A step always trains.',
};
