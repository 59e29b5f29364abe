/** ok: works here. degraded: something is weaker. missing: no enforcement without it. */
export type Health = 'ok' | 'degraded' | 'missing';

/** One thing that this node can or cannot do. */
export interface Check {
  readonly name: string;
  readonly health: Health;
  /** What was done or read to know it. */
  readonly proof: string;
  /** What follows for people. */
  readonly meaning: string;
  /** How to get more; absent when all is well. */
  readonly remedy?: string;
}

/** A check whose outcome is yes or no. */
export interface Question {
  readonly name: string;
  readonly yes: boolean;
  readonly proof: string;
  readonly meaning: string;
  /** What is so when the answer is no. */
  readonly otherwise: { readonly health: 'degraded' | 'missing'; readonly meaning: string; readonly remedy: string };
}

export function answer({ name, yes, proof, meaning, otherwise }: Question): Check {
  return yes ? { name, health: 'ok', proof, meaning } : { name, proof, ...otherwise };
}
