/** Options of the AssemblyScript compiler: what scripts/assembly.cjs makes of them, the address of a module for each target. */
declare module '*/kernels.asc' {
  export const simd: string;
  export const large: string;
}
