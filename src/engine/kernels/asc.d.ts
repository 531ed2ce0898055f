/** Imports of AssemblyScript modules: scripts/assembly.cjs compiles each target and exports its URL. */
declare module '*/kernels.asc' {
  export const simd: string;
  export const large: string;
}
