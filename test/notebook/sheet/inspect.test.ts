import { parseA1 } from '../../../src/notebook/sheet/address';
import { inspect } from '../../../src/notebook/sheet/inspect';
import { layOut } from '../../../src/notebook/layout';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';

const { blocks } = layOut(LESSON_4);
const block = (name: string) => blocks.find((each) => each.name === name)!;

/** What is said of a filter whose middle cell holds `value`. */
function complaint(value: unknown): string | undefined {
  const rows = [
    [0, 0, 0],
    [0, value, 0],
    [0, 0, 0],
  ];
  return inspect(block('conv1.filter1.channel1'), parseA1('AD11:AF13'), rows).problems?.[0].message;
}

test('numbers are taken', () => {
  expect(inspect(block('conv1.filter1.bias'), parseA1('AD15'), [[0.25]])).toEqual({ values: [0.25] });
});

test('text, a blank, an error and TRUE are named with their cell and what to do', () => {
  expect(complaint('hello')).toBe(
    'AE12 (conv1, filter 1, channel 1) holds the text "hello". Type a number, such as 0.',
  );
  expect(complaint('')).toBe('AE12 (conv1, filter 1, channel 1) holds nothing. Type a number, such as 0.');
  expect(complaint('#DIV/0!')).toMatch('holds the error #DIV/0!');
  expect(complaint(true)).toMatch('holds TRUE');
});

test('a long text is cut', () => {
  expect(complaint('x'.repeat(1000))!.length).toBeLessThan(140);
});

test('a learning rate of a billion is refused with what would be right', () => {
  expect(inspect(block('sgd.learning_rate'), parseA1('EW4'), [[1e9]]).problems![0].message).toBe(
    'EW4 (learning rate) holds the number 1000000000. Type a number from 0 to 100; 0.005 is a good start.',
  );
});

test('half a batch is refused', () => {
  expect(inspect(block('sgd.batch_size'), parseA1('EW6'), [[1.5]]).problems![0].message).toMatch(
    'a whole number',
  );
});

test('a target beyond 1 is refused', () => {
  expect(inspect(block('output.target'), parseA1('ER4'), [[2]]).problems![0].message).toMatch('from 0 to 1');
});

test('a block that lost a row says so', () => {
  const problem = inspect(block('conv1.filter1.channel1'), parseA1('AD11:AF12'), []).problems![0];
  expect(problem.message).toMatch(
    'AD11:AF12 (conv1, filter 1, channel 1) should be 3×3 cells and is now 2×3',
  );
});

test('a block that is gone says so', () => {
  const problem = inspect(block('conv1.filter1.channel1'), undefined, []).problems![0];
  expect(problem.message).toMatch('The cells of conv1, filter 1, channel 1');
  expect(problem.message).toMatch('Undo the deletion');
});

test('a block that moved is read where it stands', () => {
  const problem = inspect(block('conv1.filter1.bias'), parseA1('AD16'), [['x']]).problems![0];
  expect(problem.message).toMatch(/^AD16 /);
});
