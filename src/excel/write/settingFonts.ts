import { EDITABLE, FAINT, PLAIN } from '../../notebook/sheet/colours';
import type { SheetPlan } from '../../notebook/sheet/plan';
import { settingFor, type SettingKey, type Settings } from '../../notebook/sheet/settings';
import { SOMETIMES_USED, unusedSettings } from '../../notebook/sheet/unusedSettings';
import { untracked } from '../context';
import type { Reading } from '../read/reading';
import { siteIdOf } from '../read/site';
import { BYTES, type Requests } from '../requests';

const FONT_BYTES = 6 * BYTES.call;

/** Keeps the settings grey that the chosen optimiser and schedule do not use. */
export class SettingFonts {
  /** Undefined until the first look, before which the fonts were those of the settings. */
  private grey?: ReadonlySet<SettingKey>;
  private isUnknown = false;

  /** A request that was to change fonts has failed: nobody knows whether it did. */
  forget(): void {
    this.isUnknown = true;
  }

  /** Queues other fonts for the settings that are not used any more, or now are. */
  async show(requests: Requests, reading: Reading, settings: Settings): Promise<void> {
    const wanted = new Set(unusedSettings(settings));
    const { grey = wanted } = this;
    for (const key of this.isUnknown ? SOMETIMES_USED : new Set([...grey, ...wanted])) {
      if (!this.isUnknown && grey.has(key) === wanted.has(key)) continue;
      const found = reading.found.get(siteIdOf('values', settingFor(key).name));
      if (!found) continue;
      await requests.room(FONT_BYTES);
      const { row, column } = found.rect;
      styleSetting(reading.sheet('values'), row, column, wanted.has(key));
    }
    this.grey = wanted;
    this.isUnknown = false;
  }
}

/** Queues the fonts of the unused settings of a sheet that is being drawn, whose others have theirs. */
export async function greyUnused(
  requests: Requests,
  sheet: Excel.Worksheet,
  { blocks }: SheetPlan,
  settings: Settings,
): Promise<void> {
  for (const key of unusedSettings(settings)) {
    const block = blocks.find(({ name }) => name === settingFor(key).name);
    if (!block) continue;
    await requests.room(FONT_BYTES);
    styleSetting(sheet, block.rect.row, block.rect.column, true);
  }
}

/** A setting's name stands left of its cell. */
function styleSetting(sheet: Excel.Worksheet, row: number, column: number, isGrey: boolean): void {
  untracked(sheet.getCell(row, column - 1)).format.font.color = isGrey ? FAINT : PLAIN;
  untracked(sheet.getCell(row, column)).format.font.color = isGrey ? FAINT : EDITABLE.font;
}
