/** Bundled for the page: the engine alone, for as many passes as asked for. */
import { compile } from '../../../src/engine/network';
import { loadKernels } from '../../../src/engine/kernels';
import { Trainer } from '../../../src/training/trainer';
import { LESSON_4 } from '../../../src/notebook/presets/lesson4';

declare global {
  interface Window {
    /** Milliseconds of each recomputing of the page: all maps, the loss, all gradients; and which kernels compute. */
    timeEngine(passes: number): Promise<{ times: number[]; kernels: string }>;
  }
}

window.timeEngine = async (passes) => {
  const kernels = await loadKernels();
  const trainer = new Trainer(LESSON_4);
  const network = compile(LESSON_4.network, 1, undefined, kernels);
  for (const [name, values] of trainer.network.parameters) network.parameters.get(name)!.set(values);
  network.input.set(trainer.network.input.subarray(0, network.input.length));
  network.target.set(trainer.network.target.subarray(0, network.target.length));
  const pass = () => {
    network.forward();
    network.backward();
    network.reveal(1);
  };
  return { times: Array.from({ length: passes }, () => time(pass)), kernels: kernels?.kind ?? 'plain' };
};

/** The clock of a page is coarse: one time is that of many passes. */
const TOGETHER = 200;

function time(pass: () => void): number {
  const from = performance.now();
  for (let i = 0; i < TOGETHER; i++) pass();
  return (performance.now() - from) / TOGETHER;
}
