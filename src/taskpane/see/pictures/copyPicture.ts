/**
 * Puts a picture on the clipboard. Call it at once when a button is clicked: Safari lets only a click write there, and takes
 * a promise of what is to be written.
 * @returns whether it is there: Excel on the web does not give its frame the clipboard (OfficeDev/office-js #1991)
 */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return true;
  } catch {
    return false;
  }
}
