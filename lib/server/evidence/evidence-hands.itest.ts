import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { sqlStateOf } from '#lib/server/command/database-problem.ts';
import { inTransaction } from '#lib/server/db/transaction.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import {
  type Claimed,
  type EvidenceStage,
  NOW,
  openEvidenceStage,
} from '#lib/server/evidence/testing/evidence-stage.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// What the application's own role may read and write of evidence, whatever statement is sent in its name.
let stage: EvidenceStage;
let actors: readonly (readonly [string, Actor])[];
let claimed: Claimed;
let evidenceId: string;
let confirmationId: string;
beforeAll(async () => {
  stage = await openEvidenceStage();
  claimed = await stage.claimed();
  const added = await stage.add(claimed.outcomeId);
  const contact = { employment: '0', email: 'berit@bageriet.example.se', contactName: 'Berit', locale: 'sv' };
  const asked = await stage.run(
    askEmployer,
    { outcomeId: claimed.outcomeId, ...contact },
    { actor: stage.coach, now: NOW },
  );
  if (!added.ok || !asked.ok) throw new Error('Nothing to try on');
  evidenceId = added.value.evidenceId;
  confirmationId = asked.value.confirmationId;
  const provider = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
  const authority = ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'] as const;
  actors = [
    ...(await Promise.all(provider.map(async (role) => [role, await stage.staff(role)] as const))),
    ...(await Promise.all(
      authority.map(async (role) => [role, await buildAuthorityActor(stage.owner, role)] as const),
    )),
    ['participant', await buildParticipantActor(stage.owner, claimed.placement.participant)],
    ['otherProvider', await stage.staff('coach', stage.elsewhere)],
    ['otherOffice', await stage.staff('coach', stage.office, [stage.otherOffice])],
    ['employer', { kind: 'employer', confirmationId }],
    ['otherEmployer', { kind: 'employer', confirmationId: newId() }],
  ];
});
afterAll(() => stage.close());

/** What the database answers with where it refuses: no privilege, what stands, or a check. */
const REFUSALS = ['42501', '23001', '23505', '23514'];

