/** The task pane: an iframe beside the grid. Closing it only hides it, since the add-in runs in it. */
/** In pixels. */
const NARROWEST = 240;
const KEY_STEP = 20;

export class TaskPane {
  readonly frame: HTMLIFrameElement;

  constructor(private readonly element: HTMLElement) {
    this.frame = element.querySelector('iframe')!;
    element.querySelector('button')!.addEventListener('click', () => this.hide());
    this.makeResizable(element.querySelector('.pane-edge')!);
  }

  load(title: string, source: string): void {
    this.element.querySelector('.pane-title')!.textContent = title;
    this.frame.src = source;
  }

  show(): void {
    this.element.classList.remove('pane-hidden');
  }

  hide(): void {
    this.element.classList.add('pane-hidden');
  }

  /** By the mouse, and by the arrow keys (https://www.w3.org/WAI/ARIA/apg/patterns/windowsplitter). */
  private makeResizable(edge: HTMLElement): void {
    edge.addEventListener('pointerdown', (down) => {
      const { width } = this;
      edge.setPointerCapture(down.pointerId);
      const drag = (move: PointerEvent) => this.widen(edge, width + down.clientX - move.clientX);
      edge.addEventListener('pointermove', drag);
      edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', drag), { once: true });
    });
    edge.addEventListener('keydown', (event) => {
      const wider = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
      if (wider === undefined) return;
      // The grid would move its selection, too.
      event.preventDefault();
      event.stopPropagation();
      this.widen(edge, this.width + wider);
    });
    this.tellWidth(edge);
  }

  private get width(): number {
    // Without its border, as the style counts it.
    return this.element.clientWidth;
  }

  private widen(edge: HTMLElement, wanted: number): void {
    const width = Math.min(Math.max(wanted, NARROWEST), window.innerWidth / 2);
    this.element.style.setProperty('--pane-width', `${width}px`);
    this.tellWidth(edge);
  }

  private tellWidth(edge: HTMLElement): void {
    edge.ariaValueMin = String(NARROWEST);
    edge.ariaValueMax = String(Math.round(window.innerWidth / 2));
    edge.ariaValueNow = String(Math.round(this.width));
  }
}
