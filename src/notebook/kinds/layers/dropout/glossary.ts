import { layerGlossary } from '../../../glossary/entry';

export const glossary = layerGlossary({
  key: 'dropout',
  labels: {},
  entries: {
    dropout: {
      term: 'Dropout',
      also: ['mask'],
      question: 'What is dropout?',
      text:
        'In training, dropout sets a random share of the numbers to 0 and multiplies the others by 1 / (1 − share), so that ' +
        'their sum stays the same on average. No unit can then rely on one other alone, which works against overfitting. In ' +
        'evaluate mode nothing is dropped.',
      here: (subject) => {
        const layer = subject.pick(subject.all('dropout'));
        return (
          layer &&
          `${layer.name} drops a share of ${layer.rate}. Its mask holds what each number is multiplied by, and is drawn anew for each step.`
        );
      },
      cells: (subject) => subject.target(subject.blocksOf(subject.pick(subject.all('dropout')))),
      see: ['overfitting', 'mode'],
    },
  },
});
