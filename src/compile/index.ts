/** Policy → plan, and plans → tables. Pure: no clock, no file, no Node. */
export { compile } from './compile';
export type { CompileOptions, CompileResult } from './compile';
export { link, scopeOf } from './link';
export type { Linked, LinkedRule } from './link';
export type { LinkInput, Rejected, RejectReason } from './admit';
export { selectsNode } from './scope';
export type { ContainerIdentity } from './scope';
export { selects } from './selector';
export type { Labels } from './selector';
export { runAutomaton } from './automaton/run';
