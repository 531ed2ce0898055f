import { productOf, type Tensors } from '../../namedArrays';

/** Bytes of a float64. */
export const NUMBER = 8;

/** Spare bytes behind each array: kernels read a little past the end and ignore what they read. */
const SLACK = 64;
const ALIGNMENT = 64;
const PAGE = 65536;
/** The first bytes belong to the WebAssembly module. */
const FIRST_FREE_BYTE = 1024;

/** Kernels compute addresses in signed int32. */
const MAX_BYTES = 2 ** 31 - PAGE;

/** A float64 array in a memory that is not allocated yet. */
export class PlannedArray {
  constructor(
    readonly address: number,
    readonly count: number,
  ) {}

  view(memory: WebAssembly.Memory): Float64Array {
    return new Float64Array(memory.buffer, this.address, this.count);
  }
}

/**
 * The memory of a network, planned array by array and then allocated at once: it never grows, since growing
 * would detach every view. Addresses are known while planning.
 */
export class MemoryPlan {
  private end = FIRST_FREE_BYTE;
  private readonly contents: { address: number; values: readonly number[] }[] = [];

  /**
   * Reserves float64 numbers, all 0, and returns their address.
   *
   * @param slack readable numbers behind them
   */
  numbers(count: number, slack = 0): number {
    return this.bytes((count + slack) * NUMBER);
  }

  /** Reserves float64 arrays, all 0, by name. */
  named(tensors: Tensors): Map<string, PlannedArray> {
    return new Map(
      tensors.map(({ name, shape }) => {
        const count = productOf(shape);
        return [name, new PlannedArray(this.numbers(count), count)];
      }),
    );
  }

  /** Reserves int32 numbers, all 0, and returns their address. */
  integers(count: number): number {
    return this.bytes(count * 4);
  }

  /** Reserves int32 numbers with these values, such as the fields of a record, and returns their address. */
  record(values: readonly number[]): number {
    const address = this.integers(values.length);
    this.contents.push({ address, values });
    return address;
  }

  /** @throws RangeError if that much memory cannot be allocated */
  allocate(): WebAssembly.Memory {
    if (this.end > MAX_BYTES) throw new RangeError(`The kernels cannot reach ${this.end} bytes.`);
    const pages = Math.ceil(this.end / PAGE);
    const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
    const integers = new Int32Array(memory.buffer);
    for (const { address, values } of this.contents) integers.set(values, address / 4);
    return memory;
  }

  private bytes(count: number): number {
    const address = this.end;
    this.end = Math.ceil((address + count + SLACK) / ALIGNMENT) * ALIGNMENT;
    return address;
  }
}
