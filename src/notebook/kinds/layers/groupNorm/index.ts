import { explain } from './explain';
import { formulas } from './formulas';
import { glossary } from './glossary';
import { layout } from './layout';
import { table } from './table';

export const groupNorm = { layout, formulas, explain, table, glossary };
