// The kernels in AssemblyScript. A module that is imported but not there is made by its generator, X.gen.cjs, when the build
// compiles (scripts/asc.mjs). Imports nothing from outside of this folder.
export { blocksBackward } from './blocks';
export { convBackward, convForward } from './conv';
export { denseBackward, denseForward } from './dense';
export { patchesBackward } from './patches';
export { copyPlanes } from './planes';
export { descend } from './update';
