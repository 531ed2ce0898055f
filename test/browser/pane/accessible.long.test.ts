import { testStates } from './allStates';
import { MAIN, MORE, OTHERS, WELCOME } from './states';

testStates([WELCOME, ...MAIN, ...MORE, ...OTHERS]);
