import type { ModelState, ModelStateRow } from '../../../src/addin/commands/model/modelState';
import { verdictOn } from '../../../src/taskpane/model/verdictOn';

const fault = { cell: 'D11', message: 'The kernel is wrong.' };

function model(rows: readonly Partial<ModelStateRow>[], above: ModelState['above'] = []): ModelState {
  const blank = { address: 'A11:P11', kind: 'convolution', faults: [], note: '' };
  return { sheet: '1', title: 'Tiny model', above, rows: rows.map((row) => ({ ...blank, ...row })) };
}

const counted = (parameters: number) => ({ counts: { shape: '2 maps of 4×4', parameters } });

test.each([
  ['all rows fit', model([counted(1200), counted(34)]), 'Every row fits: 1,234 parameters in all.'],
  ['one parameter', model([counted(1)]), 'Every row fits: 1 parameter in all.'],
  ['the last row is at fault', model([counted(2), { faults: [fault] }]), '1 row does not fit.'],
  [
    'rows below the one at fault',
    model([{ faults: [fault, fault] }, {}]),
    '1 row does not fit. The rows below are counted once that is put right.',
  ],
  ['above the table, too', model([{ faults: [fault] }], [fault]), '2 rows do not fit.'],
])('%s', (_, state, sentence) => expect(verdictOn(state)).toBe(sentence));
