import { inLanguage } from '../language';

/** The pane's Help. */
export const paneHelpTexts = inLanguage({
  en: {
    heading: 'Help',
    page: 'What this is, and how to get help',
    checkExcel: 'Check this Excel',
    checkAbout:
      'Does this Excel do what its documentation promises? The check tries it on sheets of its own, which it removes ' +
      'again, and takes a minute at most. Your sheets stay as they are, but afterwards Excel may not be able to undo what you ' +
      'did before. If this is a real Excel, please send the report to the place where you got this add-in: it helps everybody.',
    checkWithHelp: 'Check with your help',
    checkWithHelpHint: 'You will also be asked to undo something and to choose from a list.',
    stop: 'Stop',
    result: 'Result of the check of this Excel',
    promised: 'Promised',
    found: 'Found',
    nothingPersonal: 'The report holds nothing of you or of your workbook.',
    copy: 'Copy report',
    copied: 'Copied',
    notCopied: 'It could not be copied. Save it instead.',
    save: 'Save report',
    fileName: 'cellvolution-excel-check.md',
    notLoaded: 'Help could not be loaded. Close the pane and open it again.',
  },
});
