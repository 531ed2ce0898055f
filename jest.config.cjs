// Unit tests, which need no browser: `npx jest`. Those in a browser have a configuration of their own in test/browser,
// those that take long, `*.long.test.ts`, in test/jest.long.config.cjs.
const { spawnSync } = require('node:child_process');
const os = require('node:os');
const { ESM, INSTEAD, SWC } = require('./scripts/run-sources.cjs');

const excelts = '<rootDir>/node_modules/@cj-tech-master/excelts/dist/cjs';
const swc = ['@swc/jest', SWC];

// Properties are tried with cases that follow from the commit, see scripts/jest/fastCheck.cjs; with SEED= at random.
process.env.SEED ??=
  spawnSync('git', ['rev-parse', 'HEAD'], { cwd: __dirname, encoding: 'utf8' }).stdout?.trim() ?? '';

module.exports = {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/browser/', '\\.long\\.test\\.'],
  // No test fails because the machine is slow; one that hangs ends all the same.
  testTimeout: 300_000,
  maxWorkers: Math.max(2, os.availableParallelism() - 1),
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/scripts/jest/promptTimers.cjs'],
  reporters: ['default', '<rootDir>/scripts/jest/results.cjs'],
  transform: {
    '\\.asc$': '<rootDir>/scripts/assembly.cjs',
    '^.+\\.tsx?$': swc,
    [`node_modules/(${ESM})/.+\\.js$`]: swc,
  },
  // The second look-ahead is for packages that are nested in others.
  transformIgnorePatterns: [`/node_modules/(?!.*/node_modules/)(?!(${ESM})/)`],
  moduleNameMapper: {
    ...Object.fromEntries(INSTEAD.map(([pattern, other]) => [pattern.source, other])),
    // In a window, packages give jest their ES modules.
    '^@cj-tech-master/excelts$': `${excelts}/index.js`,
    '^@cj-tech-master/excelts/chart$': `${excelts}/modules/excel/chart/index.js`,
    '\\.css$': '<rootDir>/scripts/jest/empty.cjs',
    '^fast-check$': '<rootDir>/scripts/jest/fastCheck.cjs',
  },
};
