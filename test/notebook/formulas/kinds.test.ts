import { Images } from '../../../src/training/images';
import { Trainer } from '../../../src/training/trainer';
import type { LayerSpec, LossName, NetworkSpec } from '../../../src/engine/spec';
import { Formulas } from '../../../src/notebook/formulas';
import { StaysValues } from '../../../src/notebook/formulas/formula';
import { type SheetKey } from '../../../src/notebook/sheet/plan';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import type { Settings } from '../../../src/notebook/sheet/settings';
import { notebookOf } from '../networks';
import { formulasOf } from './support/file';

/** A page of one layer, and two dense units after it. */
function pageOf(layer: LayerSpec, loss: LossName = 'softmaxCrossEntropy', settings: Partial<Settings> = {}) {
  const network: NetworkSpec = {
    input: { channels: 1, height: 4, width: 4 },
    layers: [layer, { type: 'flatten', name: 'flatten' }, { type: 'dense', name: 'dense', units: 2 }],
    loss,
  };
  const spec = { ...notebookOf(network, true), classes: ['a', 'b'] };
  const trainer = new Trainer(spec, new Images({ set: 'none', name: 'none' }));
  Object.assign(trainer.settings, { batchSize: 1 }, settings);
  const plan = planNotebook(spec);
  return { plan, trainer, texts: formulasOf(plan, trainer) };
}

const first = (page: ReturnType<typeof pageOf>, site: string) => page.texts.get(site)?.[0];

test('a convolution with padding leaves out the taps that meet nothing', () => {
  const page = pageOf({ type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3], padding: 'same' });
  const map = page.texts.get('values conv.map1')!;
  expect(map[0]).toBe('=SUMPRODUCT(A2:B3,$G$5:$H$6)+$F$8');
  expect(map[5]).toBe('=SUMPRODUCT(A2:C4,$F$4:$H$6)+$F$8');
  expect(map[15]).toBe('=SUMPRODUCT(C4:D5,$F$4:$G$5)+$F$8');
  expect(first(page, 'gradients conv.filter1.bias')).toBe('=SUM($J$2:$M$5)');
  // The first weight meets no pixel at the top and left outputs.
  expect(first(page, 'gradients conv.filter1.channel1')).toBe("=SUMPRODUCT('Any'!A2:C4,$K$3:$M$5)");
});

test('a convolution with dilation is written tap by tap, since its pixels lie apart', () => {
  const page = pageOf({ type: 'conv2d', name: 'conv', filters: 1, kernel: [1, 2], dilation: 2 });
  expect(first(page, 'values conv.map1')).toBe('=A2*$F$4+C2*$G$4+$F$6');
});

test('a max pool takes the largest, and its gradient goes to the first of the largest', () => {
  const page = pageOf({ type: 'maxPool2d', name: 'pool', size: [2, 2] });
  expect(first(page, 'values pool.map1')).toBe('=MAX(A2:B3)');
  const input = page.texts.get('gradients input.channel1')!;
  expect(input[0]).toBe("=F2*('Any'!A2=MAX('Any'!A2:B3))");
  expect(input[1]).toBe("=F2*('Any'!B2=MAX('Any'!A2:B3))*(MAX('Any'!A2)<'Any'!B2)");
  expect(input[5]).toBe("=F2*('Any'!B3=MAX('Any'!A2:B3))*(MAX('Any'!A2:B2,'Any'!A3)<'Any'!B3)");
});

test('an average pool shares its gradient out', () => {
  const page = pageOf({ type: 'averagePool2d', name: 'pool', size: [2, 2] });
  expect(first(page, 'values pool.map1')).toBe('=AVERAGE(A2:B3)');
  expect(first(page, 'gradients input.channel1')).toBe('=F2/4');
});

test('dropout passes everything unless the notebook trains; its mask is drawn', () => {
  const page = pageOf({ type: 'dropout', name: 'drop', rate: 0.5 });
  expect(first(page, 'values drop.map1')).toMatch(/^=IF\(TRIM\(\$\w+\$\d+\)="train",A2\*F2,A2\)$/);
  expect(first(page, 'values drop.mask1')).toBeUndefined();
});

