/** Starts Univer with the grid, formula bar, name box and sheet tabs, but without its own toolbar. */
import {
  type IWorkbookData,
  LocaleType,
  LogLevel,
  type Plugin,
  type PluginCtor,
  Univer,
  UniverInstanceType,
  type Workbook,
  mergeLocales,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import { greenTheme } from '@univerjs/themes';
import { UniverSheetsCorePreset } from '@univerjs/preset-sheets-core';
import coreTexts from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalTexts from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationTexts from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsDrawingPreset } from '@univerjs/preset-sheets-drawing';
import drawingTexts from '@univerjs/preset-sheets-drawing/locales/en-US';
import '@univerjs/preset-sheets-core/lib/index.css';
import '@univerjs/preset-sheets-conditional-formatting/lib/index.css';
import '@univerjs/preset-sheets-data-validation/lib/index.css';
import '@univerjs/preset-sheets-drawing/lib/index.css';
import { texts } from '../texts';

export function bootGrid(container: HTMLElement, data: Partial<IWorkbookData>) {
  const univer = new Univer({
    theme: greenTheme,
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: univerTexts() },
    logLevel: LogLevel.WARN,
  });
  for (const [plugin, options] of plugins(container)) univer.registerPlugin(plugin, options);
  const workbook = univer.createUnit<Partial<IWorkbookData>, Workbook>(UniverInstanceType.UNIVER_SHEET, data);
  return { univer, workbook, api: FUniver.newAPI(univer) };
}

function univerTexts() {
  const all = mergeLocales(coreTexts, conditionalTexts, validationTexts, drawingTexts);
  const formulaTexts = all['sheets-formula'] as object;
  return { ...all, 'sheets-formula': { ...formulaTexts, progress: PROGRESS } };
}

/** Texts of Univer's progress bar, missing from its locales. */
const PROGRESS = {
  analyzing: texts.calculation.analyzing,
  calculating: texts.calculation.calculating,
  'array-analysis': texts.calculation.analyzingArrays,
  'array-calculation': texts.calculation.calculatingArrays,
  done: texts.calculation.done,
};

/** Presets share plugins; each is registered once, with the options of the last preset that has it. */
function plugins(container: HTMLElement): Iterable<[PluginCtor<Plugin>, unknown]> {
  const presets = [
    UniverSheetsCorePreset({ container, header: true, toolbar: false, footer: {} }),
    UniverSheetsDrawingPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
  ];
  const byName = new Map<string, [PluginCtor<Plugin>, unknown]>();
  for (const entry of presets.flatMap((preset) => preset.plugins)) {
    const [plugin, options] = Array.isArray(entry) ? entry : [entry, undefined];
    byName.set(plugin.pluginName, [plugin, options]);
  }
  return byName.values();
}
