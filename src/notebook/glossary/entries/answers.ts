import { lossFor } from '../../../engine/losses';
import { lossKinds } from '../../kinds/losses';
import { lossWord } from '../../model/words';
import { entries } from '../entry';
import { count } from '../phrases';
import type { Subject } from '../subject';

/** The outputs of a network, and how good they are. */
export const answers = entries({
  logits: {
    term: 'Logits',
    also: ['scores', 'dense activation', 'output of the last layer'],
    question: 'What are logits?',
    text:
      'Logits are the numbers that the last layer makes, before softmax or sigmoid turns them into probabilities. They may ' +
      'be any numbers, also below 0; the larger one is, the likelier the network takes its class to be. The page of lesson 4 heads ' +
      'its logit as fast.ai does: Dense activation.',
    here: (subject) => `${subject.layers.at(-1)!.name} makes ${count(subject.unitsOfLoss, 'number')}.`,
    cells: (subject) => subject.target(subject.plan.layout.blocks.filter(({ role }) => role === 'logits')),
    see: ['softmax', 'sigmoid', 'probability'],
  },
  probability: {
    term: 'Probability',
    also: ['probabilities', 'confidence'],
    question: 'What is the probability?',
    text:
      'The probability is how likely the network takes a class to be, from 0 to 1. It is the softmax or the sigmoid of the ' +
      'logits; whether the network is right to be so sure is another matter.',
    here: (subject) => {
      const { loss } = subject.spec.network;
      if (lossKinds[loss].makes === 'output') return undefined;
      return `It is the ${lossFor[loss].applies} of the ${count(subject.unitsOfLoss, 'logit')}.`;
    },
    cells: (subject) =>
      lossKinds[subject.spec.network.loss].makes === 'output'
        ? undefined
        : subject.named('output.probability'),
    see: ['softmax', 'sigmoid', 'prediction'],
  },
  class: {
    term: 'Class and label',
    also: ['category', 'ground truth'],
    question: 'What is a class?',
    text:
      'A class is one of the answers that a network chooses from, such as a digit. The label of an image is the class that it ' +
      'really belongs to, or one of several; somebody had to say so.',
    here: ({ spec: { classes, question } }) => {
      if (classes.length === 1)
        return `There is one question, ${question.replace(/\?$/, '')}, and two answers: ${classes[0]} or not.`;
      return classes.length ? `There are ${classes.length}: ${some(classes)}.` : undefined;
    },
    see: ['target', 'oneHot', 'prediction'],
  },
  target: {
    term: 'Target',
    also: ['label', 'desired output'],
    question: 'What is the target?',
    text:
      'The target is what the output should be for the image on the page: 1 for what its label says and 0 for all else. ' +
      'The loss compares the output with it. You may type over it.',
    here: (subject) => `The target is ${count(subject.unitsOfLoss, 'number')}.`,
    cells: (subject) => subject.named('output.target'),
    see: ['oneHot', 'class', 'loss'],
  },
  oneHot: {
    term: 'One-hot',
    also: ['one hot encoding'],
    question: 'What is one-hot?',
    text:
      'One-hot is a way to write a class as numbers: one number for each class, 1 for the right one and 0 for all others. ' +
      'So the target has the form of the probabilities and can be compared with them, number by number.',
    here: (subject) =>
      isOneHot(subject)
        ? `The target is one-hot: ${subject.unitsOfLoss} numbers, one for each class.`
        : undefined,
    cells: (subject) => (isOneHot(subject) ? subject.named('output.target') : undefined),
    see: ['target', 'softmax', 'crossEntropy'],
  },
  prediction: {
    term: 'Prediction',
    also: ['predicted class'],
    question: 'What is the prediction?',
    text:
      'The prediction is the class that the network would choose: the one with the largest probability. Where each label ' +
      'has a sigmoid of its own, it is all labels whose probability is above 0.5.',
    cells: (subject) => subject.named('output.predicted'),
    see: ['probability', 'accuracy'],
  },
  loss: {
    term: 'Loss',
    also: ['cost', 'error', 'objective', 'batch loss'],
    question: 'What is the loss?',
    text:
      'The loss is one number that says how far the output is from the target; the smaller, the better. That of the image on ' +
      'the page stands beside its target. The batch loss is the mean over all images of the batch, and training goes down its gradient.',
    here: ({ spec }) => `The loss is the ${lossWord(spec.network.loss)}.`,
    cells: (subject) => subject.named('output.loss'),
    see: ['crossEntropy', 'squaredError', 'gradient', 'batch'],
  },
  crossEntropy: {
    term: 'Cross-entropy',
    also: ['softmax cross-entropy', 'sigmoid cross-entropy', 'binary cross-entropy', 'log loss'],
    question: 'What is the cross-entropy?',
    text:
      'With softmax, the cross-entropy of an image is −ln of the probability of the right class: 0 if that is 1, and large ' +
      'if it is near 0. With sigmoids it is summed over the labels: −ln p where the target is 1, −ln(1 − p) where it is 0. ' +
      'The gradient of the batch loss with respect to a logit is simply (probability − target) / batch size.',
    here: (subject) => lossIfOf(subject, 'crossEntropy'),
    cells: (subject) => (lossIfOf(subject, 'crossEntropy') ? subject.named('output.loss') : undefined),
    see: ['softmax', 'sigmoid', 'loss'],
  },
  squaredError: {
    term: 'Squared error',
    also: ['mean squared error', 'MSE', 'output'],
    question: 'What is the squared error?',
    text:
      'The squared error of an image is the mean, over its outputs, of (output − target)². It is for quantities: the ' +
      'outputs are compared as they are, and no softmax or sigmoid makes probabilities of them.',
    here: (subject) => lossIfOf(subject, 'squaredError'),
    cells: (subject) => (lossIfOf(subject, 'squaredError') ? subject.named('output.loss') : undefined),
    see: ['loss', 'crossEntropy'],
  },
  accuracy: {
    term: 'Accuracy',
    also: ['training accuracy', 'validation accuracy', 'correct'],
    question: 'What is the accuracy?',
    text:
      'The accuracy is the share of images that are classified correctly. It does not say how sure the network was, which the loss does. ' +
      'Training goes by the loss, since the accuracy changes in jumps and so gives no gradient to go down.',
    see: ['loss', 'validation', 'confusion'],
  },
  confusion: {
    term: 'Confusion matrix',
    also: ['recall', 'precision', 'false alarm'],
    question: 'What is a confusion matrix?',
    text:
      'A confusion matrix counts what is predicted for what: a row for each true class, a column for each predicted one, and on the ' +
      'diagonal what is correct. Recall is the share of a class’s images that are found; precision is the share of what is ' +
      'predicted as the class that really is of it.',
    see: ['accuracy', 'prediction'],
  },
});

/** The loss of the notebook, if an entry is about it. */
function lossIfOf({ spec: { network } }: Subject, entry: string): string | undefined {
  return lossKinds[network.loss].entry === entry ? `The loss is the ${lossWord(network.loss)}.` : undefined;
}

/** Whether exactly one class is true, so that its target is 1 and all others 0. */
function isOneHot({ spec: { network } }: Subject): boolean {
  return lossKinds[network.loss].sharesOut;
}

/** Most classes that are listed. */
const NAMED = 12;

function some(classes: readonly string[]): string {
  return classes.length > NAMED ? `${classes.slice(0, NAMED).join(', ')} …` : classes.join(', ');
}
