import type { LiveNotebook } from '../../workbook/notebook/liveNotebook';
import type { Pipeline } from '../../workbook/pipeline';

/** Looks after each change of the numbers whether a mistake is to be told; its code is loaded when there are any. */
export class AdviceWatch {
  constructor(private readonly pipeline: Pipeline) {
    pipeline.published.listen((notebook) => void this.look(notebook));
  }

  private async look(notebook: LiveNotebook): Promise<void> {
    const { notebooks, store, history } = this.pipeline;
    // Advice is nothing that could fail: without its code there is none.
    const code = await import('./adviceState').catch(() => undefined);
    if (!code || notebooks.active !== notebook) return;
    const advice = code.adviceState(notebook, history.all);
    if (JSON.stringify(advice) !== JSON.stringify(store.get().advice ?? [])) store.set({ advice });
  }
}
