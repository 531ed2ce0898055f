/**
 * In place of the package cjk-regex, of which Univer learns where lines of Chinese, Japanese and Korean may break: that brings
 * all of Unicode's tables, a thousand files, which browsers and Node know anyway.
 */
const SCRIPTS = ['Han', 'Katakana', 'Hiragana', 'Hangul', 'Bopomofo'];
const CATEGORIES = ['Other_Letter', 'Letter_Number', 'Other_Symbol', 'Modifier_Letter'];
/** First and last of the blocks that have punctuation in them, some of which adjoin. */
const BLOCKS = [
  ['2FF0', '303F'],
  ['3190', '319F'],
  ['30A0', '30FF'],
  ['31C0', '31EF'],
  ['3200', '33FF'],
  ['FE10', 'FE1F'],
  ['FE30', 'FE6F'],
  ['FF00', 'FFEF'],
];

const anyOf = (members: readonly string[]) => `[${members.join('')}]`;
const IN_SCRIPTS = anyOf(SCRIPTS.map((script) => `\\p{Script=${script}}`));
const OF_CATEGORIES = anyOf(CATEGORIES.map((category) => `\\p{${category}}`));
const IN_BLOCKS = anyOf(BLOCKS.map(([first, last]) => `\\u${first}-\\u${last}`));
const LETTERS = `(?=${IN_SCRIPTS})${OF_CATEGORIES}`;

const pattern = (text: string) => ({ toRegExp: () => new RegExp(text, 'u') });

export const letters = () => pattern(LETTERS);
export const punctuations = () => pattern(`(?!${LETTERS})${IN_BLOCKS}`);
export const all = () => pattern(`(?:${LETTERS}|${IN_BLOCKS})`);
