/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { runs } from '../../support/runs';
import { undoInAnyOrder } from './undoInAnyOrder';

undoInAnyOrder(runs(2, 7));
