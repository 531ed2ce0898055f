import { cosineOfTurns, logarithm } from './sameEverywhere';

/**
 * Random numbers from a seed: sfc32 (Chris Doty-Humphrey's "small fast counting" generator, from PractRand),
 * seeded as PractRand seeds it. It gives the same numbers on every machine. Save `state` to resume the
 * sequence later.
 */
export class Random {
  private a = 0;
  private b: number;
  private c: number;
  private counter = 1;

  /**
   * @param seed any integer that a double holds exactly, also negative
   * @throws RangeError for any other number
   */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed)) {
      throw new RangeError(`The seed is ${seed}; expected a whole number between -2^53 and 2^53.`);
    }
    this.b = seed >>> 0;
    this.c = Math.floor(seed / 2 ** 32) >>> 0;
    for (let i = 0; i < 12; i++) this.next32();
  }

  /** Uniform over [0, 1), with 53 random bits. */
  next(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  }

  /**
   * From the normal distribution with mean 0 and variance 1 (Box-Muller). The transform's second number is
   * discarded: keeping it would be one more thing to save.
   */
  normal(): number {
    const radius = Math.sqrt(-2 * logarithm(1 - this.next()));
    return radius * cosineOfTurns(this.next());
  }

  /**
   * A whole number, uniform over 0 … n − 1.
   *
   * @throws RangeError unless n is a whole number of at least 1
   */
  integer(n: number): number {
    if (!Number.isSafeInteger(n) || n < 1) {
      throw new RangeError(
        `A random whole number below ${n} was asked for; expected a whole number, 1 or more.`,
      );
    }
    return Math.floor(this.next() * n);
  }

  /** Four integers below 2^32, for `Random.fromState`. */
  get state(): number[] {
    return [this.a, this.b, this.c, this.counter];
  }

  /**
   * A generator that resumes from a saved `state`.
   *
   * @throws RangeError if it is not a valid state
   */
  static fromState(state: number[]): Random {
    if (state.length !== 4 || !state.every((word) => word >>> 0 === word)) {
      throw new RangeError(
        `The saved state of the random generator is [${state.join(', ')}]; expected four whole numbers below 2^32. ` +
          'Start again from a seed.',
      );
    }
    const random = new Random(0);
    [random.a, random.b, random.c, random.counter] = state;
    return random;
  }

  private next32(): number {
    const result = (this.a + this.b + this.counter) >>> 0;
    this.counter = (this.counter + 1) >>> 0;
    this.a = (this.b ^ (this.b >>> 9)) >>> 0;
    this.b = (this.c + (this.c << 3)) >>> 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + result) >>> 0;
    return result;
  }
}
