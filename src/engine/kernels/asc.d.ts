/** Options of the AssemblyScript compiler: what .config/assembly.cjs makes of them, the addresses of two modules. */
declare module '*.asc' {
  export const simd: string;
  export const relaxed: string;
}
