// The kernels in AssemblyScript. X.gen.cjs generates the module X.ts during the build (scripts/asc.mjs).
// Imports nothing from outside this folder.
export { blocksBackward } from './blocks';
export { convBackward, convForward } from './conv';
export { denseBackward, denseForward } from './dense';
export { patchesBackward } from './patches';
export { copyPlanes } from './planes';
export { descend } from './update';
