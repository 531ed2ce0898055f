/**
 * Whether the user is typing into a cell.
 *
 * univer/ adapts Univer's screen to behave like Excel's. May import addresses/ and grid/.
 */
import { ICommandService, type Univer } from '@univerjs/core';
import { DeviceInputEventType } from '@univerjs/preset-sheets-core';
import { IEditorBridgeService, SetCellEditVisibleOperation } from '@univerjs/sheets-ui';

export class CellEdit {
  private readonly editor: IEditorBridgeService;
  private readonly commands: ICommandService;

  constructor(univer: Univer) {
    this.editor = univer.__getInjector().get(IEditorBridgeService);
    this.commands = univer.__getInjector().get(ICommandService);
  }

  get isOn(): boolean {
    return this.editor.isVisible().visible;
  }

  /** Ends it, as a click elsewhere does, and resolves when what was typed is in its cell. */
  async end(): Promise<void> {
    if (!this.isOn) return;
    const ended = this.ended();
    this.commands.syncExecuteCommand(SetCellEditVisibleOperation.id, {
      visible: false,
      eventType: DeviceInputEventType.PointerDown,
    });
    await ended;
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
