import { Images } from '../../../src/training/images';
import type { RunSignals } from '../../../src/training/stepper';
import { Trainer } from '../../../src/training/trainer';
import { WorkerHandle } from '../../../src/training/worker/workerHandle';
import { WorkerStepper } from '../../../src/training/worker/workerStepper';
import { loadKernels, type Kernels } from '../../../src/engine/kernels';
import type { ImageSet } from '../../../src/data/imageSet';
import type { NotebookSpec } from '../../../src/notebook/sheet/spec';
import { WorkerHere } from '../../training/worker/support/workerHere';
import { SMALL_CONVNET } from '../networks';
import { digits } from '../report/numbers';
import { bytesOf } from './bytes';

/** What a training takes whose images all stand in memory. */
export interface DataSetUse {
  readonly images: number;
  /** Of the pixels and the labels. */
  readonly dataBytes: number;
  readonly networkBytes: number;
  /** By how much the process grew from before there was any of it to after the steps. */
  readonly grownBytes: number;
  /** The same amid a run in a worker, which has a network of its own, and one to evaluate with. */
  readonly grownInRun: number;
  /** The most by which arrays and memories grew at any time during the steps. */
  readonly mostDuringSteps: number;
  /** By how much all that is in use grew from the first step to the last. */
  readonly leftBySteps: number;
  readonly steps: number;
}

const COUNT = 60_000;
const SIDE = 28;
const STEPS = 50;
const BATCH = 64;
/** So large a part of the data would be one. */
const A_COPY = 0.1;

/** Trains as the add-in does, with as many images as MNIST has, and looks at the memory of the process. Node only. */
export async function measureDataSet(): Promise<DataSetUse> {
  const kernels = await loadKernels();
  // Once with few images, so that code and what the engine keeps for good are there before anything is counted.
  train(kernels, setOf(1000), 5);
  const before = inUse();
  const set = setOf(COUNT);
  // A run takes the pixels away for as long as it goes.
  const dataBytes = set.pixels.byteLength + set.labels.byteLength;
  const { trainer, mostDuringSteps, leftBySteps } = train(kernels, set, STEPS);
  const grownBytes = inUse() - before;
  const grownInRun = (await inUseInRun(trainer)) - before;
  return {
    images: set.count,
    dataBytes,
    networkBytes: bytesOf(trainer.network),
    grownBytes,
    grownInRun,
    mostDuringSteps,
    leftBySteps,
    steps: trainer.step,
  };
}

export function dataSetLines(use: DataSetUse): string {
  const ratioOf = (bytes: number) => bytes / (use.dataBytes + use.networkBytes);
  const told = (bytes: number) =>
    `${megabytes(bytes)}, ${digits(ratioOf(bytes))} × both (goal: at most 1.3 ×, ${ratioOf(bytes) <= 1.3 ? 'met' : 'not met'})`;
  const isCopied = Math.max(use.mostDuringSteps, use.leftBySteps) > A_COPY * use.dataBytes;
  return (
    `Training with ${use.images.toLocaleString('en-GB')} images of ${SIDE}×${SIDE} in memory (Small convnet, batch ` +
    `${BATCH}): ${megabytes(use.dataBytes)} of data and ${megabytes(use.networkBytes)} of network took ` +
    `${told(use.grownBytes)}; in a run, whose worker has a network of its own and one to evaluate with, ` +
    `${told(use.grownInRun)}. ` +
    `During ${use.steps} steps arrays grew by at most ${megabytes(use.mostDuringSteps)}, and ` +
    `${megabytes(use.leftBySteps)} were left of it: ${isCopied ? 'the steps copy data' : 'no step copies the data'}.`
  );
}

function train(
  kernels: Kernels | undefined,
  set: ImageSet,
  steps: number,
): { trainer: Trainer; mostDuringSteps: number; leftBySteps: number } {
  const spec: NotebookSpec = {
    title: 'Bench',
    network: SMALL_CONVNET,
    data: { set: 'bench', name: set.name },
    classes: set.classes,
    question: '',
    settings: { batchSize: BATCH },
  };
  const trainer = new Trainer(spec, new Images(spec.data, set), kernels);
  // The first step deals the images into those to train with and those to validate with.
  trainer.train();
  const before = inUse();
  const atFirst = process.memoryUsage().external;
  let most = 0;
  while (trainer.step < steps) {
    trainer.train();
    most = Math.max(most, process.memoryUsage().external - atFirst);
  }
  return { trainer, mostDuringSteps: most, leftBySteps: inUse() - before };
}

/** After steps in a worker and an evaluation of the images to validate with, the worker being here, so that its memory counts. */
async function inUseInRun(trainer: Trainer): Promise<number> {
  const worker = new WorkerHere();
  await new Promise((ready) => (worker.onmessage = ready));
  const stepper = (await WorkerStepper.begin(new WorkerHandle(async () => worker), trainer))!;
  await stepper.advance(STEPS, NEVER);
  await stepper.finish(NEVER);
  const used = inUse();
  stepper.dispose();
  worker.terminate();
  return used;
}

const NEVER: RunSignals = {
  paintAt: Infinity,
  isStopped: () => false,
  isUrgent: () => false,
  onChange: () => () => undefined,
};

/** Noise with a brighter pixel here and there: what it shows does not matter to memory. */
function setOf(count: number): ImageSet {
  const pixels = new Uint8Array(count * SIDE * SIDE);
  for (let i = 0; i < pixels.length; i++) pixels[i] = (i * 2654435761) >>> 24;
  return {
    name: 'bench',
    channels: 1,
    height: SIDE,
    width: SIDE,
    count,
    pixels,
    pixelScale: 255,
    labels: Uint8Array.from({ length: count }, (_, i) => i % 10),
    multiLabel: false,
    classes: Array.from({ length: 10 }, (_, i) => `${i}`),
  };
}

/** Bytes of objects, and of arrays and WebAssembly memories, which are external to Node's heap, that are still in use. */
function inUse(): number {
  for (let i = 0; i < 3; i++) globalThis.gc!();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function megabytes(bytes: number): string {
  return `${digits(bytes / 1e6)} MB`;
}
