// Unit tests that take long, `npm run test:long`: large networks as formulas, many runs of properties.
const unit = require('../jest.config.cjs');

process.env.CELLVOLUTION_LONG = '1';

module.exports = {
  ...unit,
  rootDir: '..',
  testMatch: ['**/*.long.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/'],
  testTimeout: 600_000,
};
