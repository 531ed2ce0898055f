/** The sum of sizes in bytes, in KiB. */
export function kibibytes(sizes: Readonly<Record<string, number>>): number {
  return Object.values(sizes).reduce((sum, size) => sum + size, 0) / 1024;
}

/** Prints the largest of some files, compressed, with their sum. @param limit of the sum, in KiB */
export function printSizes(what: string, sizes: Readonly<Record<string, number>>, limit: number): void {
  const largest = Object.entries(sizes)
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8);
  const lines = largest.map(([file, size]) => `  ${kib(size / 1024)}  ${file}`);
  process.stdout.write(
    `${what}: ${kib(kibibytes(sizes)).trim()} of ${limit} KiB, compressed\n${lines.join('\n')}\n`,
  );
}

const kib = (size: number) => size.toFixed(1).padStart(8);
