/** What Windows, macOS and Linux have a meaning for in the name of a file, and control characters. */
const FORBIDDEN = /[\\/:*?"<>|\u{0}-\u{1F}\u{7F}-\u{9F}]+/gu;

/** Names of devices, which Windows takes for no file whatever follows the point. */
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** Longer names are cut: with a folder before them, some systems take no more than 255 characters in all. */
const LONGEST = 100;

/** The name of a file for anything that a person may have called a notebook: "Lesson 4, conv1, map 1.png". */
export function fileName(title: string, extension: string): string {
  const plain = [...title.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ')].slice(0, LONGEST).join('');
  const safe = plain.replace(/^[ .]+|[ .]+$/g, '') || 'Cellvolution';
  return `${DEVICES.test(safe) ? `${safe}_` : safe}.${extension}`;
}
