import type { Choice } from '../../../notebook/matrix/convolution';

/** The matrix drawn last, for the pane. */
export interface ShownMatrix {
  /** The notebook: name of its value sheet. */
  readonly notebook: string;
  readonly choice: Choice;
}
