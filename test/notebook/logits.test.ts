import type { NetworkSpec } from '../../src/engine/spec';
import { topicOfLabel } from '../../src/notebook/glossary/labels';
import { planNotebook } from '../../src/notebook/layout/planNotebook';
import { LESSON_4, LESSON_4_2016, LESSON_4_TEN } from '../../src/notebook/presets/lesson4';
import { STARTERS } from '../../src/notebook/presets';
import { TINY } from '../../src/notebook/presets/smallStarters';
import type { NotebookSpec } from '../../src/notebook/sheet/spec';
import { randomPage } from './explain/support/scene';

// One name for the numbers that go into softmax or sigmoid, wherever a person reads of them.

const labels = (spec: NotebookSpec) => planNotebook(spec).sheets.values.labels.map(({ text }) => text);

/** Titles of the pages whose headings are fast.ai's. */
const PUBLISHED = [LESSON_4, LESSON_4_2016].map(({ title }) => title);

/** What is said about the first number of the last layer. */
function explained(spec: NotebookSpec) {
  const page = randomPage(spec, 2);
  const { blocks } = page.context.plan.sheets.values;
  const { row, column } = blocks.find(({ role }) => role === 'logits')!.rect;
  return page.explain({ key: 'values', row, column });
}

const QUANTITIES: NotebookSpec = {
  ...TINY,
  network: { ...TINY.network, loss: 'squaredError' } as NetworkSpec,
};

test('only the published pages head them otherwise', () => {
  expect(labels(LESSON_4)).toContain('Dense activation');
  const others = STARTERS.map(({ spec }) => spec).filter(({ title }) => !PUBLISHED.includes(title));
  expect(others).toHaveLength(STARTERS.length - PUBLISHED.length);
  for (const spec of others) expect(labels(spec)).not.toContain('Dense activation');
  expect(labels(LESSON_4_TEN)).toContain('Dense logits');
});

test('the head of the layer that makes them counts them', () => {
  expect(labels(LESSON_4_TEN)).toContain('10 logits from 288 numbers · 2,890 parameters');
  expect(labels(TINY)).toContain('Dense logits');
});

test('the explanation of one calls it so: title, role and sum', () => {
  expect(explained(LESSON_4_TEN)).toMatchObject({
    title: 'Dense, logits',
    where: expect.stringMatching(/^Number 1 of 10\. Logit, computed: /),
    parts: expect.arrayContaining([
      expect.objectContaining({ kind: 'sum', result: expect.objectContaining({ label: 'logit' }) }),
    ]),
  });
});

test('what is compared as it is, is an output', () => {
  expect(labels(QUANTITIES)).toContain('Dense outputs');
  expect(explained(QUANTITIES)).toMatchObject({
    title: 'Dense, outputs',
    where: 'Number 1 of 3. Output of the last layer, computed.',
  });
});

test('each of these headings leads to its glossary entry', () => {
  const topic = (spec: NotebookSpec, text: string) => {
    const plan = planNotebook(spec);
    return topicOfLabel(
      plan,
      'values',
      plan.sheets.values.labels.find((each) => each.text === text)!,
    );
  };
  expect(topic(LESSON_4, 'Dense activation')).toEqual({ entry: 'logits', layer: 'dense' });
  expect(topic(LESSON_4_TEN, 'Dense logits')).toEqual({ entry: 'logits', layer: 'dense' });
  expect(topic(QUANTITIES, 'Dense outputs')).toMatchObject({ entry: 'squaredError' });
});
