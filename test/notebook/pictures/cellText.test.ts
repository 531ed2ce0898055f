import { cellText, numberText } from '../../../src/notebook/pictures/cellText';
import { aBlock } from './support';

test.each([
  [0, '0.0;-0.0;0', '0'],
  [0.04, '0.0;-0.0;0', '0.0'],
  [-0.25, '0.0;-0.0;0', '-0.3'],
  [2187.325, '0.00', '2187.33'],
  [1.005, '0.00', '1.01'],
  [-0.001, '0.00', '-0.00'],
  [1234.5678, '0.000;-0.000;0', '1234.568'],
  [17, '0', '17'],
  [0.005, 'General', '0.005'],
  [1e-8, 'General', '1E-08'],
  [0.1 + 0.2, 'General', '0.3'],
  [1.5e21, 'General', '1.5E+21'],
  [NaN, '0.00', '#NUM!'],
  [-Infinity, 'General', '#NUM!'],
])('%d in the format %s is %s', (value, format, shown) => {
  expect(numberText(value, format)).toBe(shown);
});

test('a setting that is a word shows its word', () => {
  expect(cellText(aBlock({ name: 'optimiser.name', format: 'General' }), 0)).toBe('SGD');
  expect(cellText(aBlock({ name: 'sgd.learning_rate', format: 'General' }), 0.02)).toBe('0.02');
});
