import { fansOf } from '../../engine/initialisers';
import type { OptimiserName } from '../../engine/optimisers';
import type { Parameter } from '../../engine/shapes';
import { optimiserKinds } from '../kinds/optimisers';
import type { SheetKey } from '../sheet/plan';
import { startOf } from '../sheet/initialise';
import { indexOf, type ValueCell } from '../sheet/valueCells';
import { resultOf, sentence, sum, type Operand, type Part } from './explanation';
import { shown } from './numbers';
import type { Scene } from './scene';
import type { StepNumbers } from './stepParts';

/** Where a weight comes from: the last step, the seed, or a person. */
export function weightParts(scene: Scene, cell: ValueCell): Part[] {
  const { context } = scene;
  const { tensor } = cell.block.source;
  const index = indexOf(cell);
  const value = scene.numbersOf('values', tensor)[index];
  const last = lastStep(scene, tensor, index);
  const taken = last && optimiserKinds[last.optimiser].step(last.numbers);
  if (last && taken && isSame(resultOf(taken.weight).value, value))
    return [
      sentence(
        `What the last step, number ${context.numbers.step}, made of it. ${last.optimiser}: ${taken.rule}.`,
      ),
      ...taken.weight,
    ];
  return [sentence(startSentence(scene, tensor, index, value))];
}

/** What the optimiser remembers of a weight. */
export function memoryParts(scene: Scene, key: 'velocities' | 'secondMoments', cell: ValueCell): Part[] {
  const { tensor } = cell.block.source;
  const kind = key === 'velocities' ? 'velocity' : 'square';
  const last = lastStep(scene, tensor, indexOf(cell));
  const optimiser = last?.optimiser ?? optimiserOf(scene);
  const taken = last && optimiserKinds[last.optimiser].step(last.numbers);
  const parts = taken?.[kind];
  const value = memoryOf(scene, key, cell);
  if (taken && parts && isSame(resultOf(parts).value, value))
    return [sentence(`What the last step made of it. ${optimiser}: ${taken.rule}.`), ...parts];
  const remembers = optimiserKinds[optimiser].step(nextNumbers(scene, cell))[kind] !== undefined;
  return [
    sentence(
      remembers
        ? `${optimiser} remembers this number from step to step. Press Step to see how it changes.`
        : `${optimiser} does not look at this number and leaves it as it is.`,
    ),
  ];
}

/** What the next step makes of a weight, from what stands in the cells now. */
export function nextParts(scene: Scene, cell: ValueCell): Part[] {
  const optimiser = optimiserOf(scene);
  const { rule, weight } = optimiserKinds[optimiser].step(nextNumbers(scene, cell));
  return [sentence(`What the next step will make of the weight. ${optimiser}: ${rule}.`), ...weight];
}

/** The number of a filter that stands here rotated by 180°. */
export function rotatedParts(scene: Scene, { block, row, column }: ValueCell): Part[] {
  const { rows, columns } = block.rect;
  const opposite = { block, row: rows - 1 - row, column: columns - 1 - column };
  return [
    sentence(
      'The filter rotated by 180°: the first number is the last of the filter. Gradients flow back through it.',
    ),
    sum('value', [scene.operand('values', block.source.tensor, indexOf(opposite), 'weight')]),
  ];
}

function lastStep(
  { context }: Scene,
  tensor: string,
  index: number,
): { optimiser: OptimiserName; numbers: StepNumbers } | undefined {
  const { lastStep: taken } = context;
  const weights = taken?.parameters.get(tensor);
  if (!taken || !weights) return undefined;
  const was = (label: string, arrays: typeof taken.parameters): Operand => ({
    label,
    value: arrays.get(tensor)?.[index] ?? 0,
  });
  const numbers: StepNumbers = {
    weight: was('old weight', taken.parameters),
    gradient: was('∂ before the step', taken.gradients),
    velocity: was('old v', taken.velocities),
    square: was('old s', taken.secondMoments),
    options: taken.options,
    t: taken.t,
  };
  return { optimiser: taken.optimiser, numbers };
}

function nextNumbers(scene: Scene, cell: ValueCell): StepNumbers {
  const { settings, rateNow, optimiserStep } = scene.context.numbers;
  const { tensor } = cell.block.source;
  const index = indexOf(cell);
  const remembered = (key: 'velocities' | 'secondMoments', label: string): Operand => ({
    label,
    value: memoryOf(scene, key, cell),
    cell: scene.cellAt(key, cell),
  });
  return {
    weight: scene.operand('values', tensor, index, 'weight'),
    gradient: scene.operand('gradients', tensor, index, '∂ of it'),
    velocity: remembered('velocities', 'v'),
    square: remembered('secondMoments', 's'),
    options: { ...settings, learningRate: rateNow },
    t: optimiserStep + 1,
  };
}

function memoryOf(scene: Scene, key: SheetKey, { block, row, column }: ValueCell): number {
  const within = indexOf({ block, row, column }) - block.source.offset;
  return scene.context.numbers.valuesFor(key, block)[within];
}

function optimiserOf({ context }: Scene): OptimiserName {
  return context.numbers.settings.optimiser;
}

function startSentence(scene: Scene, tensor: string, index: number, value: number): string {
  const { context } = scene;
  const { seed } = context.numbers.settings;
  if (Object.is(context.firstWeights().get(tensor)?.[index], value)) {
    const parameter = scene.network.shapes
      .flatMap(({ parameters }) => parameters)
      .find(({ name }) => name === tensor);
    return `${originOf(scene, parameter!, seed, value)} Press Step to see how it changes.`;
  }
  return context.numbers.step === 0
    ? 'It was typed, or taken over: the seed gives another number. Press Step to see how it changes.'
    : 'It was trained, or typed. Press Step, with Explain cell on, to see how one step changes it.';
}

function originOf({ context }: Scene, parameter: Parameter, seed: number, value: number): string {
  const start = startOf(context.plan.spec, parameter);
  if ('numbers' in start) return 'Its first value, as the model gives it.';
  const { initialiser, argument } = start;
  const { fanIn, fanOut } = fansOf(parameter.shape, parameter.groups);
  const drawn = (how: string) => `Its first value, drawn from the seed ${seed}: ${how}.`;
  switch (initialiser) {
    case 'zeros':
      return parameter.name.endsWith('.bias')
        ? 'Its first value: a bias starts at 0.'
        : 'Its first value: zero.';
    case 'constant':
      return `Its first value: all of them start at ${shown(value)}.`;
    case 'He normal':
      return drawn(
        `He normal, of standard deviation √(2 / ${fanIn}) = ${shown(Math.sqrt(2 / fanIn))} for ${fanIn} inputs`,
      );
    case 'Xavier uniform':
      return drawn(
        `Xavier uniform, up to √(6 / (${fanIn} + ${fanOut})) = ${shown(Math.sqrt(6 / (fanIn + fanOut)))} for ${fanIn} ` +
          `inputs and ${fanOut} outputs`,
      );
    case 'normal':
      if (argument !== undefined) return drawn(`normal, of standard deviation ${shown(argument)}`);
  }
  return drawn(initialiser + (argument === undefined ? '' : ` (${shown(argument)})`));
}

/** Parts round a little differently from the engine. */
function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-10 * Math.max(1e-6, Math.abs(a), Math.abs(b));
}
