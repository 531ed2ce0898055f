import { inLanguage } from '../../language';

/** The section Changes. */
export const changesTexts = inLanguage({
  en: {
    about:
      'A sheet of the same layout says by how much each number has changed: a filter’s ▲▼ at the filter’s own address.',
    compare: 'Changes since',
    since: { off: 'Not shown', last: 'The last step or edit', start: 'Step 0, the first weights' },
  },
});
