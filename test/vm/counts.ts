/** Verified instructions, compared with what was recorded. */

/** A program as a kernel sees it (load.c prints it). */
export interface LoadedProgram {
  readonly program: string;
  /** Instructions that the verifier walked through. */
  readonly instructions: number;
  readonly attached: boolean;
  /** How often it ran while the loader provoked it. */
  readonly runs: number;
}

/** Program → instructions */
export type Counts = Readonly<Record<string, number>>;

/** verified-instructions.json */
export interface Recorded {
  /** That made the object; counts of another one are held against the limit only. */
  readonly compiler: string;
  /** By kernel series, e.g. "6.1". */
  readonly kernels: Readonly<Record<string, Counts>>;
}

/** The verifier gives up at 1,000,000; newer kernels walk through more of the same program. */
export const INSTRUCTION_LIMIT = 400_000;
const GROWTH_LIMIT = 1.1;

/** What is wrong with the programs of one kernel, a sentence each. `recorded` is undefined where nothing comparable is. */
export function complaints(programs: readonly LoadedProgram[], expected: readonly string[], recorded: Counts | undefined): readonly string[] {
  const names = new Set(programs.map(({ program }) => program));
  const missing = expected.filter((name) => !names.has(name)).map((name) => `${name} is missing`);
  const unknown = [...names].filter((name) => !expected.includes(name)).map((name) => `${name} is not recorded: UPDATE_GOLDEN=1`);
  return [...missing, ...unknown, ...programs.flatMap((program) => complaintsAbout(program, recorded?.[program.program]))];
}

function complaintsAbout({ program, instructions, attached, runs }: LoadedProgram, recorded: number | undefined): readonly string[] {
  const found: string[] = [];
  if (!attached) found.push(`${program} was not attached`);
  if (runs === 0) found.push(`${program} never ran`);
  if (instructions === 0) found.push(`${program}: the kernel does not tell its instructions`);
  if (instructions > INSTRUCTION_LIMIT) found.push(`${program}: ${instructions} instructions are more than ${INSTRUCTION_LIMIT}`);
  if (recorded !== undefined && instructions > recorded * GROWTH_LIMIT) {
    found.push(`${program} grew from ${recorded} to ${instructions} instructions; if that is meant: UPDATE_GOLDEN=1`);
  }
  return found;
}

/** The record with the counts of one kernel replaced. A new compiler makes the others' counts void. */
export function withKernel(old: Recorded, compiler: string, measured: { series: string; programs: readonly LoadedProgram[] }): Recorded {
  const counts = Object.fromEntries(measured.programs.map(({ program, instructions }) => [program, instructions]));
  const others = old.compiler === compiler ? old.kernels : {};
  return { compiler, kernels: { ...others, [measured.series]: counts } };
}

/** Every program that the record knows. */
export function recordedPrograms(recorded: Recorded): readonly string[] {
  return [...new Set(Object.values(recorded.kernels).flatMap((counts) => Object.keys(counts)))].sort();
}

/** "6.1" of "6.1.0-50-cloud-amd64" */
export function seriesOf(release: string): string {
  return /^\d+\.\d+/.exec(release)?.[0] ?? release;
}
