import { sizeOf, type LayerShape, type Shape } from './layerShape';
import { activationOf, layerFor } from './layers';
import { lossApplying, lossFor } from './losses';
import type { Activation, LayerSpec, LossName, NetworkSpec } from './spec';
import { SpecError, expectWhole, expectWord, show, subject } from './specError';

export { sizeOf, type LayerShape, type Pads, type Parameter, type Shape, type State } from './layerShape';
export { SpecError } from './specError';

/**
 * The shape of every layer, in the order of the spec.
 *
 * @throws SpecError if the spec is not a valid network
 */
export function inferShapes(spec: NetworkSpec): LayerShape[] {
  const shapes = inferLayers(spec);
  checkLogits(spec, shapes[shapes.length - 1].output);
  return shapes;
}

/** Like `inferShapes`, for a network that may still be incomplete: does not check what its loss expects. */
export function inferLayers(spec: NetworkSpec): LayerShape[] {
  checkInput(spec);
  checkNames(spec);
  let input: Shape = { channels: spec.input.channels, height: spec.input.height, width: spec.input.width };
  const shapes = spec.layers.map((layer): LayerShape => {
    const shape = { name: layer.name, input, ...layerFor(layer).shape(layer, input) };
    input = shape.output;
    return shape;
  });
  return shapes;
}

/** Size per image of a network's activations, or of their gradients, by layer name or 'input'. */
export function sizeOfImage(
  { spec, shapes }: { readonly spec: NetworkSpec; readonly shapes: readonly LayerShape[] },
  name: string,
): number | undefined {
  if (name === 'input') return sizeOf(spec.input);
  const layer = shapes.find((each) => each.name === name);
  return layer && sizeOf(layer.output);
}

/** Names that layers cannot take. 'logits' is allowed for the last layer, whose output they are. */
const reserved = ['input', 'target', 'logits', 'probabilities', 'loss'];

function checkInput(spec: NetworkSpec): void {
  for (const side of ['channels', 'height', 'width'] as const) {
    expectWhole<NetworkSpec>(
      'input',
      'input',
      `its ${side === 'channels' ? 'number of channels' : side}`,
      spec.input?.[side],
    );
  }
}

function checkNames(spec: NetworkSpec): void {
  const { layers } = spec;
  if (!Array.isArray(layers) || layers.length === 0) {
    throw new SpecError<NetworkSpec>(
      '',
      'layers',
      'The network has no layers; add at least one, such as a dense layer.',
    );
  }
  const positions = new Map<string, number>();
  layers.forEach(({ name }, index) => {
    const position = index + 1;
    if (typeof name !== 'string' || name.trim() === '') {
      const found = name === undefined ? 'no name' : `the name ${show(name)}`;
      throw new SpecError<LayerSpec>(
        '',
        'name',
        `Layer ${position} of the network has ${found}; give it one, such as 'conv1'.`,
      );
    }
    const earlier = positions.get(name);
    if (earlier !== undefined) {
      throw new SpecError<LayerSpec>(
        name,
        'name',
        `Layers ${earlier} and ${position} are both called '${name}'; rename one of them.`,
      );
    }
    if (reserved.includes(name) && !(name === 'logits' && position === layers.length)) {
      throw new SpecError<LayerSpec>(
        name,
        'name',
        `Layer ${position} is called '${name}', which is the name of something else; choose another.`,
      );
    }
    positions.set(name, position);
  });
}

function checkLogits(spec: NetworkSpec, output: Shape): void {
  expectWord<NetworkSpec>('loss', 'loss', 'its name', spec.loss, Object.keys(lossFor));
  const last = spec.layers[spec.layers.length - 1];
  const { channels, height, width } = output;
  const { leastUnits, fewUnitsAdvice, applies, unit } = lossFor[spec.loss];
  if (height !== 1 || width !== 1) {
    throw new SpecError<LayerSpec>(
      last.name,
      'type',
      `${subject(last.name)}, the last, makes maps of ${height}×${width}; the loss ${spec.loss} expects one number ` +
        `for each ${unit}. Add a flatten and a dense layer.`,
    );
  }
  if (applies !== 'none' && activationOf(last) !== 'none') {
    throw new SpecError<ActivatedSpec>(
      last.name,
      'activation',
      `${subject(last.name)}, the last, ${activatedLogits(last, spec.loss, applies)}`,
    );
  }
  if (channels < leastUnits) {
    throw new SpecError<CountedSpec>(
      last.name,
      'filters' in last ? 'filters' : 'units',
      `${subject(last.name)}, the last, makes ${channels} logit; the loss ${spec.loss} expects at least ${leastUnits}. ` +
        (fewUnitsAdvice ?? ''),
    );
  }
}

/** The message for an activation before a loss that applies its own: what is wrong and what to do. */
function activatedLogits(last: LayerSpec, loss: LossName, applies: Activation): string {
  const activation = activationOf(last);
  const found = `has the activation '${activation}'; the loss ${loss} `;
  if (activation === applies) {
    return (
      `${found}applies the ${applies} itself, and twice would be once too often. Set its activation to 'none': the ` +
      `probabilities are the ${applies} of its outputs all the same.`
    );
  }
  const better = lossApplying(activation);
  const otherwise = better ? `, and take the loss ${better}, which applies the ${activation} itself` : '';
  return `${found}expects logits, which may be any numbers. Set its activation to 'none'${otherwise}.`;
}

/** Specs of the layers that can be last and have an activation. */
type ActivatedSpec = Extract<LayerSpec, { activation?: unknown }>;
type CountedSpec = Record<'filters' | 'units', unknown>;
