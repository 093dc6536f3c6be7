import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { newPaperCode } from '#lib/server/paper-code/code-secret.ts';
import { countTry } from '#lib/server/paper-code/count-try.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const buckets = () =>
  world.owner.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM rate_limit`;
const somewhere = () => ({ kind: 'address', id: newId() }) as const;

test('what cannot be a code takes from its address alone, and a code from all together too', async () => {
  expect(await countTry(world.app, somewhere(), 'hello')).toEqual({ ok: false, error: 'mistyped' });
  expect(await buckets()).toEqual([{ count: 1 }]);
  const code = newPaperCode();
  expect(await countTry(world.app, somewhere(), code.toLowerCase())).toEqual({ ok: true, value: code });
  expect(await buckets()).toEqual([{ count: 3 }]);
});

test('an address that tries too often is told so, whatever it types', async () => {
  const address = somewhere();
  for (let tried = 0; tried < limits.paperCode.capacity; tried += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await countTry(world.app, address, 'hello');
  expect(await countTry(world.app, address, newPaperCode())).toEqual({ ok: false, error: 'tooMany' });
});
