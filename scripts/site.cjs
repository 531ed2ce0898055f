// The address that a build is for: `npm run build -- --env url=https://example.org/cellvolution/`, and the manifest with it.

/** Where manifest.xml, as it stands in the repository, says that the add-in is: at the development server. */
const DEVELOPMENT = 'https://localhost:3000/';

const EXAMPLE = 'Name the folder of your site: npm run build -- --env url=https://example.org/cellvolution/';

/**
 * The folder that a site is served from, with its slash at the end; undefined when none was named.
 * @param {unknown} url what followed `--env url=`
 * @throws Error where Excel would load nothing from it
 */
function siteOf(url) {
  if (url === undefined) return undefined;
  if (typeof url !== 'string' || !URL.canParse(url)) throw new Error(`"${url}" is no address. ${EXAMPLE}`);
  const { protocol, origin, pathname, search, hash } = new URL(url);
  if (protocol !== 'https:')
    throw new Error(`Excel loads add-ins over https only, not from "${url}". ${EXAMPLE}`);
  if (search || hash)
    throw new Error(`The address of a site has no ? and no #, but "${url}" has. ${EXAMPLE}`);
  return origin + pathname.replace(/\/*$/, '/');
}

/**
 * manifest.xml for a site, in the version that package.json gives.
 * @param {string} text of the manifest in the repository
 * @param {string} version such as "1.2.3"
 * @param {string} [site]
 */
function manifestFor(text, version, site = DEVELOPMENT) {
  return text.replaceAll(DEVELOPMENT, site).replace(/<Version>[^<]*</, `<Version>${fourParts(version)}<`);
}

/** "1.2.3" as manifests write it, "1.2.3.0"; what follows a hyphen has no place there. */
function fourParts(version) {
  return `${version.split('-')[0]}.0`;
}

module.exports = { DEVELOPMENT, EXAMPLE, siteOf, manifestFor, fourParts };
