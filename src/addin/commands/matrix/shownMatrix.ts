import type { Choice } from '../../../notebook/matrix/convolution';

/** What the pane shows of the matrix that was drawn last. */
export interface ShownMatrix {
  /** Of the notebook: the name of its sheet of values. */
  readonly notebook: string;
  readonly choice: Choice;
}
