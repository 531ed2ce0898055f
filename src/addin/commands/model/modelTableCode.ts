// What is loaded when a model table is first needed.
export { modelState } from './modelState';
export { drawTable, readTable, writeTable } from './modelTable';
