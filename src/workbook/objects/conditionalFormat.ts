/** Conditional formats, as an add-in holds them: colour scales, formulas, comparisons. */
import { CFRuleType, CFSubRuleType } from '@univerjs/sheets-conditional-formatting';
import { itemNotFound } from '../host/errors';
import { ExcelObject } from '../host/excelObject';
import { type Rule, conditionalRules } from './conditionalRules';
import { type Cells, areasIn } from './range';

export const KINDS = ['ColorScale', 'Custom', 'CellValue'] as const;
export type Kind = (typeof KINDS)[number];

export class ConditionalFormatCollection extends ExcelObject {
  constructor(readonly ranges: Cells) {
    super();
  }
  get rules() {
    return conditionalRules(this.ranges[0].book.grid, this.ranges[0].sheetId);
  }
  get list(): ConditionalFormat[] {
    return this.rules
      .touching(areasIn(this.ranges))
      .map((rule) => new ConditionalFormat(this.ranges, rule.cfId));
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
  get rule(): Rule {
    const rule = this.rules.find(this.id);
    if (!rule) throw itemNotFound('ConditionalFormat');
    return rule;
  }
  get kind(): Kind {
    const { rule } = this.rule;
    if (rule.type === CFRuleType.colorScale) return 'ColorScale';
    return 'subType' in rule && rule.subType === CFSubRuleType.formula ? 'Custom' : 'CellValue';
  }
  change(change: Partial<Rule>): void {
    this.rules.replace({ ...this.rule, ...change });
  }
  remove(): void {
    this.rules.remove(this.id);
  }
  get priority(): number {
    return this.rules.touching(areasIn(this.ranges)).findIndex((rule) => rule.cfId === this.id);
  }
}
