/** Excel's enumerations: Univer's value for each name. */
export type Words<T> = Readonly<Record<string, T>>;

/** Excel's name for one of Univer's values; the first, if there are several. */
export const wordFor = <T>(words: Words<T>, value: T | null | undefined): string | undefined =>
  Object.keys(words).find((word) => words[word] === value);

/** Univer's value for one of Excel's names; undefined for an unknown name. */
export const meaningOf = <T>(words: Words<T>, word: unknown): T | undefined =>
  typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
