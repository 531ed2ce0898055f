import type { Activation, Padding } from '../../engine/spec';
import { CellFault, kernelIn, paddingIn, shareIn, wholeIn } from './cells';
import type { SpecCell } from './layerRow';
import { activationIn, activationWord } from './activationWords';

/**
 * A whole number of something: "The number of filters". @param usual the default for a blank cell; without it
 * a number must be typed
 */
export function count(noun: string, usual?: number): SpecCell<number> {
  return {
    column: 'Filters or units',
    read: (typed) => wholeIn(typed, `The number of ${noun}`, usual),
    write: (value) => value,
    shownAs: undefined,
  };
}

/** A share from 0 up to, but not including, 1. */
export function share(what: string): SpecCell<number> {
  return {
    column: 'Filters or units',
    read: (typed) => shareIn(typed, what),
    write: (value) => value,
    shownAs: undefined,
  };
}

/** Height and width of a kernel, or of a window. @param usual the default for a blank cell */
export function kernel(usual: readonly [number, number]): SpecCell<[number, number]> {
  return {
    column: 'Kernel',
    read: (typed) => kernelIn(typed, [...usual]),
    write: (sides) => sides.join('×'),
    shownAs: undefined,
  };
}

/** @param usual the default for a blank cell, given the fields read before */
export function stride<Spec>(usual: (before: Partial<Spec>) => number): SpecCell<number, Spec> {
  return {
    column: 'Stride',
    read: (typed, before) => wholeIn(typed, 'The stride', usual(before)),
    write: (value) => value,
    shownAs: undefined,
  };
}

/** Blank, windows stand side by side, as far as one stride for both ways can do that. */
export function strideOfWindows<Spec extends { readonly size: readonly [number, number] }>(): SpecCell<
  number,
  Spec
> {
  const plain = stride<Spec>(({ size }) => size?.[0] ?? 1);
  return {
    ...plain,
    standsFor: ({ size }) => (size && size[0] !== size[1] ? size[0] : undefined),
    read: (typed, before) => {
      const [down, across] = before.size ?? [1, 1];
      if (typed !== '' || down === across) return plain.read(typed, before);
      throw new CellFault(
        `The stride is blank, and windows of ${down}×${across} side by side are ${down} apart down and ${across} across; ` +
          'there is one stride for both. Type it, such as 1, or make the kernel square.',
      );
    },
  };
}

export const padding: SpecCell<Padding> = {
  column: 'Padding',
  read: paddingIn,
  write: (value) => value,
  shownAs: undefined,
};

export const dilation: SpecCell<number> = {
  column: 'Dilation',
  read: (typed) => wholeIn(typed, 'The dilation', 1),
  write: (value) => value,
  shownAs: undefined,
};

export const activation: SpecCell<Activation> = {
  column: 'Activation',
  read: activationIn,
  write: activationWord,
  shownAs: 'none',
};
