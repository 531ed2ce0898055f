/**
 * @jest-environment jsdom
 * @jest-environment-options {"resources": "usable", "url": "http://localhost/"}
 */
import { undoInAnyOrder } from './undoInAnyOrder';

undoInAnyOrder(60);
