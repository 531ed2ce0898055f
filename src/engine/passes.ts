/** The forward and backward pass of a part of a network, over buffers allocated beforehand. */
export interface Passes {
  /** Computes the output from the input and the parameters. */
  forward(): void;
  /**
   * Computes the gradients of input and parameters from the gradient of the output, overwriting what they
   * held.
   */
  backward(): void;
}
