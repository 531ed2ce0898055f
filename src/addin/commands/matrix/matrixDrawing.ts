// What draws a convolution as a matrix, loaded when that is first asked for.
export { drawMatrix } from '../../../excel/sheets/matrix/matrixSheet';
export { planMatrix } from '../../../notebook/matrix';
