// What makes and draws the confusion sheet, loaded when something is first evaluated.
export { shapeOf } from '../../../excel/sheets/confusion/confusionCells';
export { cellOfConfusion, rowOfWorst } from '../../../excel/sheets/confusion/confusionLayout';
export { drawConfusion } from '../../../excel/sheets/confusion/confusionSheet';
export { confusionIn, worstOf } from './confusionReport';
