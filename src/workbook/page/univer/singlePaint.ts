/**
 * Univer marks a layer dirty with a delay, and so paints a change a second time if it was painted meanwhile;
 * this prevents it.
 */
import { Layer } from '@univerjs/preset-sheets-core';

/** A private member of Univer's layer. */
interface Marked {
  /** Cancels the delayed marking. */
  _debounceDirtyFunc: (() => void) | null;
}

export function avoidSecondPaint(): void {
  const { prototype } = Layer;
  const { render } = prototype;
  prototype.render = function (this: Layer, ...where) {
    const self = this as unknown as Marked;
    if (self._debounceDirtyFunc) {
      self._debounceDirtyFunc();
      self._debounceDirtyFunc = null;
      this.makeDirty(true);
    }
    return render.apply(this, where);
  };
}
