// What evaluates, and makes and draws the confusion sheet, loaded when something is first evaluated.
export { drawConfusion } from '../../../excel/sheets/confusion/confusionSheet';
export { confusionIn } from './confusionReport';
export { imagesBehind } from './imagesBehind';
export { evaluate } from './validation';
