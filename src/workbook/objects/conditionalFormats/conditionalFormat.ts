/**
 * Conditional formats, as an add-in holds them: colour scales, data bars, formulas, comparisons.
 *
 * conditionalFormats/ is for formats that depend on cell contents. May import ranges/ and formats/.
 */
import { CFRuleType, CFSubRuleType } from '@univerjs/sheets-conditional-formatting';
import type { Rect } from '../../addresses/rect';
import { ExcelObject } from '../../host/excelObject';
import { Collection, existing } from '../collection';
import { type Cells, areasOf } from '../ranges/range';
import { type Rule, conditionalRules } from './rules';

export const KINDS = ['ColorScale', 'Custom', 'CellValue', 'DataBar'] as const;
/** The others of https://learn.microsoft.com/javascript/api/excel/excel.conditionalformattype */
export const LACKING_KINDS = ['IconSet', 'TopBottom', 'PresetCriteria', 'ContainsText'];
export type Kind = (typeof KINDS)[number];

/** The formats that touch any of some ranges of one sheet. */
export class ConditionalFormatCollection extends Collection<ConditionalFormat> {
  constructor(readonly ranges: Cells) {
    super();
  }
  get areas(): Rect[] {
    return areasOf(this.ranges);
  }
  get rules() {
    return conditionalRules(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  get list(): ConditionalFormat[] {
    return this.rules.touching(this.areas).map(({ cfId }) => this.open(cfId));
  }
  override find(key: string | number): ConditionalFormat | null {
    return this.list.find(({ id }) => id === key) ?? null;
  }
  open(id: string): ConditionalFormat {
    return new ConditionalFormat(this.ranges, id);
  }
}

export class ConditionalFormat extends ExcelObject {
  constructor(
    readonly ranges: Cells,
    readonly id: string,
  ) {
    super();
  }
  override get key() {
    return { Id: this.id };
  }
  private get rules() {
    return conditionalRules(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  get locale() {
    return this.ranges[0].book.behaviour.locale;
  }
  get rule(): Rule {
    return existing(this.rules.find(this.id), 'ConditionalFormat');
  }
  get kind(): Kind {
    const { rule } = this.rule;
    if (rule.type === CFRuleType.colorScale) return 'ColorScale';
    if (rule.type === CFRuleType.dataBar) return 'DataBar';
    return 'subType' in rule && rule.subType === CFSubRuleType.formula ? 'Custom' : 'CellValue';
  }
  /** The other formats of its collection, in the order in which they apply. */
  private get peers(): Rule[] {
    return this.rules.touching(areasOf(this.ranges));
  }
  /** Index in the collection; 0 applies first. */
  get priority(): number {
    return this.peers.findIndex(({ cfId }) => cfId === this.id);
  }
  /** Negative numbers count from the end; numbers out of range become the nearest end. */
  set priority(wanted: number) {
    const { peers } = this;
    const index = wanted < 0 ? peers.length + wanted : wanted;
    const { cfId } = peers[Math.min(Math.max(index, 0), peers.length - 1)];
    if (cfId !== this.id) this.rules.move(this.id, cfId);
  }
  change(change: Partial<Rule>): void {
    this.rules.replace({ ...this.rule, ...change });
  }
  remove(): void {
    this.rules.remove(this.id);
  }
}
