import fc from 'fast-check';
import { newNotebook } from '../../../src/addin/commands/createNotebook';
import { STEP } from '../../../src/addin/commands/train';
import { Session } from '../../../src/addin/session';
import type { LayerSpec } from '../../../src/engine/spec';
import { tooLarge } from '../../../src/notebook/model/size';
import { SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { largest, LIMIT, payloadsOf } from './payloads';
import type { Sheet } from './sheet';

/** A network for digits: convolutions, then dense layers. */
export function digitsNotebook(title: string, layers: readonly LayerSpec[]): NotebookSpec {
  return { ...SMALL_CONVNET, title, network: { ...SMALL_CONVNET.network, layers: [...layers] } };
}

/** The small convnet with so many filters instead of sixteen. */
export function wideConvnet(filters: number): NotebookSpec {
  const { layers } = SMALL_CONVNET.network;
  return digitsNotebook(
    'Wide convnet',
    layers.map((layer) =>
      layer.name === 'conv2' && layer.type === 'conv2d' ? { ...layer, filters } : layer,
    ),
  );
}

/**
 * Networks of up to the size that is drawn: few large blocks, many small ones, or both.
 * @param mostFilters of a layer: filters over many channels are many blocks, which take long
 */
export const anyLargeNotebook = (mostFilters: number): fc.Arbitrary<NotebookSpec> =>
  fc
    .record({
      filters: fc.array(fc.integer({ min: 1, max: mostFilters }), { maxLength: 3 }),
      kernel: fc.integer({ min: 1, max: 5 }),
      stride: fc.integer({ min: 1, max: 3 }),
      hidden: fc.option(fc.integer({ min: 1, max: 180 })),
    })
    .map(({ filters, kernel, stride, hidden }) =>
      digitsNotebook('Any', [
        ...filters.map((count, index): LayerSpec => ({
          type: 'conv2d',
          name: `conv${index + 1}`,
          filters: count,
          kernel: [kernel, kernel],
          stride,
          padding: 'same',
          activation: 'relu',
        })),
        { type: 'flatten', name: 'flatten' },
        ...(hidden ? [{ type: 'dense', name: 'hidden', units: hidden, activation: 'relu' } as const] : []),
        { type: 'dense', name: 'dense', units: 10 },
      ]),
    )
    .filter((spec) => tooLarge(spec) === undefined);

/** A notebook is drawn, takes a step and is opened again without a fault, and nothing that is sent for it is too large. */
export async function expectToFit(sheet: Sheet, spec: NotebookSpec): Promise<void> {
  const again = new Session();
  const payloads = await payloadsOf(async () => {
    await sheet.session.perform(newNotebook(spec));
    await sheet.session.perform(STEP);
    await again.open();
  });
  for (const { store } of [sheet.session, again])
    expect(store.get()).toMatchObject({ errors: [], notebook: { step: 1 } });
  const { request, response } = largest(payloads);
  expect(request).toBeLessThan(LIMIT);
  expect(response).toBeLessThan(LIMIT);
}
