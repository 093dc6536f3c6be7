import { expect, it } from 'vitest';
import { ROLES, type Role } from '#lib/domain/actor/role.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import type { Aviary } from '#lib/server/testing/canaries/canary.ts';
import { plantCanaries } from '#lib/server/testing/canaries/plant-canaries.ts';
import { findActors } from '#lib/server/testing/canaries/relations.ts';
import { leaksInTables, protectMost } from '#lib/server/testing/canaries/table-leaks.ts';
import type { TestDatabase } from '#lib/server/testing/test-database.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

const PARTICIPANTS = 6;
/** As many as trust asks for: of the protected, and of everybody else. */
const [OF_PROTECTED, OF_OTHERS] = [200, 500];

/**
 * A database that is full, with canaries in every personal field, as everybody sees it who can log in. It leaves that database changed:
 * the last of a file's tests.
 */
export function testCanaries(given: () => { readonly database: TestDatabase; readonly now: Date }): void {
  let aviary: Aviary;

  async function leaksNow(
    protecting: number,
    roles: readonly Role[] = ROLES,
  ): Promise<{ readonly leaks: readonly string[]; readonly protectedIds: ReadonlySet<string> }> {
    const { database, now } = given();
    const app = openDatabase(database.appUrl, 2);
    try {
      return await withClient(database.ownerUrl, async (owner) => {
        aviary ??= await plantCanaries(owner);
        const actors = await findActors(owner, plainDateFromDate(now));
        const caseworker = actors.find(({ role }) => role === 'caseworker');
        if (caseworker === undefined) throw new Error('There is no caseworker');
        const protectedIds = await protectMost({ owner, app }, caseworker, { now, most: protecting });
        const looking = [
          ...actors.filter(({ organisation }) => organisation !== 'self'),
          ...actors.filter(({ organisation }) => organisation === 'self').slice(0, PARTICIPANTS),
        ];
        return {
          leaks: await leaksInTables(
            { owner, app },
            looking.filter(({ role }) => roles.includes(role)),
            aviary,
          ),
          protectedIds,
        };
      });
    } finally {
      await app.$disconnect();
    }
  }

  it('gives nobody a word of somebody they have nothing to do with, nor, once protected, are not named for', async () => {
    const { leaks, protectedIds } = await leaksNow(20);
    expect(leaks).toEqual([]);
    expect(aviary.countOf(protectedIds)).toBeGreaterThanOrEqual(OF_PROTECTED);
    expect(aviary.size - aviary.countOf(protectedIds)).toBeGreaterThanOrEqual(OF_OTHERS);
  });

  it('would be heard by the canaries if it did', async () => {
    const { ownerUrl } = given().database;
    await withClient(ownerUrl, (owner) =>
      owner.query('CREATE POLICY planted ON plan TO portal_app USING (true)'),
    );
    const { leaks } = await leaksNow(0, ['coach', 'participant']);
    expect(leaks).toContain('protected plan.goal in plan, by coach');
    expect(leaks).toContain('personal plan.goal in plan, by participant');
    await withClient(ownerUrl, (owner) => owner.query('DROP POLICY planted ON plan'));
  });
}
