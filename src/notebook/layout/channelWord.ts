import type { Shape } from '../../engine/shapes';

/** The channels of an image that has three. */
export const COLOURS = ['red', 'green', 'blue'];

/** What a channel of an image is called. */
export function channelWord({ channels }: Shape, channel: number): string {
  return channels === COLOURS.length ? COLOURS[channel] : `channel ${channel + 1}`;
}
