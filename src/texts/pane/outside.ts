import { inLanguage } from '../language';

/** The notice of a pane that is opened outside of Excel. */
export const outsideTexts = inLanguage({
  en: {
    heading: 'This page belongs in Excel',
    about:
      'This is the task pane of Cellvolution, an add-in for Excel. It was opened outside of Excel, where it has no ' +
      'workbook to work with.',
    otherHost: (host: string) =>
      `This is the task pane of Cellvolution, an add-in for Excel. It was opened in ${host}, where it cannot work.`,
    noLibrary:
      'Microsoft’s library for add-ins could not be loaded from appsforoffice.microsoft.com. Check the network, then ' +
      'close the pane and open it again.',
    howToGetIn: 'How to get it into Excel',
  },
});
