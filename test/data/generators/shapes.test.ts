import { generatorSource } from '../../../src/data/generators';
import { imageOf } from '../support/sets';

const SIDE = 16;

describe('shapes', () => {
  const source = generatorSource('shapes', 1);

  it('are every shape in every colour', () => {
    expect(source.classes).toEqual([
      'red disc',
      'red square',
      'red cross',
      'blue disc',
      'blue square',
      'blue cross',
    ]);
  });

  it('shine in the channel of their colour', () => {
    for (let index = 0; index < 50; index++) {
      const image = imageOf(source, index);
      const brightest = (channel: number): number =>
        Math.max(...image.slice(channel * SIDE * SIDE, (channel + 1) * SIDE * SIDE));
      const [red, blue] = [brightest(0), brightest(2)];
      expect(red > blue ? 'red' : 'blue').toBe(source.label(index).split(' ')[0]);
    }
  });

  it('fill the square around them by their form: a square all of it, a disc about π/4, a cross half or less', () => {
    const filled: Record<string, number[]> = { disc: [], square: [], cross: [] };
    for (let index = 0; index < 300; index++) {
      const [colour, shape] = source.label(index).split(' ');
      const channel = colour === 'red' ? 0 : 2;
      const image = imageOf(source, index).slice(channel * SIDE * SIDE, (channel + 1) * SIDE * SIDE);
      filled[shape].push(shareFilled(image));
    }
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value) / values.length;
    expect(mean(filled.square)).toBeGreaterThan(0.93);
    expect(Math.abs(mean(filled.disc) - Math.PI / 4)).toBeLessThan(0.05);
    expect(Math.max(...filled.cross)).toBeLessThan(0.6);
  });
});

/** The share of bright pixels in the smallest rectangle around them. */
function shareFilled(image: number[]): number {
  const bright = [...image.keys()].filter((at) => image[at] > 0.55);
  const span = (of: (at: number) => number): number =>
    Math.max(...bright.map(of)) - Math.min(...bright.map(of)) + 1;
  return bright.length / (span((at) => at % SIDE) * span((at) => Math.floor(at / SIDE)));
}
