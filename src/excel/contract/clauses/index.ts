// A file for each object of Excel's; each is named in one line here.
import type { Chapter } from '../clause';
import { RANGE } from './range';

export const CONTRACT: readonly Chapter[] = [RANGE];
