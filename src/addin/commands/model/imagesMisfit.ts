import { inferShapes, type Shape } from '../../../engine/shapes';
import type { NetworkSpec } from '../../../engine/spec';
import type { ModelProblem } from '../../../notebook/model/columns';
import { buildTexts } from '../../../texts/addin/model';
import { differingSides, sizeInWords } from '../images/imageFit';

/** Images that a network may not be able to read, or to predict the classes of. */
export interface ImagesAbout extends Shape {
  readonly name: string;
}

/** What prevents a network from reading these images: the first side that differs. */
export function sizeMisfit(network: NetworkSpec, images: ImagesAbout): ModelProblem | undefined {
  const [side] = differingSides(network.input, images);
  return (
    side && {
      column: COLUMN_OF[side],
      message: buildTexts.otherSize(images.name, sizeInWords(images), images[side]),
    }
  );
}

const COLUMN_OF = { channels: 'Channels', height: 'Height', width: 'Width' } as const;

/**
 * What prevents a network from predicting the classes of these images.
 * @param rows of its layers in the table
 */
export function unitsMisfit(
  network: NetworkSpec,
  { name, classes }: ImagesAbout & { readonly classes: readonly string[] },
  rows: readonly number[],
): ModelProblem | undefined {
  const units = inferShapes(network).at(-1)!.output.channels;
  if (units === classes.length) return undefined;
  return {
    row: rows.at(-1),
    column: 'Filters or units',
    message: buildTexts.otherUnits(units, name, classes.length),
  };
}
