import type { AveragePool2dSpec } from '../../../engine/spec';
import { innerFactors, innerGradient } from '../activations';
import { quotient, sentence, sum, term } from '../explanation';
import type { LayerExplainer, LayerPage } from '../layer';
import { largestTerms } from '../terms';
import { mapByMap, mapOf, pixelsOf, seeing, seenBy, seersOf, windowsOf } from '../windows';

type Page = LayerPage<AveragePool2dSpec>;

/** The mean of each window; what stands in the padding is not counted. */
export const averagePool2d: LayerExplainer<AveragePool2dSpec> = {
  output(page, index) {
    const { height, width } = page.shape.output;
    const [channel, at] = [Math.floor(index / (height * width)), index % (height * width)];
    const first = channel * page.shape.input.height * page.shape.input.width;
    const pixels = pixelsIn(page, at);
    const all = sum(
      'sum of the window',
      pixels.map((pixel) => page.input(first + pixel)),
    );
    const padded = pixels.length < page.spec.size[0] * page.spec.size[1];
    return [
      all,
      sentence(
        padded
          ? 'Divided by how many there are; the padding is not counted.'
          : 'Divided by how many there are.',
      ),
      quotient('mean', all.result, { label: 'count', value: pixels.length }),
    ];
  },

  compute(page, index, n) {
    const { height, width } = page.shape.output;
    const [channel, at] = [Math.floor(index / (height * width)), index % (height * width)];
    const map = mapOf(page.inputs(n), channel, page.shape.input);
    const pixels = pixelsIn(page, at);
    return pixels.reduce((total, pixel) => total + map[pixel], 0) / pixels.length;
  },

  inputGradient(page, index) {
    const { height, width } = page.shape.input;
    const [channel, pixel] = [Math.floor(index / (height * width)), index % (height * width)];
    const seers = seersOf(windowsOf(page), pixel).flat();
    const outputAt = (place: number) =>
      channel * page.shape.output.height * page.shape.output.width + seers[place].output;
    const share = (place: number) => 1 / pixelsIn(page, seers[place].output).length;
    const { terms, rest } = largestTerms(
      seers.length,
      (place) => innerGradient(page, outputAt(place)) * share(place),
      (place) =>
        term(page.scene.nameOf(page.spec.name, outputAt(place)), [
          ...innerFactors(page, outputAt(place)),
          { label: `1 / ${pixelsIn(page, seers[place].output).length}`, value: share(place) },
        ]),
    );
    return [
      sentence(
        seers.length === 0
          ? 'No window reaches this cell, so it changes nothing: its gradient is 0.'
          : 'A mean hands its gradient to all that it is the mean of, in equal shares.',
      ),
      sum('∂ of this cell', terms, { rest }),
    ];
  },

  reads(page, outputs) {
    return mapByMap(page.shape.output, outputs, page.noInputs(), (map) => seenBy(windowsOf(page), map));
  },

  reaches(page, inputs) {
    return mapByMap(page.shape.input, inputs, page.noOutputs(), (map) => seeing(windowsOf(page), map));
  },

  own: (page) => ({ makes: page.noOutputs() }),
  ownOf: () => [],
};

function pixelsIn(page: Page, at: number): number[] {
  return pixelsOf(windowsOf(page), at)
    .flat()
    .filter((pixel) => pixel >= 0);
}
