import { expect, it } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { runHistories } from '#lib/server/outcome/testing/histories/run-histories.ts';
import { closeRunSetup, openRunSetup, run } from '#lib/server/statement/testing/run-setup.ts';

it('whatever happens between a signal and its pay, statements hold what the pure module gives', async () => {
  const setup = await openRunSetup();
  const app = openDatabase(setup.test.appUrl, 4);
  try {
    const pick = seeded(20_260_301);
    const below = (bound: number): number => pick(0, bound - 1);
    const state = async (cutOff: string): Promise<void> => {
      await run(setup, cutOff, 100);
    };
    const played = await runHistories({ owner: setup.owner, app, state }, { count: 36, below });
    expect(played.breaches).toEqual([]);
    // Else the histories would show nothing.
    expect(played.paid).toBeGreaterThan(4);
    expect(played.changed).toBeGreaterThan(4);
    for (const pieces of Object.values(played.evidence)) expect(pieces).toBeGreaterThan(4);
  } finally {
    await app.$disconnect();
    await closeRunSetup(setup);
  }
}, 120_000);
