function dropBecause(key: string, value: unknown): unknown {
  return key === 'because' ? undefined : value;
}

/** An answer as it is written, without the reasons, which worked examples leave out. */
export function withoutBecause(evaluation: unknown): unknown {
  return JSON.parse(JSON.stringify(evaluation, dropBecause));
}
