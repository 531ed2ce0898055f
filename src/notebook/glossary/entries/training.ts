import { scheduleKinds } from '../../kinds/schedules';
import { entries } from '../entry';
import { count } from '../phrases';
import type { Subject } from '../subject';

/** How a network learns. */
export const training = entries({
  training: {
    term: 'Training',
    also: ['learning'],
    question: 'What is training?',
    text:
      'Training changes the weights, step by step, so that the loss falls: compute the output, compare it with the target, ' +
      'compute how each weight would change the loss, and move each a little in the better direction. The cells under ' +
      '“Training” steer it.',
    cells: (subject) => subject.named('sgd.learning_rate', 'sgd.steps_per_run'),
    see: ['step', 'gradient', 'learningRate', 'optimiser'],
  },
  gradient: {
    term: 'Gradient',
    also: ['derivative', '∂L/∂w', 'slope'],
    question: 'What is a gradient?',
    asked: ['Is my gradient right?'],
    text:
      'The gradient of a number, ∂L/∂w, says how the batch loss L changes with it: if w grows by a tiny h, L grows by about ' +
      '∂L/∂w · h. The sheet whose name ends in ∂ holds it for each cell, at the same address. ‘Check my gradient’ compares it ' +
      'with what a tiny change really does.',
    cells: (subject) => {
      const named = subject.layers.filter(({ name }) => name === subject.layer);
      const blocks = named.length
        ? subject.blocksOf(named[0])
        : subject.layers.flatMap((layer) => subject.blocksOf(layer, 'filter', 'weights')).slice(0, 1);
      return subject.target(blocks, 'gradients');
    },
    see: ['backpropagation', 'loss', 'step'],
  },
  backpropagation: {
    term: 'Backpropagation',
    also: ['backward pass', 'chain rule', 'backprop'],
    question: 'What is backpropagation?',
    text:
      'Backpropagation computes all gradients in one pass, from the loss back to the image. The gradient of a cell is a sum ' +
      'over the cells that are computed from it: the gradient of each, times how much it changes with the cell. That is the ' +
      'chain rule; on the ∂ sheet read it from right to left.',
    here: ({ settings: { batchSize } }) =>
      `On the ∂ sheet it begins at the loss, whose gradient is 1 / ${batchSize}: the share of one image in the batch loss.`,
    cells: (subject) => ({ ...subject.named('output.loss'), sheet: 'gradients' }),
    see: ['gradient', 'loss'],
  },
  step: {
    term: 'Step',
    also: ['iteration', 'steps per run', 'update'],
    question: 'What is a step?',
    text:
      'A step changes every weight once: a pass forward over the batch, one backward for the gradients, then the optimiser’s ' +
      'update. Run takes as many steps as ‘Steps per run’ says.',
    here: ({ settings: { stepsPerRun } }) => `Run takes ${count(stepsPerRun, 'step')}.`,
    cells: (subject) => subject.named('notebook.step'),
    see: ['batch', 'epoch', 'optimiser'],
  },
  batch: {
    term: 'Batch',
    also: ['mini-batch', 'batch size'],
    question: 'What is a batch?',
    text:
      'A batch is the images that one step looks at together: it goes down the gradient of their mean loss. A larger batch ' +
      'gives a steadier gradient, and takes longer. With batch size 1, the step looks at one image alone.',
    here: batchInNumbers,
    cells: (subject) => subject.named('sgd.batch_size'),
    see: ['step', 'epoch', 'batchNorm'],
  },
  epoch: {
    term: 'Epoch',
    also: ['epochs per run'],
    question: 'What is an epoch?',
    text:
      'An epoch goes through the training images once, batch by batch; what is left at its end and fills no batch is left ' +
      'out. Images that the notebook draws itself never end: of them, 1,000 count as an epoch.',
    here: ({ settings: { epochsPerRun } }) => `Run epoch goes on for ${count(epochsPerRun, 'epoch')}.`,
    cells: (subject) => subject.named('notebook.epoch'),
    see: ['step', 'batch', 'validation'],
  },
  learningRate: {
    term: 'Learning rate',
    also: ['rate', 'step size', 'η', 'eta'],
    question: 'What is the learning rate?',
    text:
      'The learning rate says how far a step goes: with plain SGD, new weight = old weight − learning rate · gradient. If it is ' +
      'too small, learning takes very long; if it is too large, steps go too far, and the loss jumps about or grows.',
    here: ({ settings: { learningRate, schedule } }) =>
      schedule === 'constant'
        ? `It is ${learningRate}.`
        : `It is ${learningRate}, and the schedule ‘${schedule}’ changes it from step to step.`,
    cells: (subject) => subject.named('sgd.learning_rate'),
    see: ['schedule', 'optimiser', 'sgd'],
  },
  schedule: {
    term: 'Schedule',
    also: ['learning rate schedule', ...Object.keys(scheduleKinds), 'annealing', 'warm-up'],
    question: 'What is a schedule?',
    text:
      'A schedule changes the learning rate as training goes on: ' +
      Object.entries(scheduleKinds)
        .map(([name, { about }]) => `‘${name}’ ${about}`)
        .join('; ') +
      '.',
    here: ({ settings: { schedule } }) => `The schedule is ‘${schedule}’.`,
    cells: (subject) => subject.named('schedule.name', 'notebook.rate_now'),
    see: ['learningRate', 'step'],
  },
  validation: {
    term: 'Validation',
    also: ['validation share', 'validation images', 'held-out images', 'test set'],
    question: 'What is validation?',
    text:
      'Validation images are kept out of training and only evaluated, so that they tell how well the network does on images ' +
      'that it has not learned from. The validation share is the part of imported images that is kept so; a notebook that ' +
      'draws its own images draws 500 others for it.',
    here: ({ spec: { data }, settings: { validationShare } }) =>
      data.set === undefined ? undefined : `The validation share is ${validationShare}.`,
    cells: (subject) => subject.named('notebook.validation_share'),
    see: ['overfitting', 'accuracy', 'epoch'],
  },
  overfitting: {
    term: 'Overfitting',
    also: ['generalisation', 'memorising'],
    question: 'What is overfitting?',
    text:
      'A network overfits when it learns its training images by heart instead of what they have in common: the training loss ' +
      'still falls while the validation loss rises. More images, dropout, weight decay, or a network with fewer parameters help against it.',
    see: ['validation', 'dropout', 'weightDecay'],
  },
  mode: {
    term: 'Train and evaluate',
    also: ['mode', 'training mode', 'evaluation', 'inference'],
    question: 'What is the mode?',
    text:
      'The mode says how the page is computed. In ‘train’, dropout drops numbers and batch normalisation takes mean and ' +
      'variance from the batch; in ‘evaluate’, as in use, nothing is dropped and it takes the running ones. Without those ' +
      'two kinds of layer both modes are the same; a step always trains.',
    cells: (subject) => subject.named('notebook.mode'),
    see: ['dropout', 'batchNorm'],
  },
});

function batchInNumbers({ spec: { data }, settings: { batchSize } }: Subject): string {
  if (batchSize === 1) return 'A batch is 1 image, the one on the page.';
  const others = `A batch is ${batchSize} images: the one on the page and ${count(batchSize - 1, 'other')}.`;
  if (data.set === undefined) return others;
  return `${others} A validation image on the page is replaced by a training image.`;
}
