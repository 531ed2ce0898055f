import type { Activation } from '../spec';
import type { CompileActivation } from './activation';
import { gelu } from './gelu';
import { leakyRelu } from './leakyRelu';
import { relu } from './relu';
import { sigmoid } from './sigmoid';
import { softmax } from './softmax';
import { tanh } from './tanh';

/** Every activation but 'none': whoever adds one names it here and in `Activation`. */
export const activationFor: { [Name in Exclude<Activation, 'none'>]: CompileActivation } = {
  relu,
  leakyRelu,
  sigmoid,
  tanh,
  gelu,
  softmax,
};
