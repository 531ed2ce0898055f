import { productOf, type Tensors } from '../../namedArrays';

/** Bytes of a float64. */
export const NUMBER = 8;

/** Spare bytes behind each array: kernels read a little past the end, and ignore what they read. */
const SLACK = 64;
const ALIGNMENT = 64;
const PAGE = 65536;
/** The first bytes belong to the module. */
const FIRST = 1024;

/** The kernels address memory by signed int32. */
const MOST_BYTES = 2 ** 31 - PAGE;

/** Where an array of float64 will stand in a memory that is not allocated yet. */
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
 * The memory of a network, planned array by array and then allocated at once: it never grows, since that would
 * detach every view of it. Addresses are known while it is planned.
 */
export class MemoryPlan {
  private end = FIRST;
  private readonly contents: { address: number; values: readonly number[] }[] = [];

  /** The address of so many float64, all 0, with room for `slack` more behind them that may be read. */
  numbers(count: number, slack = 0): number {
    return this.bytes((count + slack) * NUMBER);
  }

  /** So many float64, all 0, by name. */
  named(tensors: Tensors): Map<string, PlannedArray> {
    return new Map(
      tensors.map(({ name, shape }) => {
        const count = productOf(shape);
        return [name, new PlannedArray(this.numbers(count), count)];
      }),
    );
  }

  /** The address of so many int32, all 0. */
  integers(count: number): number {
    return this.bytes(count * 4);
  }

  /** The address of these int32, as of a record whose fields stand one behind the other. */
  record(values: readonly number[]): number {
    const address = this.integers(values.length);
    this.contents.push({ address, values });
    return address;
  }

  /** @throws RangeError when there is no memory of that size */
  allocate(): WebAssembly.Memory {
    if (this.end > MOST_BYTES) throw new RangeError(`The kernels cannot reach ${this.end} bytes.`);
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
