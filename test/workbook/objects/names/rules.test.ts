import { isValidName } from '../../../../src/workbook/objects/names/rules';

test.each(['conv1.filter1.channel1', 'sgd.learning_rate', '_x', 'Größe', 'A', 'ABCD1', 'XFE1', 'A1048577'])(
  '%s is a name',
  (name) => {
    expect(isValidName(name)).toBe(true);
  },
);

test.each(['', 'FC1', 'fc1', 'R1C1', 'R', 'c', 'r2', '1st', 'two words', 'a-b', 'a!b', 'x'.repeat(256)])(
  '"%s" is not',
  (name) => {
    expect(isValidName(name)).toBe(false);
  },
);
