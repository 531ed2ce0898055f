import type { CellEdit } from '../../../src/workbook/book/userInterface';

/** A person who types into a cell from `begin` to `end`, where there is no screen. */
export class HandCellEdit implements CellEdit {
  private whenEnded = Promise.resolve();
  private finish: () => void = () => undefined;
  isOn = false;

  begin(): void {
    this.isOn = true;
    this.whenEnded = new Promise((resolve) => (this.finish = resolve));
  }

  end(): void {
    this.isOn = false;
    this.finish();
  }

  ended(): Promise<void> {
    return this.whenEnded;
  }
}
