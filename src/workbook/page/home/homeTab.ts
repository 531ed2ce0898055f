/**
 * The tab Home: what anyone expects of a spreadsheet, and Univer has.
 *
 * home/ may import addresses/, grid/, objects/ and the ribbon's parts.
 */
import { SetRangeValuesMutation, SheetsSelectionsService } from '@univerjs/sheets';
import type { Grid } from '../../grid/grid';
import { GENERAL, TEXT } from '../../objects/cells/cellValue';
import { texts } from '../../texts';
import { make } from '../element';
import { RibbonMenu } from '../ribbon/menu';
import * as actions from './actions';
import { findNext } from './find';
import { type IconName, icon } from './icons';
import { type Direction, sortSelected } from './sort';

const { home } = texts;

interface HomeSurroundings {
  readonly grid: Grid;
  readonly showAlert: (title: string, message: string) => void;
  /** Ends the editing of a cell, as a click elsewhere does, and resolves when what was typed is in its cell. */
  readonly endCellEdit: () => Promise<void>;
}

/** Excel's standard colours. */
const COLORS: readonly (readonly [keyof typeof home.colors, string])[] = [
  ['yellow', '#FFFF00'],
  ['orange', '#FFC000'],
  ['red', '#FF0000'],
  ['green', '#00B050'],
  ['lightBlue', '#00B0F0'],
  ['blue', '#0070C0'],
  ['purple', '#7030A0'],
  ['gray', '#BFBFBF'],
  ['white', '#FFFFFF'],
];

const FORMATS: readonly (readonly [keyof typeof home.formats, string])[] = [
  ['general', GENERAL],
  ['number', '0.00'],
  ['thousands', '#,##0.00'],
  ['percentage', '0.00%'],
  ['scientific', '0.00E+00'],
  ['fraction', '# ?/?'],
  ['date', 'm/d/yyyy'],
  ['text', TEXT],
];

export class HomeTab {
  readonly panel = make('div', 'ribbon-panel');
  private readonly field = make('input', 'home-field');
  private readonly boldButton: HTMLButtonElement;
  private readonly formatButton: HTMLButtonElement;

  constructor(private readonly around: HomeSurroundings) {
    this.boldButton = this.button('bold', actions.toggleBold);
    this.formatButton = this.menu(
      'format',
      FORMATS.map(([name, pattern]) => this.item(home.formats[name], actions.showAs(pattern))),
    );
    const groups = make('div', 'home-groups');
    groups.append(...this.groups());
    this.panel.prepend(groups);
    this.field.addEventListener('keydown', (event) => this.onFieldKey(event));
    this.followActiveCell();
  }

  /** Puts the keyboard into the field of texts to find. */
  find(): void {
    this.field.focus();
    this.field.select();
  }

  private groups(): HTMLElement[] {
    const { groups } = home;
    return [
      group(groups.history, [this.button('undo', actions.undo), this.button('redo', actions.redo)]),
      group(groups.clipboard, [
        this.button('paste', (grid) => this.paste(grid)),
        this.button('cut', actions.cut),
        this.button('copy', actions.copy),
      ]),
      group(groups.font, [
        this.boldButton,
        this.colors('fill', home.noFill, actions.fill),
        this.colors('font', home.automatic, actions.colorText),
      ]),
      group(groups.number, [
        this.formatButton,
        this.button('moreDecimals', actions.moreDecimals),
        this.button('fewerDecimals', actions.fewerDecimals),
      ]),
      group(groups.cells, [
        this.button('insertRows', actions.insertRows),
        this.button('deleteRows', actions.deleteRows),
        this.button('insertColumns', actions.insertColumns),
        this.button('deleteColumns', actions.deleteColumns),
      ]),
      group(groups.editing, [this.sort('ascending'), this.sort('descending'), ...this.findControls()]),
    ];
  }

