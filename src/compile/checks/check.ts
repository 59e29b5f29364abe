import type { Fault } from '../../contract/diagnostic';
import type { Policy } from '../../contract/policy';

/** One rule of the policy language: what a policy does against it. Order in `CHECKS`. */
export type Check = (policy: Policy) => readonly Fault[];
