import { fromBase64, toBase64 } from '../../data/base64';
import type { Arrays, TrainerState } from '../trainerState';

/**
 * What became of the state of a training between two steps, as JSON: what a person typed, or nothing; the first one of all
 * begins with zeros, and so is the whole state.
 */
interface Turn extends Pick<TrainerState, 'settings' | 'counts' | 'owner'> {
  readonly arrays: Readonly<Record<string, Readonly<Record<string, Changed>>>>;
}

/** Float64 numbers as base64 of their bytes: all of an array, or those at some places. */
type Changed = string | { readonly at: readonly number[]; readonly to: string };

/**
 * How one state became another.
 * @param from undefined for all zeros
 * @returns undefined where they are the same to the bit
 */
export function turnBetween(from: TrainerState | undefined, to: TrainerState): string | undefined {
  const { settings, counts, owner } = to;
  const arrays = Object.fromEntries(
    Object.entries(to.arrays).map(([group, named]) => [
      group,
      Object.fromEntries(
        [...named].flatMap(([name, values]) => {
          const changed = changedIn(from?.arrays[group].get(name), values);
          return changed ? [[name, changed]] : [];
        }),
      ),
    ]),
  );
  const isSame = Object.values(arrays).every((named) => Object.keys(named).length === 0);
  const about = JSON.stringify({ settings, counts, owner });
  if (from && isSame && about === JSON.stringify(aboutOf(from))) return undefined;
  return JSON.stringify({ settings, counts, owner, arrays } satisfies Turn);
}

const aboutOf = ({ settings, counts, owner }: TrainerState) => ({ settings, counts, owner });

function changedIn(before: Float64Array | undefined, now: Float64Array): Changed | undefined {
  const at: number[] = [];
  for (let index = 0; index < now.length; index++)
    if (!Object.is(now[index], before?.[index] ?? 0)) at.push(index);
  if (at.length === 0) return undefined;
  // A place takes about as much as half a number.
  if (at.length > now.length / 2) return textOf(now);
  return { at, to: textOf(Float64Array.from(at, (index) => now[index])) };
}

/**
 * The state after a turn.
 * @param from the state before it; its arrays are not changed
 * @throws if the text is not one of `turnBetween` for a state of these shapes
 */
export function afterTurn(from: TrainerState, text: string): TrainerState {
  const { settings, counts, owner, arrays } = JSON.parse(text) as Turn;
  const turned: Arrays = Object.fromEntries(
    Object.entries(from.arrays).map(([group, named]) => [
      group,
      new Map([...named].map(([name, values]) => [name, changedTo(values, arrays[group][name])])),
    ]),
  );
  return { ...from, settings, counts, owner, arrays: turned };
}

function changedTo(before: Float64Array, changed: Changed | undefined): Float64Array {
  if (changed === undefined) return before;
  const isWhole = typeof changed === 'string';
  const numbers = numbersOf(isWhole ? changed : changed.to);
  if (numbers.length !== (isWhole ? before.length : changed.at.length)) throw new Error('Other shapes');
  if (isWhole) return numbers;
  const after = before.slice();
  changed.at.forEach((index, of) => (after[index] = numbers[of]));
  return after;
}

const textOf = (numbers: Float64Array) =>
  toBase64(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));

const numbersOf = (text: string) => new Float64Array(fromBase64(text).slice().buffer);
