import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What test/engine/reference/make.py has written of that name; the caller says of which type it is. */
export function reference(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../reference', `${name}.json`), 'utf8'));
}