test('batch norm over one image has its mean and variance in cells', () => {
  const page = pageOf({ type: 'batchNorm', name: 'norm' });
  expect(first(page, 'values norm.channel1.batch_mean')).toBe('=AVERAGE($A$2:$D$5)');
  expect(first(page, 'values norm.channel1.batch_variance')).toBe('=VAR.P($A$2:$D$5)');
});

test('each loss, its probability and its gradient', () => {
  const layer: LayerSpec = { type: 'maxPool2d', name: 'pool', size: [4, 4] };
  const texts = (loss: LossName) => {
    const page = pageOf(layer, loss);
    return ['values output.probability', 'values output.loss', 'gradients dense.output'].map((site) =>
      first(page, site)!.replaceAll('$', ''),
    );
  };
  expect(texts('squaredError')).toEqual(['=N3', '=SUMXMY2(N3:N4,R3:R4)/2', "=2*('Any'!N3-'Any'!R3)/2*T3"]);
  expect(texts('softmaxCrossEntropy')[0]).toBe('=EXP(N3-MAX(N3:N4))/SUMPRODUCT(EXP(N3:N4-MAX(N3:N4)))');
  expect(texts('sigmoidCrossEntropy')[0]).toBe('=1/(1+EXP(-MAX(-700,N3)))');
  expect(texts('sigmoidCrossEntropy')[2]).toBe("=('Any'!P3-'Any'!R3)*T3");
});

function reasonFor(page: ReturnType<typeof pageOf>, key: SheetKey, name: string): string {
  const { plan, trainer } = page;
  const formulas = new Formulas(
    plan.spec,
    plan.layout,
    trainer.settings,
    (_, { rect }) => rect,
    (each) => each,
  );
  const block = plan.layout.blocks.find((each) => each.name === name)!;
  try {
    formulas.of(key, block);
  } catch (error) {
    if (error instanceof StaysValues) return error.message;
    throw error;
  }
  return '';
}

test('what cannot be a formula says why', () => {
  const conv: LayerSpec = { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3] };
  const batch = pageOf(conv, 'softmaxCrossEntropy', { batchSize: 8 });
  expect(reasonFor(batch, 'gradients', 'conv.filter1.channel1')).toBe(
    'of a batch of 8 images, one of which is on the page',
  );
  const dropped = pageOf({ type: 'dropout', name: 'drop', rate: 0.5 });
  expect(reasonFor(dropped, 'values', 'drop.mask1')).toMatch(/at random/);
  const gelu = pageOf({ ...conv, activation: 'gelu' });
  expect(reasonFor(gelu, 'values', 'conv.map1')).toBe('');
  expect(reasonFor(gelu, 'gradients', 'input.channel1')).toMatch(/GELU does not follow from its result/);
  const norm = pageOf({ type: 'batchNorm', name: 'norm' }, 'softmaxCrossEntropy', {
    mode: 'evaluate',
  });
  expect(reasonFor(norm, 'values', 'norm.channel1.batch_mean')).toMatch(/evaluate mode/);
});

test('a formula that Excel would not take is none', () => {
  const wide: NetworkSpec = {
    input: { channels: 200, height: 3, width: 3 },
    layers: [
      { type: 'conv2d', name: 'conv', filters: 1, kernel: [3, 3], activation: 'gelu' },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense', units: 2 },
    ],
    loss: 'softmaxCrossEntropy',
  };
  const spec = notebookOf(wide, true);
  const plan = planNotebook(spec);
  const trainer = new Trainer(spec, new Images({ set: 'none', name: 'none' }));
  expect(reasonFor({ plan, trainer, texts: new Map() }, 'values', 'conv.map1')).toMatch(
    /would have [\d,]+ characters, and Excel accepts 8,192/,
  );
});
