import { execFileSync } from 'node:child_process';
import { all, letters, punctuations } from '../../../src/workbook/grid/cjkRegex';

/** What follows has been filled by newer editions of Unicode than that of the package, which Node may know. */
const LAST = 0x2ebef;

/** Of the package that is replaced: for each of its three patterns all characters that match, in code points. */
const PROGRAM = `
  import * as cjk from 'cjk-regex';
  const patterns = [cjk.letters(), cjk.punctuations(), cjk.all()].map((each) => each.toRegExp());
  const all = Array.from({ length: ${LAST + 1} }, (_, code) => code);
  const found = patterns.map((one) => all.filter((code) => one.test(String.fromCodePoint(code))));
  console.log(JSON.stringify(found));`;

// The package takes a few places of no character for letters.
const known = Array.from({ length: LAST + 1 }, (_, code) => code).filter((code) =>
  /\p{Assigned}/u.test(String.fromCodePoint(code)),
);

test('letters and punctuation of Chinese, Japanese and Korean are those that cjk-regex finds', () => {
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', PROGRAM], {
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  const theirs = (JSON.parse(printed) as number[][]).map((codes) => new Set(codes));
  const ours = [letters(), punctuations(), all()].map((each) => each.toRegExp());
  expect(theirs.map(({ size }) => size > 500)).toEqual([true, true, true]);
  for (const [at, pattern] of ours.entries()) {
    const differing = known.filter(
      (code) => pattern.test(String.fromCodePoint(code)) !== theirs[at].has(code),
    );
    expect(differing.map((code) => `U+${code.toString(16)}`)).toEqual([]);
  }
});
