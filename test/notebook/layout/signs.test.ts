import fc from 'fast-check';
import { compile } from '../../../src/engine/network';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { layOut } from '../../../src/notebook/layout';
import { LESSON_4, LESSON_4_2016 } from '../../../src/notebook/presets/lesson4';
import { fill } from '../../engine/support/fill';
import { anyNetwork, notebookOf } from '../networks';

const scaleOf = (spec: typeof LESSON_4, name: string) =>
  planNotebook(spec).sheets.values.blocks.find((block) => block.name === name)!.scale;

test('maps behind a ReLU are coloured from 0 on, without one to both sides of 0; so are pools of them', () => {
  for (const name of ['conv1.map1', 'maxpool.map2']) {
    expect(scaleOf(LESSON_4, name)).toBe('sequential');
    expect(scaleOf(LESSON_4_2016, name)).toBe('diverging');
  }
  expect(scaleOf(LESSON_4_2016, 'input.channel1')).toBe('sequential');
});

test('whatever a layer computes that is said to be never negative is not', () => {
  fc.assert(
    fc.property(anyNetwork, fc.integer({ min: 0, max: 1e6 }), (network, seed) => {
      const { isNeverNegative } = layOut(notebookOf(network));
      const compiled = compile(network, 1);
      fill(seed, ...compiled.parameters.values(), compiled.input);
      compiled.input.forEach((pixel, at) => (compiled.input[at] = Math.abs(pixel)));
      compiled.forward();
      for (const { name } of network.layers)
        if (isNeverNegative.has(name))
          expect(Math.min(...compiled.activations.get(name)!)).toBeGreaterThanOrEqual(0);
    }),
  );
});
