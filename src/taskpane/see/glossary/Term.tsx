import { later } from '../../later';

/** A small "?" beside a heading, which opens its entry in the glossary, and comes with it. */
export const Term = later(async () => (await import('./TermLink')).TermLink, null, null);
