import { entries } from '../entry';

/** Words on the page that are not terms of the field. */
export const page = entries({
  imageNumber: {
    term: 'Image number',
    also: ['next image'],
    question: 'What is the image number?',
    text:
      'The image number says which image stands on the page, counted from 1. Next image counts it on by one, or you type ' +
      'another. The image on the page is also one of the batch that a step trains with, unless it is a ' +
      'validation image.',
    here: ({ settings: { image } }) => `It is ${image}.`,
    cells: (subject) => subject.named('notebook.image'),
    see: ['input', 'batch'],
  },
  images: {
    term: 'Images',
    also: ['data', 'data set', 'training images'],
    question: 'Which images are these?',
    text:
      'A network learns from images whose labels are known. A notebook draws its own from the seed, or takes those that you ' +
      'bring from files; the pane’s tab Images does that.',
    here: ({ spec: { data } }) =>
      data.set === undefined
        ? `The notebook draws them: ${data.generator}.`
        : `They come from “${data.name}”.`,
    cells: (subject) => subject.named('notebook.data'),
    see: ['class', 'validation', 'seed'],
  },
  colours: {
    term: 'Colours of the cells',
    also: ['legend', 'red', 'blue'],
    question: 'What do the colours mean?',
    text:
      'White is 0, red is above 0, blue is below it, the stronger the further. In each block the strongest red is its largest ' +
      'number, and the strongest blue its smallest. What is framed, or blue on yellow, is yours to type over.',
    see: ['featureMap', 'filter'],
  },
  message: {
    term: 'Message',
    question: 'What is the message?',
    text:
      'In this cell the notebook says what keeps it from computing, such as text where a number should be, and which cell is ' +
      'meant; or what a command has done.',
    cells: (subject) => subject.named('notebook.message'),
  },
});
