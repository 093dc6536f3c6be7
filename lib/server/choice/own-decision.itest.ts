import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { buildCodes, type Codes } from '#lib/server/paper-code/testing/codes.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';

// Whoever may begin a placement begins one of the decision, as it was decided, whatever statement is sent in their name.
let codes: Codes;
beforeAll(async () => {
  codes = await buildCodes();
});
afterAll(() => codes.world.close());

const REFUSED = ['42501', '23001'];

type Wanted = {
  /** Whose placement it says that it is. */
  readonly participantId?: string;
  readonly level?: string;
  readonly agreementVersionId?: string;
  /** Whose decision the choice is said to be of. */
  readonly choiceOf?: BuiltDecision;
};

/** A whole choice by each who can make one. */
function choiceBy(actor: Actor, decision: BuiltDecision, wanted: Wanted = {}): readonly string[] {
  const [placement, choice] = [newId(), newId()];
  const { participantId = decision.participant.id, level = 'B', choiceOf = decision } = wanted;
  const [role, by] = actor.kind === 'person' ? [actor.role, `'${actor.personId}'`] : ['paperCode', 'NULL'];
  const version = wanted.agreementVersionId ?? decision.agreementVersionId;
  return [
    `INSERT INTO placement (id, participant_id, decision_id, provider_id, contract_id, office_id, level, agreement_version_id, choice, "from", "to")
     SELECT '${placement}', '${participantId}', '${decision.id}', o.provider_id, o.contract_id, o.id, '${level}', '${version}',
       'active', '${codes.today}'::date, '${codes.today}'::date + 180 FROM office o WHERE o.id = '${codes.world.office.id}'`,
    `UPDATE service_period SET placement_id = '${placement}' WHERE decision_id = '${decision.id}'`,
    `INSERT INTO choice (id, decision_id, placement_id, participant_id, kind, made_at, made_by_person_id, assisted)
     VALUES ('${choice}', '${choiceOf.id}', '${placement}', '${choiceOf.participant.id}', 'active', now(), ${by}, ${role !== 'participant'})`,
    ...(role === 'caseworker'
      ? [
          `INSERT INTO assistance (id, participant_id, kind, choice_id, placement_id, reason, by_person_id, at)
           SELECT '${newId()}', c.participant_id, 'choice', c.id, c.placement_id, 'other', ${by}, c.made_at FROM choice c WHERE c.id = '${choice}'`,
        ]
      : []),
  ];
}

async function written(actor: Actor, statements: readonly string[]): Promise<boolean> {
  try {
    await inTransaction(codes.world.app, actor, async (tx) => {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      for (const statement of statements) await tx.$executeRawUnsafe(statement);
    });
    return true;
  } catch (error) {
    if (REFUSED.includes(sqlStateOf(error) ?? '')) return false;
    throw error;
  }
}

/** A decision, and who chooses with it. */
const hands: readonly [string, (decision: BuiltDecision) => Promise<Actor>][] = [
  ['a code', async (decision) => (await codes.opened((await codes.codeFor(decision)).code)).actor],
  ['a caseworker', () => Promise.resolve(codes.caseworker)],
  ['a participant', ({ participant }) => buildParticipantActor(codes.world.owner, participant)],
];

describe.each(hands)('%s', (_, actorOf) => {
  test('begins the placement that was decided', async () => {
    const decision = await codes.waiting();
    const actor = await actorOf(decision);
    expect(await written(actor, choiceBy(actor, decision))).toBe(true);
  });

  test('begins none of another level or agreement version', async () => {
    const decision = await codes.waiting();
    const actor = await actorOf(decision);
    expect(await written(actor, choiceBy(actor, decision, { level: 'C' }))).toBe(false);
    expect(await written(actor, choiceBy(actor, decision, { agreementVersionId: 'another-one' }))).toBe(
      false,
    );
  });

  test('begins none of one participant with the decision of another', async () => {
    const [decision, other] = [await codes.waiting(), await codes.waiting()];
    const actor = await actorOf(decision);
    const participantId = other.participant.id;
    expect(await written(actor, choiceBy(actor, decision, { participantId }))).toBe(false);
    const others = choiceBy(actor, other, { participantId: decision.participant.id });
    expect(await written(actor, others)).toBe(false);
    expect(await written(actor, others.slice(0, 1))).toBe(false);
  });

  test('makes no choice of another decision than the placement’s', async () => {
    const [decision, other] = [await codes.waiting(), await codes.waiting()];
    const actor = await actorOf(decision);
    expect(await written(actor, choiceBy(actor, decision, { choiceOf: other }))).toBe(false);
    expect(await written(actor, choiceBy(actor, other, { choiceOf: decision }))).toBe(false);
  });
});

test('nor does anybody who loads history', async () => {
  const [decision, other] = [await codes.waiting(), await codes.waiting()];
  const [placement = ''] = choiceBy(codes.caseworker, decision, { participantId: other.participant.id });
  await expect(codes.world.owner.$executeRawUnsafe(placement)).rejects.toThrow('foreign key');
});
