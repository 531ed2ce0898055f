import type { Schedule } from './schedule';

/** The same rate at every step. */
export const constant: Schedule = ({ learningRate }) => learningRate;
