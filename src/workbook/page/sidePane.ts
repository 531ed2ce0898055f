/** The task pane: an iframe beside the grid. Closing it only hides it, since the add-in runs in it. */
const NARROWEST = 240;

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

  private makeResizable(edge: HTMLElement): void {
    edge.addEventListener('pointerdown', (down) => {
      const width = this.element.getBoundingClientRect().width;
      edge.setPointerCapture(down.pointerId);
      const drag = (move: PointerEvent) => {
        const wanted = width + down.clientX - move.clientX;
        this.element.style.width = `${Math.min(Math.max(wanted, NARROWEST), window.innerWidth / 2)}px`;
      };
      edge.addEventListener('pointermove', drag);
      edge.addEventListener('pointerup', () => edge.removeEventListener('pointermove', drag), { once: true });
    });
  }
}
