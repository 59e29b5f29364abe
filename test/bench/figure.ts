/** Which value of a figure's samples a target is about. */
export type Statistic = 'min' | 'median' | 'p99' | 'max';

/** What the design asks for: at most `limit`, or at least. */
export interface Target {
  readonly of: Statistic;
  readonly limit: number;
  readonly atLeast?: boolean;
}

/** One thing that was measured. */
export interface Figure {
  readonly name: string;
  /** "×" for ratios, "" for counts. */
  readonly unit: string;
  /** Samples by round; the rounds of what is compared alternate. A round of a ratio has one sample. */
  readonly rounds: readonly (readonly number[])[];
  readonly targets?: readonly Target[];
  /** What one must know to read it. */
  readonly note?: string;
}

export interface Summary extends Readonly<Record<Statistic, number>> {
  readonly count: number;
  /** Greatest difference between the medians of two rounds, as a share of the median; 0 where there is one round. */
  readonly spread: number;
}

export interface Outcome {
  readonly target: Target;
  readonly met: boolean;
}

export function summarise({ rounds }: Pick<Figure, 'rounds'>): Summary {
  const sorted = rounds.flat().sort((left, right) => left - right);
  const medians = rounds.filter((round) => round.length > 0).map((round) => quantile([...round].sort((left, right) => left - right), 0.5));
  const median = quantile(sorted, 0.5);
  return {
    count: sorted.length,
    min: sorted[0] ?? NaN,
    median,
    p99: quantile(sorted, 0.99),
    max: sorted.at(-1) ?? NaN,
    spread: median === 0 || medians.length === 0 ? 0 : (Math.max(...medians) - Math.min(...medians)) / Math.abs(median),
  };
}

/** A figure without samples meets nothing. */
export function outcomes(figure: Figure): readonly Outcome[] {
  const summary = summarise(figure);
  return (figure.targets ?? []).map((target) => {
    const value = summary[target.of];
    return { target, met: target.atLeast === true ? value >= target.limit : value <= target.limit };
  });
}

/** Of sorted samples: the smallest one that so large a share does not exceed. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function median(samples: readonly number[]): number {
  return quantile([...samples].sort((left, right) => left - right), 0.5);
}
