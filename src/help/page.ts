// The room help: the site's help page, made when the pages are built. It is plain HTML without a script, so that it is
// there for whoever cannot run the add-in. Knows the texts alone.
import { helpTexts } from '../texts/help';
import { LANGUAGE } from '../texts/language';

/** What the build tells the page. */
interface Template {
  readonly htmlWebpackPlugin: {
    readonly options: {
      /** The content security policy of this page. */
      readonly policy: string;
      /** The headers that a site is to send: with the page of the embedded workbook, and with the pane. */
      readonly headers: { readonly workbook: string; readonly pane: string };
    };
  };
}

/** The page as HTML. */
export default function helpPage({ htmlWebpackPlugin: { options } }: Template): string {
  const { title, heading, about, where, excels, install, save, ways, then } = helpTexts;
  const { tryIt, withoutExcel, trouble, remedies, privacy, kept, hosting, headerAsked } = helpTexts;
  const { withWorkbook, withOthers } = helpTexts;
  return `<!doctype html>
<html lang="${LANGUAGE}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${options.policy}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${text(title)}</title>
    <link rel="icon" href="assets/icon-32.png" />
    <link rel="stylesheet" href="help.css" />
  </head>
  <body>
    <main>
      <h1><img src="assets/icon-64.png" width="32" height="32" alt="" /> ${text(heading)}</h1>
      <p>${text(about)}</p>
      <p>${text(withoutExcel)} <a href="./">${text(tryIt)}</a></p>
      <h2>${text(where)}</h2>
      ${list(excels)}
      <h2 id="install">${text(install)}</h2>
      <p>${text(save)} <a href="manifest.xml" download>manifest.xml</a></p>
      ${list(ways)}
      <p>${text(then)}</p>
      <h2>${text(trouble)}</h2>
      ${list(remedies)}
      <h2>${text(privacy)}</h2>
      ${list(kept)}
      <h2>${text(hosting)}</h2>
      <p>${text(headerAsked)}</p>
      ${header(withWorkbook, options.headers.workbook)}
      ${header(withOthers, options.headers.pane)}
    </main>
  </body>
</html>
`;
}

function header(sentWith: string, policy: string): string {
  return `<p>${text(sentWith)}</p><pre>Content-Security-Policy: ${text(policy)}</pre>`;
}

function list(items: readonly string[]): string {
  return `<ul>${items.map((item) => `<li>${text(item)}</li>`).join('')}</ul>`;
}

/** What has a meaning in HTML, as the characters that they are. */
function text(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
