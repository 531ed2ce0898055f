/**
 * The texts on the screen, all of them: what buttons, headings and labels say, and what messages tell people.
 *
 * A catalogue is a file for one area of the screen or one room (`pane/train.ts`, `data.ts`), so that a worker or a
 * chunk that is loaded later takes along only the texts that it needs: import catalogues one by one, there is no
 * index of all. A catalogue is a plain object; a text with something to fill in is a small function of it, and numbers,
 * plurals and lists in it are formatted by `format.ts`. Code chooses among texts, and never puts sentences together
 * from their parts, nor reads what a text says: words stand in another order in other languages.
 *
 * To add a language, say German:
 * 1. add 'de' to `Language` below, and decide in `LANGUAGE` when it is taken, such as by `navigator.language`, which
 *    pages and workers have alike when they load;
 * 2. the compiler names every catalogue that lacks it: give each `inLanguage({ en: …, de: … })`, an object with the
 *    same keys (in a file of its own beside it where it is long, `train.de.ts`). A text forgotten does not compile.
 * 3. let the `lang` of the pane's page follow, and translate manifest.xml, which Excel shows: `<bt:Override Locale>`.
 *
 * This room imports nothing from other rooms, and every other room may import from it (not `src/workbook`, which
 * stands apart and has texts of its own).
 */

/** The languages of all texts, as BCP 47 tags. */
type Language = 'en';

/** The language of this page or worker. */
export const LANGUAGE: Language = 'en';

/**
 * The catalogue in the present language. English, in which texts are written first, determines which texts
 * there are.
 */
export function inLanguage<Texts>(
  catalogues: { readonly en: Texts } & Readonly<Record<Exclude<Language, 'en'>, NoInfer<Texts>>>,
): Texts {
  return catalogues[LANGUAGE];
}
