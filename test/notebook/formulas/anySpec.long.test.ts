import { anyNetwork } from '../networks';
import { allWith, expectFormulasToAgree } from './support/anySpec';

test('formulas of several hundred networks agree with the engine in every cell', async () => {
  await expectFormulasToAgree(anyNetwork, 300);
}, 1_200_000);

test('so do those of a hundred networks with SiLU', async () => {
  await expectFormulasToAgree(allWith('silu'), 100);
}, 1_200_000);
