// Until office.js has told where the page is, there may be no `Excel`, and outside of Office there never is.
test('no file of the add-in looks at Excel while it loads, nor when a session is made and the ribbon is bound', () => {
  const looked: string[] = [];
  const associated: string[] = [];
  Object.defineProperty(globalThis, 'Excel', {
    get: () => {
      looked.push(new Error('Excel').stack!);
      return undefined;
    },
  });
  Object.assign(globalThis, { Office: { actions: { associate: (name: string) => associated.push(name) } } });
  jest.isolateModules(() => {
    const { Session } = jest.requireActual<typeof import('../src/addin/session')>('../src/addin/session');
    const { bindCommands } =
      jest.requireActual<typeof import('../src/commands/commands')>('../src/commands/commands');
    bindCommands(new Session());
  });
  expect(associated.length).toBeGreaterThan(0);
  expect(looked).toEqual([]);
});
