import { Generations } from './pipeline/generations';
import type { RulesOf } from './pipeline/rules';
import { keepRuleNames, readRuleNames } from './rule-names';
import type { LinkedRules } from './rules';

export interface RuleMemoryOptions {
  readonly runDirectory: string;
  readonly bootId: string;
  /** They could not be written for the next agent; this one knows them all the same. */
  readonly onFailed: (error: unknown) => void;
}

/** What the rule ids of the last generations meant, through agents: what is in the ring may be older than what is in force. */
export class RuleMemory {
  private readonly generations = new Generations();

  constructor(private readonly options: RuleMemoryOptions) {
    const last = readRuleNames(options.runDirectory, options.bootId);
    if (last !== undefined) this.generations.add(last.generation, (id) => last.rules[id] ?? []);
  }

  /** Of the rules in force from now on. */
  add(generation: number, { tables, rulesOf }: LinkedRules): void {
    this.generations.add(generation, rulesOf);
    const { runDirectory, bootId, onFailed } = this.options;
    const rules = Array.from({ length: tables.plan.rules }, (_, id) => rulesOf(id));
    try {
      keepRuleNames(runDirectory, { bootId, generation, rules });
    } catch (error) {
      onFailed(error);
    }
  }

  /** Undefined: of an agent before the last, or too old. */
  get(generation: number): RulesOf | undefined {
    return this.generations.get(generation);
  }
}
