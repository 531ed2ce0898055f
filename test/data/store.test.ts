import { saveSet, setId, StoreError } from '../../src/data/store';
import { smallSet } from './support/sets';

describe('setId', () => {
  it('is the same everywhere: workbooks name their images by it', async () => {
    expect(await setId(smallSet())).toMatchInlineSnapshot(`"8e953ae3b42d0527"`);
  });

  it('is of what is in a set, not of its name or of the buffer it lies in', async () => {
    const id = await setId(smallSet());
    const { pixels } = smallSet();
    const larger = Uint8Array.from([9, 9, ...pixels, 9]).subarray(2, 2 + pixels.length);
    expect(await setId(smallSet({ name: 'animals' }))).toBe(id);
    expect(await setId(smallSet({ pixels: larger }))).toBe(id);
  });

  it('differs where anything in it does', async () => {
    const { pixels } = smallSet();
    const others = [
      smallSet(),
      smallSet({ pixels: pixels.map((value) => 255 - value) }),
      smallSet({ pixels: Float64Array.from(pixels) }),
      smallSet({ labels: Uint8Array.of(1, 0) }),
      smallSet({ classes: ['cat', 'cow'] }),
      smallSet({ pixelScale: 100 }),
      smallSet({ height: 1, width: 4 }),
      smallSet({ multiLabel: true, labels: Uint8Array.of(0, 1, 1, 0) }),
    ];
    expect(new Set(await Promise.all(others.map(setId))).size).toBe(others.length);
  });
});

it('where there is no IndexedDB, as here, keeping a set fails in words', async () => {
  const fault = await saveSet('id', smallSet()).catch((thrown: unknown) => thrown);
  expect(fault).toBeInstanceOf(StoreError);
  expect((fault as StoreError).message).toMatch(
    /^This browser does not let the add-in keep images; .* They stay only as long as the pane is open\.$/,
  );
});

it('asks the browser to let the images stay, also where that says no', async () => {
  const asked: string[] = [];
  const persist = () => {
    asked.push('persist');
    return Promise.reject(new Error('no'));
  };
  Object.defineProperty(globalThis, 'navigator', { value: { storage: { persist } }, configurable: true });
  await saveSet('id', smallSet()).catch(() => undefined);
  expect(asked).toEqual(['persist']);
});
