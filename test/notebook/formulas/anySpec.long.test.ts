import { anyNetwork } from '../networks';
import { allWith, expectFormulasToAgree } from './support/anySpec';

test('formulas of many networks agree with the engine in every cell', async () => {
  await expectFormulasToAgree(anyNetwork, 80);
}, 1_200_000);

test('so do those of networks with SiLU', async () => {
  await expectFormulasToAgree(allWith('silu'), 25);
}, 1_200_000);
