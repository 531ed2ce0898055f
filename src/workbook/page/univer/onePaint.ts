/** Each change is painted once: Univer marks a layer as changed a moment later, also when it has been painted meanwhile. */
import { Layer } from '@univerjs/preset-sheets-core';

/** What of a layer is Univer's own business. */
interface Marked {
  /** Takes back the marking that is on its way. */
  _debounceDirtyFunc: (() => void) | null;
}

export function paintOnce(): void {
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
