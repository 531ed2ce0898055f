import { anyNetwork } from '../networks';
import { allWith, expectFormulasToAgree } from './support/anySpec';

test('formulas of any network agree with the engine in every cell, values and gradients', async () => {
  await expectFormulasToAgree(anyNetwork, 6);
}, 120_000);

test('so do those of activations whose slopes are written from the sums before them', async () => {
  await expectFormulasToAgree(allWith('silu'), 3);
}, 120_000);
