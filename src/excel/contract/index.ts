export { aboutThisExcel } from './aboutThisExcel';
export { CONTRACT } from './clauses';
export { QUESTIONS } from './questions';
export { runContract } from './runContract';
