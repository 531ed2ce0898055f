import { indexOf, type Spot } from '../sheet/valueCells';
import { logitsTensor } from './influence';
import { sentence, term, type Part } from './explanation';
import { NOTHING_LOST } from './flattenPosition';
import { pageOf, positionOf } from './layers';
import type { LayerPage } from './layer';
import type { Scene } from './scene';
import { MOST_TERMS } from './terms';

/** Which weights multiply a number that is flattened before a dense layer. */
export function readersOf(scene: Scene, tensor: string, index: number): Part[] {
  const reader = denseAfter(scene, tensor);
  if (!reader) return [];
  const { units } = reader.spec as { units: number };
  const inputs = reader.shape.input.channels;
  const terms = Array.from({ length: Math.min(units, MOST_TERMS) }, (_, unit) =>
    term(unitName(scene, reader, unit), [
      reader.ownNumber('weights', unit * inputs + index, 'weight'),
      reader.input(index, 'this cell'),
    ]),
  );
  return [
    sentence(
      `${capital(reader.spec.name)} reads it as number ${index + 1} of ${inputs}: each unit has a weight for it. ${NOTHING_LOST}`,
    ),
    {
      kind: 'list',
      title: `What it adds to each unit of ${reader.spec.name}`,
      terms,
      hidden: units - terms.length,
    },
  ];
}

/** What a weight is used for. */
export function purposeOf(scene: Scene, { block, ...spot }: Spot): Part[] {
  const [layer, word] = block.source.tensor.split('.');
  const page = pageOf(scene, positionOf(scene, layer));
  const { type } = page.spec;
  if (type === 'conv2d' || type === 'depthwiseConv2d')
    return [
      sentence(
        word === 'bias'
          ? 'It is added in every cell of its map.'
          : 'One weight is shared by all cells of its map: each multiplies it by the cell of its own patch.',
      ),
    ];
  if (type !== 'dense' || word === 'bias') return [];
  const index = indexOf({ block, ...spot });
  const inputs = page.shape.input.channels;
  const [unit, input] = [Math.floor(index / inputs), index % inputs];
  const flattens = scene.network.spec.layers[positionOf(scene, layer) - 1]?.type === 'flatten';
  return [
    sentence(
      `It multiplies one number alone, ${scene.nameOf(page.inputTensor, input)}, for one unit alone.` +
        (flattens ? ` ${NOTHING_LOST}` : ''),
    ),
    {
      kind: 'list',
      title: `What it adds to ${unitName(scene, page, unit)}`,
      terms: [
        term(scene.nameOf(page.inputTensor, input), [
          page.ownNumber('weights', index, 'weight'),
          page.input(input, 'what it multiplies'),
        ]),
      ],
      hidden: 0,
    },
  ];
}

/** The dense layer that reads a tensor after it was flattened, if that is what happens to it. */
export function denseAfter(scene: Scene, tensor: string): LayerPage | undefined {
  const { layers } = scene.network.spec;
  let next = positionOf(scene, tensor) + 1;
  let flattened = layers[next - 1]?.type === 'flatten';
  for (; layers[next]?.type === 'flatten'; next++) flattened = true;
  return flattened && layers[next]?.type === 'dense' ? pageOf(scene, next) : undefined;
}

function unitName(scene: Scene, { spec }: LayerPage, unit: number): string {
  const word = spec.name === logitsTensor(scene) ? scene.classNamed(unit) : undefined;
  return `unit ${unit + 1}${word === undefined ? '' : ` (${word})`}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
