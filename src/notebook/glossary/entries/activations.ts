import { activationOf } from '../../../engine/layers';
import { columnsOf } from '../../model/unused';
import { activationWord } from '../../model/words';
import { entries } from '../entry';

/** Activations in general; each kind has its own entry. */
export const activations = entries({
  activation: {
    term: 'Activation',
    also: ['activation function', 'nonlinearity', 'linear', 'none'],
    question: 'What is an activation?',
    text:
      'An activation is a function that every weighted sum goes through, such as ReLU; ‘none’ leaves the sum as it is. ' +
      'Without one between them, two layers in a row can do no more than one, since weighted sums of weighted sums are weighted ' +
      'sums. The numbers that come out are called activations, too.',
    here: ({ layers }) => {
      const those = layers.flatMap((layer) =>
        columnsOf(layer.type).includes('Activation')
          ? `${layer.name} ${activationWord(activationOf(layer))}`
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
});
