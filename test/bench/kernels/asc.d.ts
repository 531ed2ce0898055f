/** The bench's own targets, as src/engine/kernels/asc.d.ts. */
declare module '*/bench.asc' {
  export const fused: string;
  export const plain: string;
}
