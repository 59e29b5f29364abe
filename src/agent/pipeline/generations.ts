import type { RulesOf } from './rules';

/** Findings of an older set of rules may still be in the ring when a newer one is in force. */
const KEPT = 16;

/** Remembers which rules the ids of the last generations meant. */
export class Generations {
  private readonly rules = new Map<number, RulesOf>();

  add(generation: number, rules: RulesOf): void {
    this.rules.delete(generation);
    this.rules.set(generation, rules);
    const oldest = this.rules.keys().next();
    if (this.rules.size > KEPT && oldest.done !== true) this.rules.delete(oldest.value);
  }

  /** Undefined: a generation of an earlier agent, or too old. */
  get(generation: number): RulesOf | undefined {
    return this.rules.get(generation);
  }
}
