import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildCodes, type Codes } from '#lib/server/paper-code/testing/codes.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// What a code on paper may read and write, whatever statement is sent in its name.
let codes: Codes;
beforeAll(async () => {
  codes = await buildCodes();
});
afterAll(() => codes.world.close());

const REFUSED = ['42501', '23001'];

/** Whether the statements are carried out together, and hold at the commit. */
async function written(actor: Actor, ...statements: readonly string[]): Promise<boolean> {
  try {
    await inTransaction(codes.world.app, actor, async (tx) => {
      for (const statement of statements) {
        // oxlint-disable-next-line no-await-in-loop -- in their order
        await tx.$executeRawUnsafe(statement);
      }
    });
    return true;
  } catch (error) {
    if (REFUSED.includes(sqlStateOf(error) ?? '')) return false;
    throw error;
  }
}

type Wanted = { readonly assisted?: boolean; readonly madeBy?: string; readonly kind?: string };

/** A whole choice as SQL. */
function choiceOf(
  decision: BuiltDecision,
  placement = newId(),
  { assisted = true, madeBy, kind = 'active' }: Wanted = {},
) {
  const { office } = codes.world;
  return [
    `INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to")
     SELECT '${placement}', d.participant_id, d.id, o.provider_id, o.contract_id, o.id, d.level, d.agreement_version_id, '${kind}', s."from", s."to"
     FROM (SELECT '${decision.id}'::uuid AS id, '${decision.participant.id}'::uuid AS participant_id, 'B'::level AS level,
       (SELECT id FROM agreement_version LIMIT 1) AS agreement_version_id) d, office o,
       (SELECT '${codes.today}'::date AS "from", '${codes.today}'::date + 180 AS "to") s WHERE o.id = '${office.id}'`,
    `UPDATE service_period SET placement_id = '${placement}' WHERE decision_id = '${decision.id}'`,
    `INSERT INTO choice (id, decision_id, placement_id, participant_id, kind, made_at, made_by_person_id, assisted)
     VALUES ('${newId()}', '${decision.id}', '${placement}', '${decision.participant.id}', '${kind}', now(),
       ${madeBy === undefined ? 'NULL' : `'${madeBy}'`}, ${assisted})`,
  ] as const;
}

async function withCode() {
  const decision = await codes.waiting();
  const { code, paperCodeId } = await codes.codeFor(decision);
  const { actor } = await codes.opened(code);
  return { decision, actor, paperCodeId };
}

test('a code makes its one choice, as SQL too, and no second one', async () => {
  const { decision, actor } = await withCode();
  expect(await written(actor, ...choiceOf(decision))).toBe(true);
  expect(await written(actor, ...choiceOf(decision))).toBe(false);
  expect(await written(actor, choiceOf(decision)[2])).toBe(false);
});

test.each([
  ['as the participant’s own', { assisted: false }],
  ['in somebody’s name', { madeBy: newId() }],
  ['by proximity', { kind: 'proximity' }],
])('a code does not choose %s', async (_, wanted) => {
  const { decision, actor } = await withCode();
  expect(await written(actor, ...choiceOf(decision, newId(), wanted))).toBe(false);
});

test('a code makes no placement without a choice, and no choice of another decision', async () => {
  const { decision, actor } = await withCode();
  const [placement, period] = choiceOf(decision);
  expect(await written(actor, placement)).toBe(false);
  expect(await written(actor, placement, period)).toBe(false);
  expect(await written(actor, ...choiceOf(await codes.waiting()))).toBe(false);
});

test('nor when it has expired, has been ended, or its session is over', async () => {
  for (const over of [
    (id: string) =>
      `UPDATE paper_code SET ended_at = now(), ended_as = 'revoked', ended_by_person_id = gen_random_uuid() WHERE id = '${id}'`,
    (id: string) => `UPDATE paper_code_session SET ended_at = now() WHERE paper_code_id = '${id}'`,
    (id: string) =>
      `UPDATE paper_code_session SET opened_at = now() - interval '50 minutes', expires_at = now() - interval '1 minute' WHERE paper_code_id = '${id}'`,
  ]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const { decision, actor, paperCodeId } = await withCode();
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await codes.world.owner.$executeRawUnsafe(over(paperCodeId));
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await written(actor, ...choiceOf(decision))).toBe(false);
  }
});

