/** Kinds by name, with what people call them. */
type Called<Name extends string> = Readonly<Record<Name, { readonly words: readonly string[] }>>;

/** The first word of each kind. */
export function offered<Name extends string>(kinds: Called<Name>): string[] {
  return (Object.keys(kinds) as Name[]).map((name) => kinds[name].words[0]);
}

/** The kind that somebody calls so. */
export function meantBy<Name extends string>(kinds: Called<Name>, value: unknown): Name | undefined {
  return (Object.keys(kinds) as Name[]).find((name) => isMeant(kinds[name].words, value));
}

/** Did somebody type one of these words? Nobody has to mind capitals. */
export function isMeant(words: readonly string[], value: unknown): boolean {
  const typed = String(value).trim().toLowerCase();
  return words.some((word) => word.toLowerCase() === typed);
}
