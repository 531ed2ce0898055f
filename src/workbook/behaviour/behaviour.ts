/** How the host behaves: one reading for each switch. */
import { texts } from '../texts';
import { SWITCHES } from './switches';

type Switches = typeof SWITCHES;
type SwitchName = keyof Switches;

export type Behaviour = { readonly [Name in SwitchName]: Switches[Name]['readings'][number] };

/**
 * The strict profile: the strictest reading of every switch. What works under it mostly works under the more
 * lenient ones.
 */
export const STRICT = Object.fromEntries(
  Object.entries(SWITCHES).map(([name, { readings }]) => [name, readings[0]]),
) as Behaviour;

/**
 * The strict profile, with the readings named in a text such as that of the page's address:
 * `?behaviour=cellEdit:waits,other:reading`.
 *
 * @throws Error that names what there is, for an unknown switch or reading
 */
export function behaviourFrom(text: string): Behaviour {
  const parts = text.split(',').filter((part) => part !== '');
  return { ...STRICT, ...Object.fromEntries(parts.map(choiceOf)) };
}

function choiceOf(part: string): [string, string] {
  const [name, reading] = part.split(':', 2);
  if (!Object.hasOwn(SWITCHES, name))
    throw new Error(texts.behaviour.unknownSwitch(name, Object.keys(SWITCHES)));
  const { readings } = SWITCHES[name as SwitchName];
  if (!readings.some((each) => each === reading))
    throw new Error(texts.behaviour.unknownReading(name, reading ?? '', readings));
  return [name, reading];
}
