import { imagesTexts } from '../../../src/texts/pane/images';

test('the progress of an import counts pictures', () => {
  expect(imagesTexts.picturesRead(0, 1)).toBe('0 of 1 picture read');
  expect(imagesTexts.picturesRead(1000, 60_000)).toBe('1,000 of 60,000 pictures read');
});

test('images are counted where they have an end', () => {
  expect(imagesTexts.source('mine', 3)).toBe('Images: mine, 3 of them.');
  expect(imagesTexts.source('bars', undefined)).toBe('Images: bars, as many as you need.');
});