test('a key that no session has chooses nothing', async () => {
  const { decision, actor } = await withCode();
  expect(await written({ ...actor, sessionId: newId() }, ...choiceOf(decision))).toBe(false);
  expect(await written({ ...actor, sessionId: '' }, ...choiceOf(decision))).toBe(false);
});

test('a provider, another desk of the authority and a job’s hand make no choice', async () => {
  const { world } = codes;
  const decision = await codes.waiting();
  const actors = [
    await world.staff('coach'),
    await world.staff('intake'),
    await buildAuthorityActor(world.owner, 'reviewer'),
    await buildAuthorityActor(world.owner, 'agreementAdmin'),
  ];
  for (const actor of actors) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await written(actor, ...choiceOf(decision, newId(), { madeBy: actor.personId }))).toBe(false);
  }
});

test('a code decides nothing: neither level nor days nor a period that is placed', async () => {
  const { decision, actor } = await withCode();
  expect(await written(actor, `UPDATE decision SET level = 'C' WHERE id = '${decision.id}'`)).toBe(false);
  expect(
    await written(actor, `UPDATE service_period SET "to" = "to" + 30 WHERE decision_id = '${decision.id}'`),
  ).toBe(false);
  const [placement, period, choice] = choiceOf(decision);
  expect(
    await written(
      actor,
      placement,
      period,
      choice,
      `UPDATE service_period SET placement_id = NULL WHERE decision_id = '${decision.id}'`,
    ),
  ).toBe(true);
  expect(
    await codes.world.owner.servicePeriod.count({ where: { decisionId: decision.id, placementId: null } }),
  ).toBe(0);
});

test('a code sees its decision and what anybody sees, and of who it is nothing at all', async () => {
  const { actor, decision } = await withCode();
  await codes.waiting();
  const { world } = codes;
  const tables = await world.owner.$queryRaw<{ name: string }[]>`
    SELECT c.relname AS name FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
      AND has_table_privilege('portal_app', c.oid, 'SELECT') ORDER BY 1`;
  const open = (
    await world.owner.$queryRaw<{ name: string }[]>`
      SELECT DISTINCT tablename AS name FROM pg_policies WHERE 'portal_app' = ANY (roles) AND cmd IN ('SELECT', 'ALL') AND qual = 'true'`
  ).map(({ name }) => name);
  const counts = await inTransaction(world.app, actor, async (tx) => {
    const seen: Record<string, number> = {};
    for (const { name } of tables.filter((table) => !open.includes(table.name))) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const [row] = await tx.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${name}"`);
      if (row !== undefined && row.n > 0) seen[name] = row.n;
    }
    return seen;
  });
  expect(counts).toEqual({ decision: 1, service_period: 1 });
  expect(decision.id).toBe(actor.decisionId);
});

test('codes are handed out and ended by caseworkers in their own name, and never read', async () => {
  const { world, caseworker, today } = codes;
  const decision = await codes.waiting();
  const insert = (
    by: string,
    hash = newId(),
  ) => `INSERT INTO paper_code (id, participant_id, decision_id, secret_hash, reason, made_at, made_by_person_id, expires_at)
    VALUES ('${newId()}', '${decision.participant.id}', '${decision.id}', sha256('${hash}'), 'other', now(), '${by}', '${today}'::date + 5)`;
  const former = await buildAuthorityActor(world.owner, 'caseworker');
  await world.owner.membership.updateMany({
    where: { personId: former.personId },
    data: { validTo: new Date('2020-02-01') },
  });
  expect(await written(caseworker, insert(former.personId))).toBe(false);
  expect(await written(former, insert(former.personId))).toBe(false);
  const coach = await world.staff('coach');
  expect(await written(coach, insert(coach.personId))).toBe(false);
  expect(await written(caseworker, insert(caseworker.personId))).toBe(true);
  expect(
    await written(
      caseworker,
      `UPDATE paper_code SET ended_at = now(), ended_as = 'revoked', ended_by_person_id = '${former.personId}' WHERE decision_id = '${decision.id}'`,
    ),
  ).toBe(false);
  await expect(
    written(caseworker, `UPDATE paper_code SET used_at = now() WHERE decision_id = '${decision.id}'`),
  ).resolves.toBe(false);
  await expect(written(caseworker, 'SELECT secret_hash FROM paper_code')).resolves.toBe(false);
  await expect(written(caseworker, 'SELECT * FROM paper_code_session')).resolves.toBe(false);
});
