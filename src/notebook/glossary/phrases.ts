/** "2 filters", "1 filter", "1,352 weights". */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${whole(number)} ${number === 1 ? noun : plural}`;
}

/** "1,059,968". */
export function whole(number: number): string {
  return number.toLocaleString('en-US');
}

/** Three significant digits: 0.471. */
export function rounded(number: number): string {
  return String(Number(number.toPrecision(3)));
}

/** "3×3". */
export function size({ height, width }: { readonly height: number; readonly width: number }): string {
  return `${height}×${width}`;
}

/** "conv1, conv2 and dense". */
export function list(words: readonly string[], last = 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** "1 channel", "each of 4 channels". */
export function eachChannel(channels: number): string {
  return channels === 1 ? '1 channel' : `each of ${channels} channels`;
}