/** Who of them the statement does anything for; nothing of it is kept. */
async function able(statement: (personId: string) => string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [role, actor] of actors) {
    const personId = actor.kind === 'person' ? actor.personId : newId();
    const undone = new Error('undone');
    await inTransaction(stage.app, actor, async (tx) => {
      if ((await tx.$executeRawUnsafe(statement(personId))) > 0) found.push(role);
      throw undone;
    }).catch((error: unknown) => {
      if (error !== undone && !REFUSALS.includes(sqlStateOf(error) ?? '')) throw error;
    });
  }
  return found;
}
async function readers(table: string, where: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [role, actor] of actors) {
    const rows = await inTransaction(stage.app, actor, (tx) =>
      tx.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table} WHERE ${where}`),
    );
    if (rows.length > 0) found.push(role);
  }
  return found;
}

const OWN_PEOPLE = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'];
const AUTHORITY = ['reviewer', 'caseworker', 'payer', 'agreementAdmin', 'auditor'];
const GIVERS = ['coach', 'reporter', 'signatory'];
const evidenceRow = (personId: string, more: Readonly<Record<string, string>> = {}): string => {
  const row = {
    id: `'${newId()}'`,
    placement_id: `'${claimed.placement.id}'`,
    outcome_id: `'${claimed.outcomeId}'`,
    source: `'file'`,
    kind: `'paySlip'`,
    employer_name: `'Bageriet'`,
    '"from"': `'2026-03-02'`,
    '"to"': `'2026-04-01'`,
    given_at: 'now()',
    given_by_person_id: `'${personId}'`,
    ...more,
  };
  return `INSERT INTO evidence (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
};

describe('evidence is read', () => {
  it.each([
    ['evidence', () => `id = '${evidenceId}'`],
    ['evidence_file', () => `evidence_id = '${evidenceId}'`],
    ['evidence_chunk', () => `evidence_id = '${evidenceId}'`],
    ['employer_confirmation', () => `id = '${confirmationId}'`],
  ])('by those who see the placement, from %s', async (table, where) => {
    expect(await readers(table, where())).toEqual([...OWN_PEOPLE, ...AUTHORITY]);
  });
});

describe('evidence is written', () => {
  it('by those who report for the provider, in the own name', async () => {
    expect(await able((personId) => evidenceRow(personId))).toEqual(GIVERS);
    expect(await able(() => evidenceRow(stage.reviewer.personId))).toEqual([]);
  });

  it('by nobody as what an employer or an income file says, unless it comes with the answer', async () => {
    const income = {
      source: `'income'`,
      kind: `'incomeMonth'`,
      employer_org_no: `'5599458022'`,
      '"from"': `'2026-03-01'`,
      given_by_person_id: 'NULL',
    };
    expect(await able((personId) => evidenceRow(personId, income))).toEqual([]);
    const said = {
      source: `'employer'`,
      kind: `'employerConfirmation'`,
      confirmation_id: `'${confirmationId}'`,
      given_by_person_id: 'NULL',
    };
    expect(await able((personId) => evidenceRow(personId, said))).toEqual([]);
  });

  it('and then stands: nobody changes or removes it, nor adds to its file', async () => {
    expect(
      await able(
        () =>
          `UPDATE evidence SET withdrawn_at = withdrawn_at, "to" = '2026-12-31' WHERE id = '${evidenceId}'`,
      ),
    ).toEqual([]);
    for (const table of ['evidence_file', 'evidence_chunk']) {
      expect(await able(() => `DELETE FROM ${table} WHERE evidence_id = '${evidenceId}'`)).toEqual([]);
    }
    const more = `INSERT INTO evidence_chunk (evidence_id, number, content) VALUES ('${evidenceId}', 2, 'x')`;
    expect(await able(() => more)).toEqual([]);
  });

  it('and taken back by those who hand in, in the own name', async () => {
    const back = (personId: string) =>
      `UPDATE evidence SET withdrawn_at = now(), withdrawn_by_person_id = '${personId}' WHERE id = '${evidenceId}'`;
    expect(await able(back)).toEqual(GIVERS);
    expect(await able(() => back(stage.reviewer.personId))).toEqual([]);
  });

  it('and judged by reviewers, in the own name', async () => {
    const judge = (
      personId: string,
    ) => `INSERT INTO evidence_decision (id, evidence_id, outcome_id, accepted, decided_by_person_id, decided_at)
      VALUES ('${newId()}', '${evidenceId}', '${claimed.outcomeId}', true, '${personId}', now())`;
    expect(await able(judge)).toEqual(['reviewer']);
    expect(await able(() => judge(stage.coach.personId))).toEqual([]);
  });
});

describe('an employer is asked', () => {
  const ended = (personId: string) =>
    `UPDATE employer_confirmation SET ended_at = now(), ended_as = 'revoked', ended_by_person_id = '${personId}' WHERE id = '${confirmationId}'`;
  it('and the question ended, by those who hand in', async () => {
    expect(await able(ended)).toEqual(GIVERS);
    expect(
      await able(() => `UPDATE employer_confirmation SET email = 'a@b.se' WHERE id = '${confirmationId}'`),
    ).toEqual([]);
  });

  it('and nobody but the employer with that link answers', async () => {
    const answer = `INSERT INTO employer_answer (confirmation_id, answer, name, role, answered_at, content_hash)
      VALUES ('${confirmationId}', 'confirmed', 'Berit', 'chef', now(), '${'0'.repeat(64)}')`;
    expect(await able(() => answer)).toEqual(['employer']);
  });

  it('and nobody else learns what is behind a link by its id', async () => {
    expect(
      await readers(`app.confirmation_facts('${confirmationId}')`, 'confirmation_facts IS NOT NULL'),
    ).toEqual(['employer']);
  });
});

describe('a link', () => {
  const employer = (): Actor => ({ kind: 'employer', confirmationId });
  const told = (placementId: string) =>
    JSON.stringify({
      event: 'employerConfirmed',
      group: 'outcomes',
      placement: placementId,
      subjectType: 'outcome',
      subject: claimed.outcomeId,
      path: '/provider/outcomes',
      gathered: false,
      mail: 'none',
      at: NOW.toISOString(),
      persons: [],
      coach: true,
      participant: false,
      providerRoles: [],
    });

  it('takes no coach away, and tells of no placement but its own', async () => {
    const other = await stage.claimed();
    for (const { placement } of [claimed, other]) {
      await expect(
        inTransaction(
          stage.app,
          employer(),
          (tx) =>
            tx.$executeRaw`SELECT app.carry_coach_over(${newId()}::uuid, ${placement.id}::uuid, '1990-01-01'::date, now())`,
        ),
      ).rejects.toThrow('a new period is carried out by a caseworker');
    }
    const tell = (placementId: string) =>
      inTransaction(
        stage.app,
        employer(),
        (tx) => tx.$executeRaw`SELECT app.notify(${told(placementId)}::jsonb)`,
      );
    await expect(tell(other.placement.id)).rejects.toThrow(
      'nobody tells of a placement that they do not see',
    );
    await expect(tell(claimed.placement.id)).resolves.toBeDefined();
  });
});

describe('evidence is judged', () => {
  it('by nobody who reported the outcome that stands, whichever version they name', async () => {
    const judged = (
      personId: string,
    ) => `INSERT INTO evidence_decision (id, evidence_id, outcome_id, accepted, decided_by_person_id, decided_at)
      VALUES ('${newId()}', '${evidenceId}', '${claimed.outcomeId}', true, '${personId}', now())`;
    expect(await able(judged)).toEqual(['reviewer']);
    const reviewer = actors.find(([role]) => role === 'reviewer')?.[1];
    const reviewerId = reviewer?.kind === 'person' ? reviewer.personId : '';
    await stage.owner.$transaction([
      stage.owner.$executeRaw`UPDATE outcome SET status = 'superseded' WHERE id = ${claimed.outcomeId}::uuid`,
      stage.owner
        .$executeRaw`INSERT INTO outcome SELECT (jsonb_populate_record(o, jsonb_build_object('id', ${newId()}::text,
          'number', o.number + 1, 'supersedes_id', o.id, 'status', 'submitted', 'submitted_by_person_id', ${reviewerId}::text))).*
        FROM outcome o WHERE o.id = ${claimed.outcomeId}::uuid`,
    ]);
    expect(await able(judged)).toEqual([]);
  });
});
