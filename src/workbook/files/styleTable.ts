/** The styles of a document, each once. */
import type { Style } from '@cj-tech-master/excelts';
import type { IStyleData } from '@univerjs/core';
import { styleFromFile } from './styles';

export class Styles {
  readonly all: Record<string, IStyleData> = {};
  private readonly keys = new Map<string, string>();
  private readonly known = new WeakMap<object, string | undefined>();

  /** @param theme the file's colours */
  constructor(private readonly theme: readonly string[]) {}

  /** The key of a cell's style; undefined where it has none. */
  keyOf(style: Partial<Style>): string | undefined {
    if (!this.known.has(style)) this.known.set(style, this.add(styleFromFile(style, this.theme)));
    return this.known.get(style);
  }

  private add(style: IStyleData): string | undefined {
    const text = JSON.stringify(style);
    if (text === '{}') return undefined;
    let key = this.keys.get(text);
    if (key === undefined) {
      key = `style${this.keys.size + 1}`;
      this.keys.set(text, key);
      this.all[key] = style;
    }
    return key;
  }
}
