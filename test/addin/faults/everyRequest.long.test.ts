/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FAULTS } from '../support/failing';
import { faultAtEveryRequest, type Figures } from './everyRequest';
import { FEW, MORE } from './operations';

const ALL = [...FEW, ...MORE].filter(({ name }) => !process.env.OPERATION || name === process.env.OPERATION);

const total: Figures = { requests: 0, before: 0, after: 0 };
afterAll(() => {
  const { requests, before, after } = total;
  process.stdout.write(
    `Faults: ${ALL.length} operations × ${FAULTS.length} kinds of fault, at ${requests} requests in all; ` +
      `the workbook was ${before} times as before and ${after} times as after.\n`,
  );
});

describe.each(ALL.map((operation) => [operation.name, operation] as const))('%s', (_, operation) => {
  test.each(FAULTS)('with a request that is %s', async (fault) => {
    const { requests, before, after } = await faultAtEveryRequest(operation, fault);
    total.requests += requests;
    total.before += before;
    total.after += after;
    expect(before + after).toBe(requests);
  });
});
