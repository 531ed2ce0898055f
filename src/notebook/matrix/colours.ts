/** Light, easily distinguished colours for the weights of a 3×3 matrix. */
const NINE = [
  '#F8CBAD',
  '#FFE699',
  '#C6E0B4',
  '#A5E3DA',
  '#BDD7EE',
  '#BFC1F2',
  '#E2C4F0',
  '#F7BFD4',
  '#D9D2BE',
];

/**
 * Degrees of the colour wheel between successive colours, so that neighbours differ strongly for any number
 * of them.
 */
const GOLDEN_ANGLE = 137.508;
/** Number of channels until the shades repeat; each channel is a little darker than the one before. */
const SHADES = 4;
const DARKER = 0.09;

/**
 * The colour of a filter's weight wherever it occurs: tap number `tap` of `taps`, in the matrix of a channel.
 */
export function colourOf(tap: number, taps: number, channel: number): string {
  const [red, green, blue] = taps <= NINE.length ? parsed(NINE[tap]) : onWheel(tap);
  const shade = 1 - DARKER * (channel % SHADES);
  return `#${[red, green, blue].map((part) => hexOf(part * shade)).join('')}`;
}

function parsed(colour: string): number[] {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}

/** Light, moderately saturated, alternating between two lightnesses. */
function onWheel(tap: number): number[] {
  const hue = (tap * GOLDEN_ANGLE) % 360;
  const lightness = tap % 2 ? 0.78 : 0.87;
  const strength = 0.6 * (1 - lightness);
  return [0, 8, 4].map((offset) => {
    const at = (offset + hue / 30) % 12;
    return 255 * (lightness - strength * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}

function hexOf(part: number): string {
  return Math.round(part).toString(16).padStart(2, '0').toUpperCase();
}
