/**
 * How Node runs the worker: what lives briefly is cleared away after two mebibytes rather than sixteen, so that reading a
 * large file takes a quarter less memory. It waits for the database far more than it calculates.
 */
export const WORKER_NODE_OPTIONS: readonly string[] = ['--max-semi-space-size=2'];
