import { makeSet } from '../../../src/data/generators';
import { split } from '../../../src/data/split';
import { loadKernels } from '../../../src/engine/kernels';
import { compile, type Network } from '../../../src/engine/network';
import { optimise, type OptimiserOptions } from '../../../src/engine/optimisers';
import { initialParameters } from '../../../src/notebook/sheet/initialise';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';
import { SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import { INITIAL_SETTINGS } from '../../../src/notebook/sheet/settings';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';

/** What the bench asks of the engine alone, in a worker of the page in which the notebook runs. */
export type Ask =
  | { readonly ask: 'images'; readonly count: number }
  | {
      readonly ask: 'steps';
      readonly starter: keyof typeof STARTERS;
      readonly batchSize: number;
      readonly steps: number;
    };

const STARTERS = { lesson4: LESSON_4, small: SMALL_CONVNET };
/** Steps before time is taken. */
const WARM_UP = 10;
const SEED = 11;

self.onmessage = ({ data }: MessageEvent<Ask>) => {
  if (data.ask === 'images') self.postMessage(idxFiles(data.count));
  else
    void timeSteps(STARTERS[data.starter], data.batchSize, data.steps).then((time) => self.postMessage(time));
};

/** Milliseconds of so many steps of one batch that stands there already: forward, backward, optimiser, nothing else. */
async function timeSteps(spec: NotebookSpec, batchSize: number, steps: number): Promise<number> {
  const network = compile(spec.network, batchSize, undefined, await loadKernels());
  fill(network, spec, batchSize);
  const settings = { ...INITIAL_SETTINGS, ...spec.settings };
  const { parameters, gradients } = network;
  const zeros = () => new Map([...parameters].map(([name, { length }]) => [name, new Float64Array(length)]));
  const trained = { parameters, gradients, velocities: zeros(), secondMoments: zeros() };
  const options: OptimiserOptions = { ...settings };
  let from = 0;
  for (let step = -WARM_UP; step < steps; step++) {
    if (step === 0) from = performance.now();
    network.forward();
    network.backward();
    optimise(settings.optimiser, trained, options, step + WARM_UP + 1);
  }
  return performance.now() - from;
}

function fill({ input, target, parameters }: Network, spec: NotebookSpec, batchSize: number): void {
  const { pixels, labels, pixelScale } = makeSet('digits', SEED, batchSize);
  input.set(Float64Array.from(pixels, (value) => value / pixelScale));
  const units = target.length / batchSize;
  // One unit answers whether it is a seven.
  for (let item = 0; item < batchSize; item++)
    if (units > 1 || labels[item] === 7) target[item * units + (units > 1 ? labels[item] : 0)] = 1;
  for (const [name, values] of initialParameters(spec, SEED)) parameters.get(name)!.set(values);
}

/** Digits in the files in which MNIST comes, and the number of the first that is trained with. */
function idxFiles(count: number): { images: Uint8Array; labels: Uint8Array; page: number } {
  const { pixels, labels, height, width } = makeSet('digits', SEED, count);
  const [images, own] = [header([count, height, width], pixels.length), header([count], count)];
  images.bytes.set(
    pixels.map((value) => Math.round(value * 2.55)),
    images.from,
  );
  own.bytes.set(labels, own.from);
  const { training } = split(count, INITIAL_SETTINGS.validationShare, INITIAL_SETTINGS.seed);
  return { images: images.bytes, labels: own.bytes, page: Math.min(...training) + 1 };
}

function header(sides: readonly number[], length: number): { bytes: Uint8Array; from: number } {
  const from = 4 + 4 * sides.length;
  const bytes = new Uint8Array(from + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + sides.length);
  sides.forEach((side, index) => view.setUint32(4 + 4 * index, side));
  return { bytes, from };
}
