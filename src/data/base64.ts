/** Bytes per call of String.fromCharCode: the number of a function's arguments is limited. */
const BYTES_PER_CALL = 0x3000;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  // A multiple of three bytes needs no padding within the text.
  for (let from = 0; from < bytes.length; from += BYTES_PER_CALL)
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + BYTES_PER_CALL)));
  return text;
}

/** @throws DOMException for anything but base64 */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
