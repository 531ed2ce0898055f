import { ENTRY_KEYS, type EntryKey } from './contents';
import { ENTRIES } from './entries';

/** The terms in which all of the words that somebody typed begin something, the nearest first; all terms for no words. */
export function search(typed: string): readonly EntryKey[] {
  const words = plain(typed).split(' ').filter(Boolean);
  const ranked = ENTRY_KEYS.map((key) => ({
    key,
    rank: Math.max(0, ...words.map((word) => rankOf(key, word))),
  }));
  return ranked
    .filter(({ rank }) => rank < NOT_AT_ALL)
    .sort((a, b) => a.rank - b.rank)
    .map(({ key }) => key);
}

const NOT_AT_ALL = 3;

/** 0 in the term itself, 1 in another word for it, 2 in a question that it answers or in its text. */
function rankOf(key: EntryKey, word: string): number {
  const { term, also = [], asked = [], text } = ENTRIES[key];
  const within = (...texts: string[]) => texts.some((each) => ` ${plain(each)}`.includes(` ${word}`));
  if (within(term)) return 0;
  if (within(...also)) return 1;
  return within(...asked, text) ? 2 : NOT_AT_ALL;
}

/** Small letters and digits: "One-hot", "one hot" and "ONE-HOT" are one. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}∂]+/gu, ' ')
    .trim();
}
