/** Excel's words for what Univer has numbers or words of its own for. */
export type Words<T> = Readonly<Record<string, T>>;

/** The first word for a value of Univer's. */
export const wordFor = <T>(words: Words<T>, value: T | null | undefined): string | undefined =>
  Object.keys(words).find((word) => words[word] === value);

/** What a word stands for; undefined for a word that Excel does not have. */
export const meaningOf = <T>(words: Words<T>, word: unknown): T | undefined =>
  typeof word === 'string' && Object.hasOwn(words, word) ? words[word] : undefined;
