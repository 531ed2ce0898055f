import type { Passes } from '../../passes';
import type { KernelExports } from '../kernelInstance';

/** A part of a network whose memory is planned; it runs once the memory is there. */
export type KernelStage = (kernels: KernelExports, memory: WebAssembly.Memory) => Passes;
