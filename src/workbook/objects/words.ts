/** Enumerations of Excel's, by name, with Univer's values. */
export type Words<T> = Readonly<Record<string, T>>;

/** Excel's name for a value of Univer's; the first, if there are several. */
export const wordFor = <T>(words: Words<T>, value: T | null | undefined): string | undefined =>
  Object.keys(words).find((word) => words[word] === value);

/** Univer's value for a name of Excel's; undefined for an unknown name. */
export const meaningOf = <T>(words: Words<T>, word: unknown): T | undefined =>
  typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
