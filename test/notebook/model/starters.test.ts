import { TYPED } from '../../../src/notebook/model/columns';
import { parseModel } from '../../../src/notebook/model/parse';
import { rowsOf } from '../../../src/notebook/model/rows';
import { unusedNote } from '../../../src/notebook/model/unused';
import {
  ACTIVATION_WORDS,
  INITIALISER_WORDS,
  LAYER_WORDS,
  LOSS_WORDS,
  lossWord,
  PADDING_WORDS,
} from '../../../src/notebook/model/words';
import { STARTERS } from '../../../src/notebook/presets';
import { fields } from './table';

/** The lists of the table; a word that is not in its list gets a mark from Excel. */
const LISTS: Readonly<Partial<Record<(typeof TYPED)[number], readonly string[]>>> = {
  Layer: LAYER_WORDS,
  Padding: PADDING_WORDS,
  Activation: ACTIVATION_WORDS,
};

test.each(STARTERS)('nothing is marked in the table of $name', ({ spec: { network, initial } }) => {
  const { channels, height, width } = network.input;
  const rows = rowsOf(network, initial);
  const above = { Channels: channels, Height: height, Width: width, Loss: lossWord(network.loss) };
  const { problems, network: read } = parseModel(fields(above), rows);
  expect(problems).toEqual([]);
  expect(LOSS_WORDS).toContain(above.Loss);
  rows.forEach((row, index) => {
    expect(unusedNote(row, read!.layers[index].type, index)).toBe('');
    for (const [column, words] of Object.entries(LISTS))
      expect(['', ...words]).toContain(row[column as keyof typeof LISTS]);
    expect(['', ...INITIALISER_WORDS]).toContain(String(row.Initialiser).replace(/ -?[\d.]+$/, ''));
  });
});
