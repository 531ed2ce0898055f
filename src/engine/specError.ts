/**
 * An invalid network spec; the message says which layer, what was found, what is expected and what to do.
 *
 * @typeParam Spec its fields may be named: `new SpecError<DenseSpec>(name, 'units', …)`; without it, any word
 */
export class SpecError<Spec = never> extends Error {
  /**
   * The name of the layer at fault; 'input' or 'loss' for those parts of the spec; '' if no layer can be
   * named.
   */
  readonly layer: string;
  /** The field at fault, of the layer's spec or of the network's: 'kernel', 'name', 'type', 'loss'. */
  readonly field: keyof Spec & string;

  constructor(layer: string, field: keyof Spec & string, message: string) {
    super(message);
    this.name = 'SpecError';
    this.layer = layer;
    this.field = field;
  }
}

/**
 * Throws unless `value` is a whole number of at least `least`; specs come from cells and files, so types do
 * not help.
 */
export function expectWhole<Spec>(
  layer: string,
  field: keyof Spec & string,
  what: string,
  value: unknown,
  least = 1,
): void {
  if (Number.isSafeInteger(value) && (value as number) >= least) return;
  throw new SpecError<Spec>(
    layer,
    field,
    `${subject(layer)}: ${what} is ${show(value)}; expected a whole number, ${least} or more.`,
  );
}

/** Throws unless `value` is a pair of whole numbers, height and width, each 1 or more. */
export function expectPair<Spec>(
  layer: string,
  field: keyof Spec & string,
  what: string,
  value: unknown,
): void {
  if (!Array.isArray(value) || value.length !== 2) {
    throw new SpecError<Spec>(
      layer,
      field,
      `${subject(layer)}: ${what} is ${show(value)}; expected two whole numbers, [height, width], such as [3, 3].`,
    );
  }
  expectWhole<Spec>(layer, field, `the height of ${what}`, value[0]);
  expectWhole<Spec>(layer, field, `the width of ${what}`, value[1]);
}

/** Throws unless `value` is one of `words`. */
export function expectWord<Spec>(
  layer: string,
  field: keyof Spec & string,
  what: string,
  value: unknown,
  words: readonly string[],
): void {
  if (typeof value === 'string' && words.includes(value)) return;
  const known = words.map((word) => `'${word}'`).join(', ');
  throw new SpecError<Spec>(
    layer,
    field,
    `${subject(layer)}: ${what} is ${show(value)}; expected one of ${known}.`,
  );
}

/** A layer's name as the beginning of a sentence. */
export function subject(layer: string): string {
  if (layer === '') return 'The network';
  if (layer === 'input' || layer === 'loss') return `The network's ${layer}`;
  return `Layer '${layer}'`;
}

/** A value quoted for a message. */
export function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}
