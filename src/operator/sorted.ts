/** A value whose fields are in one order, so that equal ones have equal texts: the API server has an order of its own. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(fields.sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, child]) => [name, sorted(child)]));
}

export function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));
}
