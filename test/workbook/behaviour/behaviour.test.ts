import { STRICT, behaviourFrom } from '../../../src/workbook/behaviour/behaviour';
import { SWITCHES } from '../../../src/workbook/behaviour/switches';

test('without a word, everything is as strict as it may be', () => {
  expect(behaviourFrom('')).toEqual(STRICT);
  for (const [name, { readings }] of Object.entries(SWITCHES))
    expect(STRICT).toHaveProperty(name, readings[0]);
});

test('single switches can be changed', () => {
  expect(behaviourFrom('cellEdit:waits')).toEqual({ ...STRICT, cellEdit: 'waits' });
});

test('a switch or a reading that there is not is refused, with those that there are', () => {
  expect(() => behaviourFrom('cellEdi:waits')).toThrow(/"cellEdi" is no behaviour .*cellEdit/);
  expect(() => behaviourFrom('cellEdit:wait')).toThrow(/"wait" is no reading of cellEdit.*fails.*waits/);
  expect(() => behaviourFrom('cellEdit')).toThrow(/no reading of cellEdit/);
});

test('every switch says where its readings come from', () => {
  for (const { readings, sources } of Object.values(SWITCHES)) {
    expect(new Set(readings).size).toBeGreaterThan(1);
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources)
      expect(source).toMatch(
        /^https:\/\/learn\.microsoft\.com\/\S+$|^(OfficeDev|microsoftgraph)\/[\w-]+#\d+$/,
      );
  }
});
