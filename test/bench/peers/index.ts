import type { Contestant } from '../contestant';
import { onnxRuntimeWeb, onnxRuntimeWebFixed } from './ort';
import { prepareTfjs, tfjs } from './tfjs';

/** About a second of work for tfjs's plain JavaScript. */
const A_SECOND_OF_TFJS_CPU = 3e7;

/** Who else trains convolutions in a browser. */
export function peers(tfjsFiles: string): Contestant[] {
  prepareTfjs(tfjsFiles);
  return [onnxRuntimeWeb, onnxRuntimeWebFixed, tfjs('wasm'), tfjs('cpu', A_SECOND_OF_TFJS_CPU)];
}
