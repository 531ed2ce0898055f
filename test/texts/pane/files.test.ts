import { filesTexts } from '../../../src/texts/pane/files';

test('files of several kinds are listed with one of each', () => {
  expect(
    filesTexts.mixed([
      ['pictures', '7.png'],
      ['a CSV file', 'a.csv'],
      ['IDX files', 'b.idx'],
    ]),
  ).toContain('Found pictures (7.png), a CSV file (a.csv), and IDX files (b.idx) among the chosen files');
});
