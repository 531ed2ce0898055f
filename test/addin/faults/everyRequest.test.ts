/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { FAULTS } from '../support/failing';
import { faultAtEveryRequest } from './everyRequest';
import { FEW } from './operations';

test.each(FEW.flatMap((operation) => FAULTS.map((fault) => [operation.name, fault, operation] as const)))(
  '%s, with a request that is %s: the workbook is as before or as after, and a Step works',
  async (_, fault, operation) => {
    const { requests, before, after } = await faultAtEveryRequest(operation, fault);
    expect(before + after).toBe(requests);
    expect(requests).toBeGreaterThan(0);
  },
  120_000,
);
