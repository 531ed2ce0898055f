import { ENTRY_KEYS, type EntryKey } from './contents';
import { ENTRIES } from './entries';

/**
 * The terms that match every typed word, best match first; all terms if none is typed. A typed word matches
 * the beginning of a word.
 */
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

/** 0 for a match in the term itself, 1 in a synonym, 2 in a question or the text. */
function rankOf(key: EntryKey, word: string): number {
  const { term, also = [], asked = [], text } = ENTRIES[key];
  const within = (...texts: string[]) => texts.some((each) => ` ${plain(each)}`.includes(` ${word}`));
  if (within(term)) return 0;
  if (within(...also)) return 1;
  return within(...asked, text) ? 2 : NOT_AT_ALL;
}

/** Lower-case letters and digits: "One-hot", "one hot" and "ONE-HOT" are the same. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}∂]+/gu, ' ')
    .trim();
}
