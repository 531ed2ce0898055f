import type { Activation, Padding, Stride } from '../../engine/spec';
import { shortStride, strideWords } from '../sheet/strideWords';
import { kernelIn, paddingIn, shareIn, strideIn, wholeIn } from './cells';
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

/** Rows and columns from one window to the next. @param usual the default for a blank cell, given the fields read before */
export function stride<Spec>(usual: (before: Partial<Spec>) => Stride): SpecCell<Stride, Spec> {
  return {
    column: 'Stride',
    read: (typed, before) => strideIn(typed, usual(before)),
    write: (value) => (typeof value === 'number' ? value : strideWords(value)),
    shownAs: undefined,
  };
}

/** Blank, windows stand side by side. */
export function strideOfWindows<Spec extends { readonly size: [number, number] }>(): SpecCell<Stride, Spec> {
  return stride<Spec>(({ size }) => shortStride(size ?? [1, 1]));
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
