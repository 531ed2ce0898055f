import { problemMessages } from '../../../src/addin/workbook/problemMessages';
import { inspect } from '../../../src/notebook/sheet/inspect';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';

const { blocks } = planNotebook(LESSON_4, 'Lesson 4').sheets.values;
const block = (name: string) => blocks.find((each) => each.name === name)!;
const filter = block('conv1.filter1.channel1');

/** What is wrong with the cells of a filter. */
const wrongWith = (rows: readonly (readonly unknown[])[]) =>
  inspect(filter, filter.rect, rows).problems ?? [];

test('one fault is told in its own words', () => {
  const problems = wrongWith([
    [0, 0, 0],
    [0, 'hello', 0],
    [0, 0, 0],
  ]);
  expect(problemMessages(problems)).toEqual([
    'AE12 (conv1, filter 1, channel 1) holds the text "hello". Type a number, such as 0.',
  ]);
});

test('a pasted area of text is one message, which names the first cells', () => {
  const problems = wrongWith([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
    [0, 0, 0],
  ]);
  expect(problemMessages(problems)).toEqual([
    'AD11 (conv1, filter 1, channel 1) holds the text "a". Type a number, such as 0. ' +
      'The same is wrong with AE11, AF11, AD12, and 2 more cells.',
  ]);
});

test('faults of different kinds stay apart', () => {
  const problems = wrongWith([
    ['a', '', 0],
    ['b', '#N/A', 0],
    [0, 0, 0],
  ]);
  expect(problemMessages(problems)).toHaveLength(3);
});

test('an insertion through several blocks is one message', () => {
  const torn = ['conv1.filter1.channel1', 'conv1.filter2.channel1', 'conv2.filter1.channel1'].flatMap(
    (name) => {
      const { rect } = block(name);
      return inspect(block(name), { ...rect, rows: rect.rows + 1 }, []).problems ?? [];
    },
  );
  expect(torn).toHaveLength(3);
  const [message, ...others] = problemMessages(torn);
  expect(others).toEqual([]);
  expect(message).toMatch(/^AD11:AF14 .* inserted or deleted inside it\. Undo that/);
  expect(message).toMatch(
    /The same happened to conv1, filter 2, channel 1 and conv2, filter 1, channel 1\.$/,
  );
});

test.each([
  ['0,01', 'The decimal sign of this Excel is a point: type 0.01.'],
  ['−1,5', 'The decimal sign of this Excel is a point: type -1.5.'],
  ['0.01', 'If the decimal sign of this Excel is a comma, type 0,01'],
  ['1,2,3', 'Type a number, such as 0.'],
  ['x,1', 'Type a number, such as 0.'],
])('the text "%s" in a cell: %s', (text, advice) => {
  const rows = [
    [text, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  expect(wrongWith(rows)[0].message).toContain(`holds the text "${text}". ${advice}`);
});
