export { aboutThisExcel } from './aboutThisExcel';
export { CONTRACT } from './clauses';
export { SKIPPED } from './question';
export { QUESTIONS } from './questions';
export { runContract } from './runContract';
