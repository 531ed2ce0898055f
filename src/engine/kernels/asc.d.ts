/** Options of the AssemblyScript compiler: what scripts/assembly.cjs makes of them, the address of a module for each target. */
declare module '*.asc' {
  export const simd: string;
  export const large: string;
  export const relaxed: string;
}
