import fc from 'fast-check';
import { inferShapes } from '../../../src/engine/shapes';
import { parseModel } from '../../../src/notebook/model/parse';
import { rowsOf } from '../../../src/notebook/model/rows';
import { lossWord } from '../../../src/notebook/model/words';
import { STARTERS } from '../../../src/notebook/presets';
import { anyNetwork } from '../networks';
import { fields, row } from './table';

const FLATTEN = row({ Layer: 'flatten' });
const TEN = row({ Layer: 'dense', 'Filters or units': 10 });

test('blank cells take what is usual, and layers are named after their kind', () => {
  const { network, problems } = parseModel(fields(), [
    row({ Layer: 'convolution', 'Filters or units': 8, Activation: 'ReLU' }),
    row({ Layer: 'max pool' }),
    FLATTEN,
    TEN,
  ]);
  expect(problems).toEqual([]);
  expect(network?.layers).toEqual([
    {
      type: 'conv2d',
      name: 'conv1',
      filters: 8,
      kernel: [3, 3],
      stride: 1,
      padding: 'valid',
      dilation: 1,
      activation: 'relu',
    },
    { type: 'maxPool2d', name: 'pool1', size: [2, 2], stride: 2, padding: 'valid' },
    { type: 'flatten', name: 'flatten1' },
    { type: 'dense', name: 'dense1', units: 10, activation: 'none' },
  ]);
});

test('words may be written as people write them', () => {
  const { network, initial } = parseModel(fields(), [
    row({
      Layer: 'Conv',
      'Filters or units': '4',
      Kernel: '5x3',
      Padding: 'Same',
      Initialiser: 'glorot normal',
    }),
    FLATTEN,
    row({ Layer: 'Fully Connected', 'Filters or units': 10, Initialiser: 'normal 0.02' }),
  ]);
  expect(network?.layers[0]).toMatchObject({ type: 'conv2d', filters: 4, kernel: [5, 3], padding: 'same' });
  expect(network?.layers[2]).toMatchObject({ type: 'dense', units: 10 });
  expect(initial).toEqual({
    'conv1.filters': { initialiser: 'Xavier normal' },
    'dense1.weights': { initialiser: 'normal', argument: 0.02 },
  });
});

test.each([
  ['2×1', '', [2, 1]],
  ['1 by 2', '', [1, 2]],
  ['3x3', '', 3],
  ['2x1', '2 x 1', [2, 1]],
  ['2x1', '1', 1],
  ['2x2', '1*2', [1, 2]],
] as const)('a window of %s with the stride “%s” moves on by %j', (Kernel, Stride, stride) => {
  const { network, problems } = parseModel(fields(), [
    row({ Layer: 'max pool', Kernel, Stride }),
    FLATTEN,
    TEN,
  ]);
  expect(problems).toEqual([]);
  expect(network!.layers[0]).toMatchObject({ stride });
});

test('blank rows between layers are passed over', () => {
  const { rows, problems } = parseModel(fields(), [row({}), FLATTEN, row({}), TEN, row({})]);
  expect(problems).toEqual([]);
  expect(rows).toEqual([1, 3]);
});

const CONV = { Layer: 'convolution', 'Filters or units': 2 };

