import type { Passes } from '../layers/layer';
import type { KernelExports } from './space';

/** A part of a network whose memory is planned; it runs once the memory is there. */
export type Stage = (kernels: KernelExports, memory: WebAssembly.Memory) => Passes;
