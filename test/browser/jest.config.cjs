const unit = require('../../jest.config.cjs');

// Tests in a real browser; started by scripts/test-browser.mjs, which builds, serves and names the page.
module.exports = {
  rootDir: '../..',
  roots: ['<rootDir>/test/browser'],
  testMatch: ['**/*.test.ts'],
  testEnvironment: 'node',
  reporters: unit.reporters,
  testTimeout: 120_000,
  maxWorkers: 1,
  transform: unit.transform,
};
