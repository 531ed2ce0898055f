/** What an add-in's requests do to what a person can undo, and the undoing of what they wrote into cells. */
import { CommandType, type IUndoRedoItem, IUndoRedoService } from '@univerjs/core';
import type { Behaviour } from '../behaviour/behaviour';
import type { Change } from '../grid/change';
import type { Grid } from '../grid/grid';
import type { WriteHistory, WrittenCells } from '../grid/writing/history';
import { unpacked } from '../grid/writing/packedCells';

const RESTORE = 'workbook.mutation.restore-cells';

interface Restoring {
  readonly cells: readonly WrittenCells[];
  readonly to: 'before' | 'after';
}

/** The step of a request, to which its writes are added as they come. */
interface Step {
  readonly item: IUndoRedoItem;
  readonly cells: WrittenCells[];
}

export class AddinUndo {
  private step: Step | null = null;

  /** @param told what was undone or redone is reported to */
  constructor(
    private readonly grid: Grid,
    private readonly behaviour: Behaviour,
    private readonly told: (change: Change) => void,
  ) {
    grid.commands.registerCommand({
      id: RESTORE,
      type: CommandType.MUTATION,
      handler: (_, params) => {
        this.restore(params as Restoring);
        return true;
      },
    });
  }

  /** From now on an add-in's request is carried out. */
  begin(): void {
    this.step = null;
    // Co-authors each undo their own work, and this client's alone is kept.
    if (this.grid.clients.isCoauthorServed) return;
    this.grid.history = this.behaviour.undo === 'recorded' ? this.recording : this.clearing;
  }

  /** It is through. */
  end(): void {
    this.step = null;
    this.grid.history = null;
  }

  /** The request has set something, of whatever object. */
  wrote(): void {
    if (this.behaviour.undo === 'cleared' && !this.grid.clients.isCoauthorServed) this.grid.forgetUndo();
  }

  private readonly clearing: WriteHistory = {
    written: () => this.grid.forgetUndo(),
    changed: () => this.grid.forgetUndo(),
  };

  private readonly recording: WriteHistory = {
    written: (cells) => this.record(cells),
    changed: () => this.grid.forgetUndo(),
  };

  private record(cells: WrittenCells): void {
    const service = this.grid.injector.get(IUndoRedoService);
    // What a person did while the request was carried out stands above what it did before.
    if (!this.step || service.pitchTopUndoElement() !== this.step.item) {
      this.step = this.newStep();
      service.pushUndoRedo(this.step.item);
    }
    this.step.cells.push(cells);
  }

  private newStep(): Step {
    const cells: WrittenCells[] = [];
    const restoring = (to: Restoring['to']) => ({ id: RESTORE, params: { cells, to } });
    const { unitId } = this.grid;
    return {
      cells,
      item: { unitID: unitId, undoMutations: [restoring('before')], redoMutations: [restoring('after')] },
    };
  }

  private restore({ cells, to }: Restoring): void {
    const { grid, behaviour } = this;
    for (const kept of to === 'before' ? [...cells].reverse() : cells) {
      const { sheetId, content } = kept;
      if (!grid.sheet(sheetId)) continue;
      const [before, after] = [unpacked(kept.before), unpacked(kept.after)];
      const [restored, replaced] = to === 'before' ? [before, after] : [after, before];
      grid.replace(sheetId, restored, content);
      for (const area of content)
        this.told({
          type: 'RangeEdited',
          sheetId,
          area,
          byAddin: behaviour.undoTold === 'ThisLocalAddin',
          isUndo: true,
          ...(area.isSingleCell && { before: replaced[area.row]?.[area.column] ?? {} }),
        });
    }
    if (!grid.calculation.manual) void grid.calculation.run();
  }
}
