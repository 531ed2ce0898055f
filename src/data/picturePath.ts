/** Formats that browsers decode; all other files of a chosen folder, and hidden ones, are ignored. */
const PICTURE = /(^|\/)[^./][^/]*\.(png|jpe?g|gif|webp|bmp|avif)$/i;

/** Whether a path looks like a picture. */
export function isPicture(path: string): boolean {
  return PICTURE.test(path);
}

/**
 * The label of each picture by its path: the folder it is in, if they are in different folders; otherwise the
 * beginning of the file name (see `labelInName`).
 *
 * @param paths with '/' between folders, or names alone
 */
export function labelsOf(paths: readonly string[]): string[] {
  const folders = paths.map((path) => path.split('/').at(-2) ?? '');
  return new Set(folders).size > 1 ? folders : paths.map((path) => labelInName(path.split('/').at(-1)!));
}

/**
 * The leading digits of a file name, or else what precedes the first digit, dash, underscore, space, dot or
 * bracket: '7-003.png' → '7', 'cat_12.png' → 'cat', 'cat12.png' → 'cat'. A name with neither is the label
 * itself.
 */
export function labelInName(name: string): string {
  const stem = name.replace(/\.[^.]*$/, '');
  return (/^\d+/.exec(stem) ?? /^[^\d\-_ .()[\]]+/.exec(stem) ?? [stem])[0];
}