test.each([
  ['an unknown layer', [row({ Layer: 'convolushion' })], 0, 'Layer', /"convolushion"; choose one of/],
  ['no filters', [row({ Layer: 'convolution' })], 0, 'Filters or units', /filters is missing; type a whole/],
  ['half a filter', [row({ ...CONV, 'Filters or units': 1.5 })], 0, 'Filters or units', /1\.5; type a whole/],
  ['a kernel of words', [row({ ...CONV, Kernel: 'big' })], 0, 'Kernel', /"big"; type its height and width/],
  [
    'a stride of 0',
    [row({ ...CONV, Stride: 0 })],
    0,
    'Stride',
    /stride is 0; type a whole number.*such as 2×1/,
  ],
  ['an unknown padding', [row({ ...CONV, Padding: 'full' })], 0, 'Padding', /choose valid or same/],
  [
    'an unknown activation',
    [row({ ...CONV, Activation: 'swish' })],
    0,
    'Activation',
    /"swish"; choose one of/,
  ],
  [
    'an unknown initialiser',
    [row({ ...CONV, Initialiser: 'mine' })],
    0,
    'Initialiser',
    /"mine"; choose one of/,
  ],
  [
    'dropping everything',
    [row({ Layer: 'dropout', 'Filters or units': 1 })],
    0,
    'Filters or units',
    /from 0 up to/,
  ],
  [
    'a kernel larger than the map',
    [row(CONV), row({ Layer: 'max pool', Kernel: 13 }), row({ ...CONV, Kernel: 5 }), FLATTEN, TEN],
    2,
    'Kernel',
    /5×5 is larger than the map it reads, which is 2×2/,
  ],
  ['dense before flatten', [row(CONV), TEN, FLATTEN], 1, 'Layer', /Put a flatten layer before it/],
  [
    'two layers of one name',
    [row({ ...CONV, Name: 'a' }), row({ ...CONV, Name: 'a' })],
    1,
    'Name',
    /both called 'a'/,
  ],
  [
    'an activation before a loss that has its own',
    [FLATTEN, row({ ...TEN, Activation: 'softmax' })],
    1,
    'Activation',
    /none/,
  ],
  [
    'one unit for softmax',
    [FLATTEN, row({ ...TEN, 'Filters or units': 1 })],
    1,
    'Filters or units',
    /at least 2/,
  ],
] as const)('%s is told with the cell and what would be right', (_, rows, at, column, message) => {
  const { problems } = parseModel(fields(), rows);
  expect(problems[0]).toMatchObject({ row: at, column });
  expect(problems[0].message).toMatch(message);
});

test('what is wrong above the table is told, too', () => {
  const { problems } = parseModel(fields({ Height: 'tall', Loss: 'hope' }), [FLATTEN, TEN]);
  expect(problems.map(({ column }) => column)).toEqual(['Height', 'Loss']);
});

test('layers before the first fault are still counted', () => {
  const { network, rows } = parseModel(fields(), [row(CONV), row({ ...CONV, Kernel: 99 }), FLATTEN, TEN]);
  expect(network?.layers).toHaveLength(1);
  expect(rows[0]).toBe(0);
});

test.each(STARTERS.map(({ name, spec }) => [name, spec] as const))(
  'the table of %s reads back as the same network',
  (_, { network }) => {
    const { height, width, channels } = network.input;
    const parsed = parseModel(
      fields({ Channels: channels, Height: height, Width: width, Loss: lossWord(network.loss) }),
      rowsOf(network),
    );
    expect(parsed.problems).toEqual([]);
    expect(inferShapes(parsed.network!)).toEqual(inferShapes(network));
  },
);

test('any network reads back from its table as the same shapes, with a bias where it had one', () => {
  fc.assert(
    fc.property(anyNetwork, (network) => {
      const { height, width, channels } = network.input;
      const parsed = parseModel(
        fields({ Channels: channels, Height: height, Width: width, Loss: lossWord(network.loss) }),
        rowsOf(network),
      );
      expect(parsed.problems).toEqual([]);
      expect(inferShapes(parsed.network!)).toEqual(inferShapes(network));
    }),
  );
});

test.each(['convolution without bias', 'Conv, no bias', 'conv2d  without  bias'])(
  '"%s" has no bias',
  (Layer) => {
    const { network, problems } = parseModel(fields(), [row({ Layer, 'Filters or units': 2 }), FLATTEN, TEN]);
    expect(problems).toEqual([]);
    expect(network?.layers[0]).toMatchObject({ type: 'conv2d', bias: false });
    expect(network?.layers[2]).not.toHaveProperty('bias');
  },
);

test('a layer that never has a bias is not called one without', () => {
  const { problems } = parseModel(fields(), [row({ Layer: 'flatten without bias' }), TEN]);
  expect(problems[0]).toMatchObject({ row: 0, column: 'Layer' });
});
