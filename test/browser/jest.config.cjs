const unit = require('../../jest.config.cjs');

// Tests in a real browser; started by scripts/test-browser.mjs, which builds, serves and names the page. It also says
// whether those are meant that take long.
const isLong = process.env.CELLVOLUTION_LONG === '1';

module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testMatch: [isLong ? '**/*.long.test.ts' : '**/!(*.long).test.ts'],
  testEnvironment: '<rootDir>/scripts/jest/browserEnvironment.cjs',
  reporters: unit.reporters,
  testTimeout: 600_000,
  // A page waits for half of its time.
  maxWorkers: 2,
  transform: unit.transform,
};
