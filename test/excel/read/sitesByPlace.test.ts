import fc from 'fast-check';
import { siteId, sites } from '../../../src/excel/read/site';
import { SitesByPlace } from '../../../src/excel/read/sitesByPlace';
import { planNotebook } from '../../../src/notebook/layout/planNotebook';
import { SMALL_CONVNET } from '../../../src/notebook/presets/smallConvnet';
import { overlap, parseA1, type Rect } from '../../../src/notebook/sheet/address';
import { SHEET_KEYS } from '../../../src/notebook/sheet/plan';

const plan = planNotebook(SMALL_CONVNET);
const found = new Map(sites(plan).map((site) => [siteId(site), { rect: site.block.rect }]));
const byPlace = new SitesByPlace(plan, found);

/** Single cells, blocks, and areas larger than any sheet of a notebook. */
const anyArea: fc.Arbitrary<Rect> = fc.record({
  row: fc.integer({ min: 0, max: 400 }),
  column: fc.integer({ min: 0, max: 400 }),
  rows: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(1_048_576)),
  columns: fc.oneof(fc.integer({ min: 1, max: 60 }), fc.constant(16_384)),
});

test('the sites under any area are those that a look at each of them finds', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SHEET_KEYS), anyArea, (key, area) => {
      const each = sites(plan).filter((site) => site.key === key && overlap(site.block.rect, area));
      expect(byPlace.overlapping(key, area)).toEqual(each);
    }),
    { numRuns: 300 },
  );
});

test('a block that is gone is not under its old cells', () => {
  const [first] = sites(plan);
  const others = new Map([...found].filter(([id]) => id !== siteId(first)));
  const area = first.block.rect;
  expect(byPlace.overlapping('values', area)).toContain(first);
  expect(new SitesByPlace(plan, others).overlapping('values', area)).not.toContain(first);
});

test('whole columns are areas, too', () => {
  expect(byPlace.overlapping('values', parseA1('A:XFD'))).toEqual(
    sites(plan).filter(({ key }) => key === 'values'),
  );
});
