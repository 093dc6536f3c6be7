function changedAt(value: unknown, steps: readonly string[], to: unknown): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    return list.with(Number(step), changedAt(list[Number(step)], rest, to));
  }
  if (typeof value !== 'object' || value === null) throw new Error(`Nothing at ${step}`);
  const entries = new Map<string, unknown>(Object.entries(value));
  const next = changedAt(entries.get(step), rest, to);
  if (next === undefined) entries.delete(step);
  else entries.set(step, next);
  return Object.fromEntries(entries);
}

/** A copy of JSON with what a pointer points at replaced; undefined takes the member away. */
export function changed(value: unknown, pointer: string, to: unknown): unknown {
  return changedAt(value, pointer.split('/').slice(1), to);
}
