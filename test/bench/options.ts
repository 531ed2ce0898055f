/** What the command line asks for, and what only the script that starts the bench knows. */
export interface Options {
  /** Only workloads in whose keys one of these words is. */
  readonly only?: string;
  /** Only contestants in whose names one of these words is. */
  readonly engines?: string;
  /** Fewer rounds. */
  readonly quick: boolean;
  readonly growth: boolean;
  readonly where: 'node' | 'browser';
  readonly machine: Machine;
  /** Folder, or address, of tfjs's WebAssembly files, with the slash at its end. */
  readonly tfjsFiles: string;
}

export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly system: string;
  /** How many programs wanted a processor when the bench began, as a mean over a minute. */
  readonly load: number;
  /** Such as 'Node 20.20.2, V8 11.3'. */
  readonly runtime: string;
}

/** What a bench hands back to the script that started it. */
export interface Outcome {
  /** Texts by the name of the file they belong in. */
  readonly files: Record<string, string>;
}
