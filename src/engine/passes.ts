/** The two passes of a part of a network, over buffers that are its for life; neither allocates anything. */
export interface Passes {
  /** Fills the output from the input and the parameters. */
  forward(): void;
  /** Fills the gradients of input and parameters, whatever they held, from the gradient of the output. */
  backward(): void;
}
