import { inLanguage } from './language';

/** The site's help page, to which Excel's list of add-ins links. */
export const helpTexts = inLanguage({
  en: {
    title: 'Cellvolution: help',
    heading: 'Cellvolution',
    about:
      'A convolution notebook inside Excel: a network whose every number – pixels, weights, feature maps, gradients, ' +
      'loss – is a worksheet cell that you can read, colour, trace and type over. It is an add-in for Excel.',
    /** Before the link `tryIt`. */
    withoutExcel: 'No Excel at hand?',
    tryIt: 'Try it on a page that plays Excel',

    where: 'Which Excel',
    excels: [
      'Excel on the web, in a current browser',
      'Excel for Windows, version 2108 or later; of those without a subscription, Excel 2021 or later',
      'Excel for Mac, version 16.52 or later',
      'Not Excel 2019 and earlier, and not Excel on an iPad: they cannot run ribbon and pane of an add-in as one program',
    ],

    install: 'Get it into Excel',
    /** What to save, before the link to the manifest. */
    save: 'Save this file, the manifest of the add-in:',
    ways: [
      'Excel on the web: Home, Add-ins, More Add-ins, My Add-ins, Upload My Add-in; choose the file.',
      'Excel for Windows: put the file into a shared folder, and add that folder under File, Options, Trust Center, Trust ' +
        'Center Settings, Trusted Add-in Catalogs. Restart Excel; then Home, Add-ins, More Add-ins, ' +
        'Shared Folder.',
      'Excel for Mac: put the file into ~/Library/Containers/com.microsoft.Excel/Data/Documents/wef and ' +
        'restart Excel; ' +
        'then Home, Add-ins.',
      'In a school or company: an administrator uploads it once for everybody in the Microsoft 365 admin centre, under ' +
        'Settings, Integrated apps.',
    ],
    then: 'Then open the tab Cellvolution and press Lesson 4.',

    trouble: 'When something does not work',
    remedies: [
      'No tab Cellvolution: this Excel is older than those above, or add-ins are switched off; ask your administrator.',
      'The pane stays empty: it needs this site and appsforoffice.microsoft.com, where Microsoft keeps its library for ' +
        'add-ins. A proxy or an extension that blocks scripts may keep them away.',
      'The images are gone: they are kept in the browser that imported them, at this address. Import the files again, or ' +
        'have small sets kept in the workbook (pane, Images).',
      'A message with a cell in it says what is wrong there, and what would be right.',
      'Help beyond this page comes from whoever gave you the add-in. Tell them which Excel you use (File, Account), what ' +
        'you pressed, and what the pane said.',
    ],

    privacy: 'What it keeps, and where',
    kept: [
      'The notebook is in your workbook, and goes wherever you send it.',
      'Imported images are in your browser, and in the workbook when you say so.',
      'The add-in sends nothing anywhere; this site only delivers it to Excel.',
    ],

    hosting: 'For whoever runs such a site',
    headerAsked:
      'Any host of static files will do, under any path. The pages contain a content security policy. Where the host lets ' +
      'you, send it as a header too: only a header says who may frame the pane, and only a header holds for its worker. ' +
      'Without it the add-in works as well.',
    withWorkbook: 'With index.html, the page that plays Excel:',
    withOthers: 'With every other file but this page:',
  },
});
