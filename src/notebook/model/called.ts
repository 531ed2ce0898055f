/** Kinds by name, each with the words for it. */
type Called<Name extends string> = Readonly<Record<Name, { readonly words: readonly string[] }>>;

/** The first word of each kind: the choices in a list. */
export function offered<Name extends string>(kinds: Called<Name>): string[] {
  return (Object.keys(kinds) as Name[]).map((name) => kinds[name].words[0]);
}

/** The kind that a word stands for; undefined if there is none. */
export function meantBy<Name extends string>(kinds: Called<Name>, value: unknown): Name | undefined {
  return (Object.keys(kinds) as Name[]).find((name) => isMeant(kinds[name].words, value));
}

/** Whether a value is one of these words, ignoring case. */
export function isMeant(words: readonly string[], value: unknown): boolean {
  const typed = String(value).trim().toLowerCase();
  return words.some((word) => word.toLowerCase() === typed);
}
