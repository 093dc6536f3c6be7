import { expect, test } from 'vitest';
import { KeptPart, type Running } from '#scripts/start/kept-part.ts';

type Played = Running & { end(said: string): void; stopped: boolean };

function played(): Played {
  const { promise, resolve } = Promise.withResolvers<string>();
  const part: Played = {
    ended: promise,
    end: resolve,
    stopped: false,
    async stop() {
      part.stopped = true;
      resolve('stopped');
    },
  };
  return part;
}

async function keep(starts: (() => Promise<Played>)[]) {
  const said: string[] = [];
  const started: Played[] = [];
  const part = await KeptPart.start({
    name: 'worker',
    say: (line) => said.push(line),
    async start() {
      const next = await (starts.shift() ?? (async () => played()))();
      started.push(next);
      return next;
    },
  });
  return { part, said, started };
}

test('a part that ends by itself is started again, and it is said why', async () => {
  const { part, said, started } = await keep([]);
  started[0]?.end('first words\nlast words\n');
  await expect.poll(() => said.length).toBe(2);
  expect(said[0]).toBe('The worker ended unexpectedly (last words). Starting it again.');
  expect(said[1]).toMatch(/^The worker is back after \d/);
  expect(part.current).toBe(started[1]);
  await part.stop();
  expect(started[1]?.stopped).toBe(true);
});

test('a start that fails is tried again', async () => {
  const failing = async (): Promise<Played> => {
    throw new Error('No room.');
  };
  const { part, said, started } = await keep([async () => played(), failing]);
  started[0]?.end('');
  await expect.poll(() => said.length, { timeout: 5000 }).toBe(3);
  expect(said[1]).toBe('The worker could not be started: No room. It is tried again.');
  await part.stop();
});

test('the first start is the caller’s: what is wrong then is thrown', async () => {
  const failing = async (): Promise<Played> => {
    throw new Error('Wrong settings.');
  };
  await expect(keep([failing])).rejects.toThrow('Wrong settings.');
});

test('one that is stopped stays so, also one that was being started', async () => {
  const { promise: slow, resolve } = Promise.withResolvers<Played>();
  const starts = [async () => played(), async () => await slow];
  const { part, started } = await keep(starts);
  started[0]?.end('');
  await expect.poll(() => starts.length).toBe(0);
  const stopped = part.stop();
  const late = played();
  resolve(late);
  await stopped;
  expect(late.stopped).toBe(true);
  expect(started).toHaveLength(2);
});
