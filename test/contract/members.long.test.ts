import path from 'node:path';
import ts from 'typescript';
import { CONTRACT } from '../../src/excel/contract/clauses';
import { QUESTIONS } from '../../src/excel/contract/questions';

// Every member of office.js that the add-in uses has a promise, or a reason why it has none.
const ROOT = path.join(__dirname, '../..');

const WITHOUT: Readonly<Record<string, string>> = {
  'Actions.associate': 'a button of the ribbon must be pressed',
  'Event.completed': 'a button of the ribbon must be pressed',
  'Addin.setStartupBehavior': "changes what a person's file does when it is opened",
  'StartupBehavior.load': 'a word of getStartupBehavior',
  'StartupBehavior.none': 'a word of getStartupBehavior',
  'Addin.showAsTaskpane': 'the pane is shown while the check runs',
  'Context.officeTheme': 'not in every Excel; without it the pane is light',
  'OfficeTheme.bodyBackgroundColor': 'not in every Excel; without it the pane is light',
  'Context.diagnostics': 'the report begins with what it says',
  'ContextInformation.platform': 'a line of the report',
  'ContextInformation.version': 'a line of the report',
  'HostType.Excel': 'a word of onReady',
  'Error.message': 'there is one only where a call fails',
  'PlatformType.OfficeOnline': 'a word of platform',
};

test('every member in use has a promise', () => {
  const promised = [...CONTRACT.flatMap(({ clauses }) => clauses), ...QUESTIONS].flatMap(({ members }) =>
    members.map((member) => member.replace('()', '')),
  );
  const known = new Set([...promised, ...Object.keys(WITHOUT)]);
  const used = [...membersInUse()];
  expect(used.length).toBeGreaterThan(150);
  expect(used.filter((member) => !known.has(member)).sort()).toEqual([]);
});

/** Such as `Range.values`: what the add-in's own files, without the contract, take of the declarations of office.js. */
function membersInUse(): Set<string> {
  const { fileNames, options } = ts.getParsedCommandLineOfConfigFile(
    path.join(ROOT, 'tsconfig.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined },
  )!;
  const files = fileNames.filter(
    (file) => /src\/(excel|addin|taskpane|commands)\//.test(file) && !/\/contract\//.test(file),
  );
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    const member = memberAt(checker, node);
    if (member) used.add(member);
    ts.forEachChild(node, visit);
  };
  for (const file of files) visit(program.getSourceFile(file)!);
  return used;
}

function memberAt(checker: ts.TypeChecker, node: ts.Node): string | undefined {
  const symbol = ts.isPropertyAccessExpression(node)
    ? checker.getSymbolAtLocation(node.name)
    : ts.isBindingElement(node)
      ? checker.getTypeAtLocation(node.parent).getProperty((node.propertyName ?? node.name).getText())
      : undefined;
  const declaration = symbol?.declarations?.[0];
  if (!symbol || !declaration?.getSourceFile().fileName.includes('@types/office-js/')) return undefined;
  const { parent } = declaration;
  const isNamed =
    ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent);
  return isNamed ? `${parent.name!.text}.${symbol.name}` : undefined;
}
