/** Policy → plan, and plans → tables. Pure: no clock, no file, no Node. */
export { compile } from './compile';
export type { CompileOptions, CompileResult } from './compile';
export { link, scopeOf } from './link';
export type { Linked, LinkedRule } from './link';
export type { LinkInput, Rejected, RejectReason } from './admit';
export type { ContainerIdentity } from './scope';
export { runAutomaton } from './automaton/run';
