import { isPicture, labelInName, labelsOf } from '../../src/data/picturePath';

describe('isPicture', () => {
  it.each(['a.png', 'pets/cat/1.JPG', 'a b.jpeg', 'x.tar.webp'])('takes %s', (path) => {
    expect(isPicture(path)).toBe(true);
  });

  it.each(['Thumbs.db', 'cat/.DS_Store', 'cat/._1.png', '.png', 'notes.txt', 'png', 'a.svg'])(
    'passes %s over',
    (path) => {
      expect(isPicture(path)).toBe(false);
    },
  );
});

describe('labelsOf', () => {
  it('takes the folders, where there are several', () => {
    expect(labelsOf(['pets/cat/1.png', 'pets/cat/2.png', 'pets/big dog/1.png'])).toEqual([
      'cat',
      'cat',
      'big dog',
    ]);
  });

  it('takes the names, where all are in one folder or none', () => {
    expect(labelsOf(['digits/7-001.png', 'digits/3-001.png'])).toEqual(['7', '3']);
    expect(labelsOf(['cat_1.png', 'dog_1.png'])).toEqual(['cat', 'dog']);
  });
});

describe('labelInName', () => {
  it.each([
    ['cat_12.png', 'cat'],
    ['cat12.png', 'cat'],
    ['cat-12.png', 'cat'],
    ['cat (12).png', 'cat'],
    ['cat.12.png', 'cat'],
    ['cat.png', 'cat'],
    ['7-003.png', '7'],
    ['7.png', '7'],
    ['7 (2).png', '7'],
    ['7a.png', '7'],
    ['img7.png', 'img'],
    ['Äpfel_1.jpg', 'Äpfel'],
    ['猫_1.jpg', '猫'],
    ['_12.png', '_12'],
  ])('%s → %s', (name, label) => {
    expect(labelInName(name)).toBe(label);
  });
});
