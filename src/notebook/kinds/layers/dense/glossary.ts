import { layerGlossary } from '../../../glossary/entry';
import { count, whole } from '../../../glossary/phrases';
import type { ShapedLayer } from '../../../glossary/subject';

export const glossary = layerGlossary({
  key: 'dense',
  labels: { bias: 'bias' },
  entries: {
    dense: {
      term: 'Dense layer',
      also: ['fully connected layer', 'linear layer', 'FC', 'dense weights', 'unit', 'neuron'],
      question: 'What is a dense layer?',
      asked: ['Is dense the same as fully connected?'],
      text:
        'A dense layer has units, and each unit reads every number of the layer before: it multiplies each of them by a ' +
        'weight of its own, adds up the products and adds its bias; an activation may follow. Fully connected layer is another name for the same; one that is fully connected without bias adds the products alone.',
      here: (subject) => {
        const layer = subject.pick(subject.all('dense'));
        return layer && denseInNumbers(layer);
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('dense')))),
      see: ['flatten', 'weight', 'bias', 'globalAveragePool'],
    },
  },
});

function denseInNumbers({ name, units, shape: { input } }: ShapedLayer<'dense'>): string {
  const inputs = input.channels;
  if (units === 1)
    return `${name} has 1 unit, which reads ${count(inputs, 'number')}: ${count(inputs, 'weight')} and 1 bias.`;
  return (
    `${name} has ${count(units, 'unit')}, and each reads ${count(inputs, 'number')}: ` +
    `${units} · ${whole(inputs)} = ${count(units * inputs, 'weight')} and ${count(units, 'bias', 'biases')}.`
  );
}
