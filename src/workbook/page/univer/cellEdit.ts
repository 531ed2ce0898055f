/**
 * Whether the user is typing into a cell.
 *
 * univer/ adapts Univer's screen to behave like Excel's. May import addresses/ and grid/.
 */
import type { Univer } from '@univerjs/core';
import { IEditorBridgeService } from '@univerjs/sheets-ui';

export class CellEdit {
  private readonly editor: IEditorBridgeService;

  constructor(univer: Univer) {
    this.editor = univer.__getInjector().get(IEditorBridgeService);
  }

  get isOn(): boolean {
    return this.editor.isVisible().visible;
  }

  /** Resolves when no cell is being edited and what was typed is in its cell. */
  ended(): Promise<void> {
    if (!this.isOn) return Promise.resolve();
    return new Promise((resolve) => {
      const subscription = this.editor.visible$.subscribe(({ visible }) => {
        if (visible) return;
        subscription.unsubscribe();
        // The editor closes before it writes.
        setTimeout(resolve);
      });
    });
  }
}
