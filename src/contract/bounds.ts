/** Bytes of a value as JSON in UTF-8: what it costs in an object. */
export function jsonBytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The text with at most `max` UTF-16 units, which are never fewer than the characters that the API server counts. A cut one ends in "…". */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  const kept = text.slice(0, max - 1);
  return `${/[\ud800-\udbff]$/u.test(kept) ? kept.slice(0, -1) : kept}…`;
}

/** Something with a list of samples that may be shortened. */
export interface Sampled {
  readonly samples?: readonly unknown[];
}

/**
 * The first entries, in their order, that have room in `bytes` as a JSON list. Samples go first, the same number from
 * every entry; entries go, from the last, when none is left. The samples that stay are the last ones of each.
 */
export function fitSampled<Entry extends Sampled>(entries: readonly Entry[], limits: { readonly samples: number; readonly bytes: number }): readonly Entry[] {
  for (let samples = limits.samples; samples >= 0; samples--) {
    const shortened = entries.map((entry) => withSamples(entry, samples));
    if (samples === 0) return firstThatFit(shortened, limits.bytes);
    if (jsonBytes(shortened) <= limits.bytes) return shortened;
  }
  return [];
}

function withSamples<Entry extends Sampled>(entry: Entry, count: number): Entry {
  const { samples = [] } = entry;
  return samples.length <= count ? entry : { ...entry, samples: count === 0 ? [] : samples.slice(-count) };
}

function firstThatFit<Entry>(entries: readonly Entry[], bytes: number): readonly Entry[] {
  let used = 2;
  const beyond = entries.findIndex((entry) => {
    used += jsonBytes(entry) + 1;
    return used - 1 > bytes;
  });
  return beyond < 0 ? entries : entries.slice(0, beyond);
}
