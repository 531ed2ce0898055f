/** @jest-environment jsdom */
import { readManifest } from '../../../../src/workbook/page/ribbon/manifest';

const BASE = 'http://localhost:4000/sub/';

function manifest({ control = BUTTON, resources = RESOURCES } = {}): string {
  return `<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
      xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0">
    <DisplayName DefaultValue="Trial"/>
    <DefaultSettings><SourceLocation DefaultValue="https://elsewhere:3000/taskpane.html?x=1"/></DefaultSettings>
    <VersionOverrides><CustomTab id="Tab">
      <Group id="Group"><Label resid="Group.Label"/><Icon><bt:Image size="32" resid="Icon"/></Icon>${control}</Group>
      <Label resid="Tab.Label"/>
    </CustomTab>${resources}</VersionOverrides>
  </OfficeApp>`;
}

const BUTTON = `<Control xsi:type="Button" id="Go"><Label resid="Go.Label"/>
  <Supertip><Title resid="Go.Label"/><Description resid="Go.Tip"/></Supertip>
  <Icon><bt:Image size="16" resid="Small"/><bt:Image size="32" resid="Icon"/></Icon>
  <Action xsi:type="ExecuteFunction"><FunctionName>go</FunctionName></Action></Control>`;

const RESOURCES = `<Resources>
  <bt:Images><bt:Image id="Icon" DefaultValue="https://elsewhere:3000/assets/go-32.png"/></bt:Images>
  <bt:ShortStrings><bt:String id="Tab.Label" DefaultValue="My tab"/><bt:String id="Group.Label" DefaultValue="My group"/>
    <bt:String id="Go.Label" DefaultValue="Go"/></bt:ShortStrings>
  <bt:LongStrings><bt:String id="Go.Tip" DefaultValue="Goes."/></bt:LongStrings></Resources>`;

test('tab, groups, buttons and pane, on the origin of this page', () => {
  expect(readManifest(manifest(), BASE)).toEqual({
    name: 'Trial',
    addin: { id: '', version: '' },
    tab: { id: 'Tab', label: 'My tab' },
    groups: [
      {
        id: 'Group',
        label: 'My group',
        controls: [
          {
            id: 'Go',
            label: 'Go',
            tip: 'Goes.',
            icon: 'http://localhost:4000/sub/assets/go-32.png',
            action: { kind: 'function', name: 'go' },
          },
        ],
      },
    ],
    pane: 'http://localhost:4000/sub/taskpane.html?x=1',
    faults: [],
  });
});

test('a site under a path is where its pane is: its files stand in the folder of this page', () => {
  const elsewhere = manifest().replaceAll('https://elsewhere:3000/', 'https://example.org/school/trial/');
  const { pane, groups, faults } = readManifest(elsewhere, BASE);
  expect(pane).toBe('http://localhost:4000/sub/taskpane.html?x=1');
  expect(groups[0].controls[0].icon).toBe('http://localhost:4000/sub/assets/go-32.png');
  expect(faults).toEqual([]);
});

test('a button can show the pane', () => {
  const control = BUTTON.replace(/<Action[\s\S]*<\/Action>/, '<Action xsi:type="ShowTaskpane"/>');
  expect(readManifest(manifest({ control }), BASE).groups[0].controls[0]).toMatchObject({
    action: { kind: 'pane' },
  });
});

test('the items of a menu need no icon', () => {
  const item = BUTTON.replace('<Control xsi:type="Button" id="Go">', '<Item id="Go.Item">')
    .replace('</Control>', '</Item>')
    .replace(/<Icon>.*<\/Icon>/, '');
  const look = BUTTON.slice(BUTTON.indexOf('<Label'), BUTTON.indexOf('<Action'));
  const control = `<Control xsi:type="Menu" id="More">${look}<Items>${item}</Items></Control>`;
  const { groups, faults } = readManifest(manifest({ control }), BASE);
  const icon = 'http://localhost:4000/sub/assets/go-32.png';
  const action = { kind: 'function', name: 'go' };
  expect(faults).toEqual([]);
  expect(groups[0].controls).toEqual([
    {
      id: 'More',
      label: 'Go',
      tip: 'Goes.',
      icon,
      items: [{ id: 'Go.Item', label: 'Go', tip: 'Goes.', icon: null, action }],
    },
  ]);
});

test.each([
  ['a menu without items', { control: BUTTON.replace('"Button"', '"Menu"') }, /Go is a menu without items/],
  [
    'a resource that is missing',
    { resources: RESOURCES.replace('Go.Tip', 'Other.Tip') },
    /Go refers to the resource "Go.Tip"/,
  ],
  [
    'an icon of the size that is missing',
    { control: BUTTON.replace('size="32"', 'size="80"') },
    /Go has no icon of 32 pixels/,
  ],
  [
    'an unknown action',
    { control: BUTTON.replace('ExecuteFunction', 'Dance') },
    /Go has no action .*\(Dance\)/,
  ],
  ['a missing label', { control: BUTTON.replace('<Label resid="Go.Label"/>', '') }, /Go has no label/],
])('%s is a fault', (_, parts, message) => {
  expect(readManifest(manifest(parts), BASE).faults).toEqual([expect.stringMatching(message)]);
});

test('text that is not XML is a fault', () => {
  expect(readManifest('<OfficeApp>', BASE).faults[0]).toMatch(/not well-formed/);
});
