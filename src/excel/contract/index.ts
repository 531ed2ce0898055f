export { aboutThisExcel } from './aboutThisExcel';
export { CONTRACT } from './clauses';
export { runContract } from './runContract';
