/** @jest-environment jsdom */
import { blockPicture, pagePicture } from '../../../src/notebook/pictures/sheetPicture';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { STARTERS } from '../../../src/notebook/presets';
import { isText } from '../../../src/notebook/sheet/block';
import type { PlannedBlock, SheetKey } from '../../../src/notebook/sheet/plan';
import { Trainer } from '../../../src/training/trainer';
import { parsed } from './support';

const KEYS: readonly SheetKey[] = ['values', 'gradients'];

describe.each(STARTERS)('$name', ({ spec }) => {
  const plan = planNotebook(spec);
  const trainer = new Trainer(spec);
  trainer.compute();
  const wanted = (key: SheetKey) => ({
    title: plan.sheets[key].name,
    numbers: false,
    contentsOf: (block: PlannedBlock) =>
      isText(block) ? trainer.textFor(block) : trainer.valuesFor(key, block),
  });

  test.each(KEYS)('the page of %s is well-formed, and each block and label is on its paper', (key) => {
    const { blocks, labels } = plan.sheets[key];
    const { svg, width, height } = pagePicture(plan.sheets[key], wanted(key));
    const document = parsed(svg);
    expect(document.querySelectorAll('g > title').length).toBe(blocks.length);
    for (const path of document.querySelectorAll('path')) {
      for (const [, x, y, w, h] of path.getAttribute('d')!.matchAll(/M(\S+) (\S+)h(\S+)v(\S+)h\S+z/g)) {
        expect(Number(x) + Number(w)).toBeLessThanOrEqual(width);
        expect(Number(y) + Number(h)).toBeLessThanOrEqual(height);
      }
    }
    const words = [...document.querySelectorAll('text')].map(({ textContent }) => textContent);
    expect(words).toEqual(expect.arrayContaining(labels.map(({ text }) => text)));
  });

  test('so is a picture of each kind of block', () => {
    const kinds = new Map(plan.sheets.values.blocks.map((block) => [block.role, block]));
    for (const block of kinds.values()) {
      const { svg } = blockPicture(plan.sheets.values, block, { ...wanted('values'), numbers: true });
      expect(parsed(svg).querySelector('text')).not.toBeNull();
    }
  });
});
