/** The sets that the add-in asks for or could use. */
const SETS: readonly (readonly [name: string, versions: readonly string[]])[] = [
  ['ExcelApi', Array.from({ length: 20 }, (_, index) => `1.${index + 1}`)],
  ['ExcelApiOnline', ['1.1']],
  ['ExcelApiDesktop', ['1.1', '1.2', '1.3']],
  ['SharedRuntime', ['1.1', '1.2']],
  ['DelayForCellEdit', ['1.1']],
  ['AddinCommands', ['1.1', '1.3']],
];

/** Which Excel this is; nothing of the workbook or of the person. */
export interface ThisExcel {
  readonly platform: string;
  readonly version: string;
  /** The latest version of each requirement set, if it has any. */
  readonly sets: readonly { readonly name: string; readonly version?: string }[];
  /** What of the browser that shows the pane, and of office.js, is there. */
  readonly has: Readonly<Record<string, boolean>>;
}

export async function aboutThisExcel(): Promise<ThisExcel> {
  const { platform, version } = Office.context.diagnostics;
  const { requirements } = Office.context;
  const sets = SETS.map(([name, versions]) => ({
    name,
    version: versions.findLast((each) => requirements.isSetSupported(name, each)),
  }));
  const has = {
    worker: typeof Worker === 'function',
    WebAssembly: typeof WebAssembly === 'object',
    IndexedDB: typeof indexedDB === 'object',
    persistentStorage: (await navigator.storage?.persisted?.().catch(() => false)) ?? false,
    // https://learn.microsoft.com/javascript/api/excel/excel.runoptions
    mergeUndoGroup: requirements.isSetSupported('ExcelApi', '1.20'),
  };
  return { platform: String(platform), version, sets, has };
}
