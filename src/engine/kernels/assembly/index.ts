export { blocksBackward } from './blocks';
export { convBackward, convForward } from './conv';
export { denseBackward, denseForward } from './dense';
export { patchesBackward } from './patches';
export { copyPlanes } from './planes';
export { descend } from './update';
