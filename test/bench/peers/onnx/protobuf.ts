/**
 * Writes messages in the wire format of protocol buffers: every field is a number that says which field of what kind
 * follows, then the value (https://protobuf.dev/programming-guides/encoding).
 */
export class Message {
  private readonly bytes: number[] = [];

  /** A whole number, 0 or more. */
  integer(field: number, value: number): this {
    this.key(field, VARINT);
    return this.varint(value);
  }

  text(field: number, value: string): this {
    return this.raw(field, new TextEncoder().encode(value));
  }

  message(field: number, value: Message): this {
    return this.raw(field, Uint8Array.from(value.bytes));
  }

  raw(field: number, value: Uint8Array): this {
    this.key(field, LENGTH_FIRST);
    this.varint(value.length);
    for (const byte of value) this.bytes.push(byte);
    return this;
  }

  encode(): Uint8Array {
    return Uint8Array.from(this.bytes);
  }

  private key(field: number, kind: number): void {
    this.varint(field * 8 + kind);
  }

  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  private varint(value: number): this {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) this.bytes.push((rest % 128) | 128);
    this.bytes.push(rest);
    return this;
  }
}

const VARINT = 0;
const LENGTH_FIRST = 2;
