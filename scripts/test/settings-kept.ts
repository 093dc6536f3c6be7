import { afterAll, beforeAll } from 'vitest';
import { settingsShape } from '#lib/server/env.ts';

/**
 * Files of tests share a process, and with it what the process has read once: a file that leaves other settings behind than it found
 * would fail another one. It belongs among those that run apart (`vitest.config.ts`).
 */
const current = (): string =>
  Object.keys(settingsShape)
    .map((name) => `${name}=${process.env[name] ?? ''}`)
    .join('\n');

let before = '';

beforeAll(() => {
  before = current();
});

afterAll(() => {
  if (current() === before) return;
  throw new Error('This file changes settings of its process: name it among `apart` in vitest.config.ts.');
});
