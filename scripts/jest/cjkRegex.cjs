// In place of cjk-regex, of which Univer breaks lines: it loads a thousand files of Unicode's tables, anew in each test
// file that has a workbook. Node knows the same tables.
const LETTERS = ['Han', 'Katakana', 'Hiragana', 'Hangul', 'Bopomofo'].map(
  (script) => `\\p{Script=${script}}`,
);
/** Blocks of punctuation and of compatibility forms. */
const PUNCTUATION = [
  '\\u2FF0-\\u2FFF\\u3000-\\u303F\\u3190-\\u319F\\u31C0-\\u31EF\\u3200-\\u33FF\\uFE10-\\uFE1F\\uFE30-\\uFE6F\\uFF00-\\uFFEF',
];

const pattern = (parts) => ({ toRegExp: () => new RegExp(`[${parts.join('')}]`, 'u') });

module.exports = {
  letters: () => pattern(LETTERS),
  punctuations: () => pattern(PUNCTUATION),
  all: () => pattern([...LETTERS, ...PUNCTUATION]),
};
