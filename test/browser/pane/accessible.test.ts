import { testStates } from './allStates';
import { MAIN, WELCOME } from './states';

testStates([WELCOME, ...MAIN]);
