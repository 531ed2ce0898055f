/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { LateRoad } from '../support/lateRoad';
import './atOnce.test';

// The same where requests, answers and events take their time, as in Excel.
let sent = 0;
let road: LateRoad;
beforeAll(() => {
  road = new LateRoad(() => ((sent++ * 7919) % 101) % 5);
});
afterAll(() => road.close());
