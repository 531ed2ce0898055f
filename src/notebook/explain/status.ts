import { lossKinds } from '../kinds/losses';
import { scheduleKinds } from '../kinds/schedules';
import { NAMES } from '../layout/outputs';
import type { Block } from '../sheet/block';
import type { SettingKey } from '../sheet/settings';
import { quotient, sentence, sum, type Part } from './explanation';
import { largestTerms, MOST_CLASSES } from './terms';
import type { Scene } from './scene';

/** What a setting does. */
export function settingParts(key: SettingKey): Part[] {
  return [sentence(STEERS[key])];
}

/** The progress of training, and the network's answer for the image, in words. */
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
          'How often every training image has been in a batch: the steps taken, divided by the steps of ' +
            'an epoch.',
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
      'The mean loss over the batch: the image on the page and the others, which are not shown. Training ' +
        'lowers it.',
    ),
    all,
    quotient('batch loss', all.result, { label: 'batch size', value: batchSize }),
  ];
}

function rateParts({ context }: Scene): Part[] {
  const { settings, step } = context.numbers;
  const { schedule, learningRate } = settings;
  return [
    sentence(`The learning rate of the schedule '${schedule}' at step ${step}.`),
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
        ? 'Each unit is a yes or no of its own: yes where its probability is above 0.5.'
        : `The class with the largest ${makes}; of equals the first.`,
    ),
    { kind: 'list', title: `The ${makes} of each class`, terms, hidden: probabilities.length - terms.length },
  ];
}

const STEERS: Readonly<Record<SettingKey, string>> = {
  learningRate:
    'How far a step goes down the gradient: each weight changes by about this times its ∂. Too large, and the loss grows.',
  momentum: 'How much of the last velocity Momentum and Nesterov keep in the next step.',
  batchSize:
    'How many images a step uses: the one on the page, and others chosen by the seed and the step number.',
  stepsPerRun: 'How many steps Run takes.',
  seed:
    'Initial weights, images, their order, masks: all of them follow from the seed. The same seed ' +
    'gives the same notebook.',
  image: 'Which image is on the page.',
  optimiser: 'The rule by which a step changes the weights.',
  beta1: 'How much of its running mean of the gradient Adam keeps in a step.',
  beta2: 'How much of its running mean of the squared gradient Adam keeps in a step.',
  decay: 'How much of its running mean of the squared gradient RMSProp keeps in a step.',
  epsilon: 'Added to the root in the denominator, so that nothing is divided by 0.',
  weightDecay: 'How strongly each step pulls every weight towards 0.',
  schedule: 'How the learning rate changes over the steps.',
  factor: 'What the schedules step and exponential multiply the rate by.',
  every: 'After how many steps the schedule step multiplies the rate.',
  length: 'How many steps the schedules cosine and one-cycle take.',
  epochsPerRun: 'How many epochs Run epoch takes.',
  validationShare: 'The share of validation images: evaluated, but not trained with.',
  mode: 'How batch norm and dropout behave on the page. A step always trains.',
};
