import type { Network } from '../engine/network';
import type { Settings } from '../notebook/sheet/settings';
import type { Images } from './images';

/** So many images tell mean and standard deviation well enough. */
const ENOUGH = 2000;

/**
 * Sets the mean and the standard deviation of every input normalisation to those of the images to train with, channel
 * by channel. Only a normalisation that reads the input itself knows its numbers before the network has run.
 */
export function normalise(network: Network, images: Images, settings: Settings): void {
  const [first] = network.spec.layers;
  const source = images.source(settings);
  if (first.type !== 'inputNorm' || !source) return;
  const { channels, height, width } = network.spec.input;
  const plane = height * width;
  const image = new Float64Array(channels * plane);
  const [sums, squares] = [new Float64Array(channels), new Float64Array(channels)];
  const indexes = images.training(settings, ENOUGH);
  for (let i = 0; i < indexes.length; i++) {
    source.image(indexes[i], image, 0);
    image.forEach((value, at) => {
      const channel = Math.floor(at / plane);
      sums[channel] += value;
      squares[channel] += value * value;
    });
  }
  const count = indexes.length * plane;
  for (let channel = 0; channel < channels; channel++) {
    const mean = sums[channel] / count;
    const variance = squares[channel] / count - mean * mean;
    network.state.get(`${first.name}.mean`)![channel] = mean;
    // A channel that is the same everywhere has nothing to be divided by.
    network.state.get(`${first.name}.standard_deviation`)![channel] = variance > 0 ? Math.sqrt(variance) : 1;
  }
}
