import { Predictor, type Prediction } from '../../../training/predictor';
import { NotebookError } from '../../faults';
import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Change, Pipeline } from '../../workbook/pipeline';
import { imageCommandTexts } from '../../../texts/addin/images';

/** A drawing of the pane: what the active notebook predicts for it, and putting it on the page. */
export class Drawing {
  /** Of the notebook that was asked last. */
  private predictor?: { readonly notebook: LiveNotebook; readonly predictor: Predictor };

  constructor(private readonly pipeline: Pipeline) {}

  /**
   * What the network predicts with its present weights; no cell changes.
   * @param pixels [height, width], 0 paper … 1 ink
   * @returns undefined if there is no notebook, or it reads images of another size
   */
  readonly predict = (pixels: Float64Array): Prediction | undefined => {
    const notebook = this.pipeline.notebooks.active;
    if (!notebook) return undefined;
    const { network, spec, kernels } = notebook.trainer;
    const { channels, height, width } = spec.network.input;
    if (pixels.length !== height * width) return undefined;
    if (this.predictor?.notebook !== notebook)
      this.predictor = { notebook, predictor: new Predictor(spec, kernels) };
    return this.predictor.predictor.predict(network, onAllChannels(channels, pixels));
  };
}

/** Puts a drawing on the page. */
export function drawPixels(pixels: Float64Array): Change {
  return {
    name: 'Draw a digit',
    whileRunning: 'refuse',
    asksPlaces: true,
    change({ trainer, record }) {
      const { channels, height, width } = record.spec.network.input;
      if (pixels.length !== height * width)
        throw new NotebookError(imageCommandTexts.wrongSize(height, width));
      if (!pixels.some((ink) => ink > 0)) throw new NotebookError(imageCommandTexts.emptyPaper);
      const before = trainer.network.input.slice(0, channels * pixels.length);
      trainer.network.input.set(onAllChannels(channels, pixels));
      trainer.compute();
      const undo = () => {
        trainer.network.input.set(before);
        trainer.compute();
        return { notice: imageCommandTexts.isBack };
      };
      return { notice: imageCommandTexts.drawn, undo };
    },
  };
}

/** Copies a drawing to all channels, so that ink is white in a notebook with colours. */
export function onAllChannels(channels: number, drawing: Float64Array): Float64Array {
  if (channels === 1) return drawing;
  const pixels = new Float64Array(channels * drawing.length);
  for (let channel = 0; channel < channels; channel++) pixels.set(drawing, channel * drawing.length);
  return pixels;
}
