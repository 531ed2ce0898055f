/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FAULTS, usualFault } from '../support/failing';
import { faultAtEveryRequest, type Figures } from './everyRequest';
import { FEW, MORE } from './operations';

// What `npm test` leaves out: of its operations the other kinds of fault, of the others one kind. `FAULTS=all` has all of
// them, `OPERATION=Build` those whose names begin so.
const { FAULTS: wanted, OPERATION } = process.env;
const cases = [...FEW, ...MORE].flatMap((operation, index) =>
  FAULTS.filter((fault) => wanted === 'all' || (fault === usualFault(index)) !== FEW.includes(operation)).map(
    (fault) => [operation.name, fault, operation] as const,
  ),
);

const total: Figures = { requests: 0, before: 0, after: 0 };
afterAll(() => {
  const { requests, before, after } = total;
  process.stdout.write(
    `Faults: ${cases.length} operations with a kind of fault, at ${requests} requests in all; ` +
      `the workbook was ${before} times as before and ${after} times as after.\n`,
  );
});

test.each(cases.filter(([name]) => !OPERATION || name.startsWith(OPERATION)))(
  '%s, with a request that is %s: the workbook is as before or as after, and a Step works',
  async (_, fault, operation) => {
    const { requests, before, after } = await faultAtEveryRequest(operation, fault);
    total.requests += requests;
    total.before += before;
    total.after += after;
    expect(before + after).toBe(requests);
  },
);
