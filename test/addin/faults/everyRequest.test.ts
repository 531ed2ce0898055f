/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { usualFault } from '../support/failing';
import { faultAtEveryRequest } from './everyRequest';
import { FEW } from './operations';

// Of each operation one kind of fault; the long tests have the others.
const cases = FEW.map((operation, index) => [operation.name, usualFault(index), operation] as const);

test.each(cases)(
  '%s, with a request that is %s: the workbook is as before or as after, and a Step works',
  async (_, fault, operation) => {
    const { requests, before, after } = await faultAtEveryRequest(operation, fault);
    expect(before + after).toBe(requests);
    expect(requests).toBeGreaterThan(0);
  },
  120_000,
);
