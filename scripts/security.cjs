// What each page may load and run: its content security policy. Pages carry it in a meta tag; who serves them sends it as a
// header too, for two reasons: `frame-ancestors` counts only there, and a worker has the policy of its own response.

/** Microsoft's content delivery network, from which alone Office lets add-ins load office.js. */
const OFFICE_JS = 'https://appsforoffice.microsoft.com';

/**
 * The pages that Excel on the web puts the pane into, one in another. Microsoft gives no list; these are what its people and
 * users name in OfficeDev/office-js-docs-pr #4911 and OfficeDev/office-js #3342. 'self' is the embedded workbook.
 */
const OFFICE_PAGES = [
  "'self'",
  'https://*.cloud.microsoft',
  'https://*.officeapps.live.com',
  'https://onedrive.live.com',
  'https://*.office.com',
  'https://*.sharepoint.com',
];

/**
 * The pane, its worker and the ribbon's commands. WebAssembly is the kernels. Styles may stand inline because office.js for
 * the web sets some (OfficeDev/office-js #1687), and Fluent UI puts its own into style elements; a style runs nothing.
 */
const PANE = {
  'default-src': ["'none'"],
  'script-src': ["'self'", OFFICE_JS, "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'", OFFICE_JS],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The help page is text and a style sheet. */
const HELP = {
  'default-src': ["'none'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** The embedded workbook; office.js is loaded by the pane in it alone. Univer puts its styles into elements, and draws pictures from data and blob addresses. */
const WORKBOOK = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'worker-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'frame-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
};

/** What stands in the meta tag of a page. */
const policies = { taskpane: inWords(PANE), help: inWords(HELP), workbook: inWords(WORKBOOK) };

/** What is sent along with the pane's page and everything that it loads. */
const paneHeader = inWords({ ...PANE, 'frame-ancestors': OFFICE_PAGES });

/** What is sent along with the embedded workbook's page. */
const workbookHeader = inWords({ ...WORKBOOK, 'frame-ancestors': ["'self'"] });

/**
 * The Content-Security-Policy header for an address on the site.
 * @param {string} pathname
 */
function headerFor(pathname) {
  if (pathname.endsWith('/') || pathname.endsWith('/index.html')) return workbookHeader;
  if (pathname.endsWith('/help.html')) return inWords({ ...HELP, 'frame-ancestors': ["'none'"] });
  return paneHeader;
}

/** @param {Readonly<Record<string, readonly string[]>>} policy */
function inWords(policy) {
  return Object.entries(policy)
    .map(([directive, sources]) => [directive, ...sources].join(' '))
    .join('; ');
}

module.exports = { policies, paneHeader, workbookHeader, headerFor };
