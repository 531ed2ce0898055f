import type { LogRow } from '../logRow';
import type { Training } from '../training';
import type { Advice, LossPoint } from './mistakes';

/** The loss is looked at over so many steps, and as many before them. */
const STEPS = 20;

/** A step moves weights by about a thousandth of their size where all is well; by more than this it throws them about. */
const LARGE_MOVE = 0.3;
/** By less than this they stay where they are for tens of thousands of steps. */
const SMALL_MOVE = 1e-6;

/** A loss below this is as good as learned. */
const LEARNED = 0.05;

/** What the curve of the loss and the size of steps say. */
export function curveFaults(training: Training, losses: readonly LossPoint[], row?: LogRow): Advice[] {
  const rate = rateFaults(training);
  if (rate.length) return rate;
  return [...lossFaults(losses), ...overfitting(row)];
}

/** By which share of its size the next step moves the weights of a layer, for optimisers without memory of them. */
function rateFaults({ network, spec, settings, nextLearningRate, step }: Training): Advice[] {
  const isScaled = settings.optimiser !== 'SGD' && settings.optimiser !== 'Momentum';
  // Before the first step nobody has tried it.
  if (step === 0 || network.losses[0] < LEARNED) return [];
  const moves = network.shapes.flatMap(({ name: layer, parameters }, index) => {
    const { type } = spec.network.layers[index];
    if (type !== 'conv2d' && type !== 'dense') return [];
    const size = meanSize(network.parameters.get(parameters[0].name)!);
    const gradient = isScaled ? 1 : meanSize(network.gradients.get(parameters[0].name)!);
    return size > 0 ? [{ layer, share: (nextLearningRate * gradient) / size }] : [];
  });
  const most = moves.reduce((a, b) => (b.share > a.share ? b : a), { layer: '', share: 0 });
  if (moves.length === 0) return [];
  if (most.share > LARGE_MOVE) return [{ about: 'rateTooHigh', ...most, setting: 'learningRate' }];
  const isStill = most.share > 0 && most.share < SMALL_MOVE;
  return isStill ? [{ about: 'rateTooLow', share: most.share, setting: 'learningRate' }] : [];
}

function lossFaults(losses: readonly LossPoint[]): Advice[] {
  const points = losses.slice(-2 * STEPS);
  if (points.length < 2 * STEPS || points[0].step === 0) return [];
  const [before, now] = [points.slice(0, STEPS), points.slice(STEPS)].map((some) =>
    spread(some.map(({ loss }) => loss)),
  );
  // Losses of small batches go up and down by themselves.
  const noise = Math.sqrt((before.variance + now.variance) / STEPS);
  if (now.mean > LEARNED && now.mean > 1.25 * before.mean + 4 * noise)
    return [{ about: 'lossUp', from: before.mean, to: now.mean, setting: 'learningRate' }];
  const isStill =
    now.mean > LEARNED && Math.abs(now.mean - before.mean) < 1e-7 * now.mean && now.variance === 0;
  return isStill ? [{ about: 'lossStill', steps: 2 * STEPS, loss: now.mean, setting: 'learningRate' }] : [];
}

/** Far more images are known by heart than understood. */
function overfitting(row: LogRow | undefined): Advice[] {
  if (!row || row.validationAccuracy === undefined || row.validationLoss === undefined) return [];
  const isMuchWorse =
    row.trainingAccuracy - row.validationAccuracy > 0.15 && row.validationLoss > 2 * row.trainingLoss;
  if (!isMuchWorse) return [];
  const { trainingAccuracy: training, validationAccuracy: validation } = row;
  return [{ about: 'overfitting', training, validation, setting: 'validationShare' }];
}

function spread(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
}

/** The root of the mean of the squares. */
function meanSize(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