  private sort(direction: Direction): HTMLButtonElement {
    return this.button(direction, async (grid) => {
      const refusal = await sortSelected(grid, direction);
      if (refusal !== null) this.around.showAlert(home[direction].label, refusal);
    });
  }

  private async paste(grid: Grid): Promise<void> {
    try {
      await actions.paste(grid);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      this.around.showAlert(home.paste.label, home.pasteRefused);
    }
  }

  private findControls(): HTMLElement[] {
    this.field.type = 'search';
    this.field.placeholder = this.field.ariaLabel = home.find;
    this.field.title = home.findNext.tip;
    return [this.field, this.button('findNext', (grid) => this.findIn(grid))];
  }

  private async findIn(grid: Grid): Promise<void> {
    const wanted = this.field.value;
    if (wanted === '') return this.field.focus();
    if (!findNext(grid, wanted)) this.around.showAlert(home.find, home.notFound(wanted));
  }

  private onFieldKey(event: KeyboardEvent): void {
    // What is typed here is not for the grid.
    event.stopPropagation();
    if (event.key === 'Enter') void this.perform((grid) => this.findIn(grid));
  }

  private button(name: IconName, action: actions.Action): HTMLButtonElement {
    const button = face(name);
    button.addEventListener('click', () => void this.perform(action));
    return button;
  }

  private colors(
    name: 'fill' | 'font',
    none: string,
    action: (color: string | null) => actions.Action,
  ): HTMLButtonElement {
    return this.menu(name, [
      this.item(none, action(null)),
      ...COLORS.map(([color, code]) => {
        const item = this.item(home.colors[color], action(code));
        const swatch = make('span', 'home-swatch');
        swatch.style.backgroundColor = code;
        item.prepend(swatch);
        return item;
      }),
    ]);
  }

  private menu(name: IconName, items: readonly HTMLButtonElement[]): HTMLButtonElement {
    const button = face(name);
    button.lastElementChild!.classList.add('ribbon-menu-arrow');
    this.panel.append(new RibbonMenu(button, items).element);
    return button;
  }

  private item(label: string, action: actions.Action): HTMLButtonElement {
    const item = make('button', 'ribbon-menu-item home-item');
    item.type = 'button';
    item.setAttribute('aria-label', label);
    item.append(make('span', 'ribbon-menu-item-label', label));
    item.addEventListener('click', () => void this.perform(action));
    return item;
  }

  private async perform(action: actions.Action): Promise<void> {
    await this.around.endCellEdit();
    await action(this.around.grid);
    this.showLook();
  }

  /** Bold is pressed, and the number format named, where the active cell has them. */
  private followActiveCell(): void {
    const { injector, commands } = this.around.grid;
    injector.get(SheetsSelectionsService).selectionChanged$.subscribe(() => this.showLook());
    commands.onCommandExecuted(({ id, params }) => {
      const { trigger } = (params ?? {}) as { readonly trigger?: string };
      if (id === SetRangeValuesMutation.id && trigger) this.showLook();
    });
  }

  private showLook(): void {
    if (this.panel.hidden) return;
    const { isBold, format } = actions.lookOfActiveCell(this.around.grid);
    this.boldButton.setAttribute('aria-pressed', String(isBold));
    const known = FORMATS.find(([, pattern]) => pattern === format);
    this.formatButton.title = `${home.format.tip} (${known ? home.formats[known[0]] : format})`;
  }
}

function group(label: string, controls: readonly HTMLElement[]): HTMLElement {
  const box = make('div', 'ribbon-group');
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', label);
  const row = make('div', 'ribbon-buttons home-buttons');
  row.append(...controls);
  box.append(row, make('div', 'ribbon-group-label', label));
  return box;
}

function face(name: IconName): HTMLButtonElement {
  const { label, tip } = home[name];
  const button = make('button', 'home-button');
  button.type = 'button';
  button.id = `Home.${name}`;
  button.title = tip;
  button.setAttribute('aria-label', label);
  button.append(icon(name), make('span', 'home-button-label', label));
  return button;
}
