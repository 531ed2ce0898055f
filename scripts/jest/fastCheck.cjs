// What tests get as fast-check: the package, with seeds that follow from $SEED and the name of the test. Without $SEED they are
// those of the commit (see jest.config.cjs): it is tried with the same cases wherever it is tested, the next one with others.
const { createHash } = require('node:crypto');
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

/** Has what is drawn from now on follow from $SEED and a name; at random where there is no seed. */
function drawFor(name) {
  const { SEED: seed } = process.env;
  if (!seed) return;
  const hash = createHash('sha256').update(`${seed} ${name}`).digest();
  fastCheck.configureGlobal({ ...fastCheck.readConfigureGlobal(), seed: hash.readInt32LE() });
}

const { testPath = '' } = expect.getState();
drawFor(testPath.split('/').pop());
beforeEach(() => drawFor(expect.getState().currentTestName));

module.exports = fastCheck;
