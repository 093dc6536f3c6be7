import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#lib/server/command/query.ts';
import { doersOf, everyRole, type Named } from '#lib/server/document/testing/doers.ts';
import { newId } from '#lib/server/ids.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reviewOutcome } from '#lib/server/outcome/review-outcome.ts';
import { showOutcome } from '#lib/server/outcome/show-outcome.ts';
import {
  buildOutcomeReports,
  type OutcomeReports,
  reporting,
  SPELL,
  TYPED,
} from '#lib/server/outcome/testing/outcome-reports.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

// What the checks find in an outcome's employers (review section 1): RELATED_EMPLOYER, EMPLOYED_BEFORE.
let world: OutcomeReports;
let placement: BuiltPlacement;
let reports: ReturnType<typeof reporting>;
let actors: Named;

const RETURN = { decision: 'return', reasonCode: 'evidenceInsufficient', reason: 'Vilken är omfattningen?' };
const RELATED = { employerOrgNo: '5590000005', employerName: 'Systerbolaget AB' };
const spells = (change: object = {}) => [
  { ...SPELL, employerOrgNo: '559000-0005', employerName: 'Systerbolaget AB', ...change },
];

beforeAll(async () => {
  world = await buildOutcomeReports();
  actors = await everyRole(world);
  await world.owner.relatedCompany.create({
    data: {
      id: newId(),
      providerId: world.office.provider.id,
      orgNo: RELATED.employerOrgNo,
      name: RELATED.employerName,
      source: 'Årsredovisning 2025',
      from: toUtcDate(plainDate('2025-01-01')),
      registeredByPersonId: newId(),
      registeredAt: new Date(),
    },
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  placement = await buildPlacement(world.owner, { office: world.office, level: 'B' });
  reports = reporting(world, placement);
  await reports.signalled();
});
const codesOf = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

describe('what is found in an outcome', () => {
  it('is told before it is sent, stored with it, and told in the same facts to who sent and who decides', async () => {
    const typed = { ...TYPED, spells: spells() };
    const asked = { placementId: placement.id, replacesId: null, typed };
    const form = await ask(outcomeReportForm, asked, reports.by(world.coach));
    const previewed = form.ok ? (form.value.preview?.findings ?? []) : [];
    expect(codesOf(previewed)).toEqual(['RELATED_EMPLOYER']);
    const outcomeId = await reports.sent({ spells: spells() });
    expect(await reports.stored(outcomeId)).toMatchObject({ holds: 1 });
    const reviewed = await ask(reviewOutcome, { outcomeId }, reports.by(world.reviewer));
    const own = await ask(showOutcome, { outcomeId }, reports.by(world.coach));
    expect(reviewed.ok && reviewed.value.findings).toEqual(
      previewed.map((finding) => ({ ...finding, upheld: null })),
    );
    expect(own.ok && own.value.findings).toEqual(previewed.map((finding) => ({ ...finding, upheld: null })));
  });

  it('is held against what was known then: a company that is ended since keeps its finding, another version is checked anew', async () => {
    const first = await reports.sent({ spells: spells() });
    const { version } = await reports.stored(first);
    const second = await reports.sent({ spells: [SPELL], replacesId: first, version });
    expect(await world.owner.outcomeFinding.count({ where: { outcomeId: first } })).toBe(1);
    expect(await reports.stored(second)).toMatchObject({ holds: 0 });
  });

  it('is judged with the decision on it: nobody decides without saying whether the check was right', async () => {
    const outcomeId = await reports.sent({ spells: spells() });
    expect(await reports.decide(outcomeId, RETURN)).toMatchObject({
      error: { problem: { errors: [{ pointer: '/verdicts/RELATED_EMPLOYER', code: 'verdictMissing' }] } },
    });
    const verdicts = { RELATED_EMPLOYER: 'upheld' };
    expect((await reports.decide(outcomeId, { ...RETURN, verdicts })).ok).toBe(true);
    expect(await world.owner.outcomeFindingVerdict.findMany({ where: { outcomeId } })).toMatchObject([
      { code: 'RELATED_EMPLOYER', upheld: true },
    ]);
    const page = await ask(reviewOutcome, { outcomeId }, reports.by(world.reviewer));
    expect(page.ok && page.value.findings[0]?.upheld).toBe(true);
  });
});

describe('in raw SQL', () => {
  const insert = (outcomeId: string) =>
    `INSERT INTO outcome_finding (outcome_id, code, severity, facts) VALUES ('${outcomeId}', 'EMPLOYED_BEFORE', 'hold', '{}')`;

  it('an outcome is stored whole: no finding comes to it afterwards, none is changed or taken away', async () => {
    const outcomeId = await reports.sent({ spells: spells() });
    expect(await doersOf(world, actors, [insert(outcomeId)])).toEqual([]);
    expect(
      await doersOf(world, actors, [
        `UPDATE outcome_finding SET severity = 'flag' WHERE outcome_id = '${outcomeId}'`,
      ]),
    ).toEqual([]);
    expect(
      await doersOf(world, actors, [`DELETE FROM outcome_finding WHERE outcome_id = '${outcomeId}'`]),
    ).toEqual([]);
    expect(await doersOf(world, actors, [`UPDATE outcome SET holds = 0 WHERE id = '${outcomeId}'`])).toEqual(
      [],
    );
  });

  it('nor in the transaction in which it is decided or taken back', async () => {
    const outcomeId = await reports.sent({ spells: [SPELL] });
    const decide = [
      `INSERT INTO outcome_decision (id, outcome_id, decision, decided_by_person_id, decided_at, reason)
        VALUES ('${newId()}', '${outcomeId}', 'reject', app.person_id(), now(), 'Uppgifterna stämmer inte.')`,
      `UPDATE outcome SET status = 'rejected' WHERE id = '${outcomeId}'`,
    ];
    const withdraw = [`UPDATE outcome SET status = 'withdrawn' WHERE id = '${outcomeId}'`];
    expect(await doersOf(world, actors, decide)).toEqual(['reviewer']);
    expect(await doersOf(world, [['sender', world.coach]], withdraw)).toEqual(['sender']);
    for (const severity of ['hold', 'flag']) {
      const found = insert(outcomeId).replace("'hold'", `'${severity}'`);
      // oxlint-disable-next-line no-await-in-loop -- each by itself
      expect(await doersOf(world, actors, [...decide, found])).toEqual([]);
      // oxlint-disable-next-line no-await-in-loop
      expect(await doersOf(world, [['sender', world.coach]], [...withdraw, found])).toEqual([]);
    }
  });

  it('an outcome has as many holds as were found', async () => {
    const id = await buildOutcome(world.owner, { placement, from: '2026-04-01' });
    await expect(
      world.owner
        .$executeRaw`INSERT INTO outcome (id, placement_id, number, type, "from", signalled_on, status, submitted_at, holds)
        SELECT ${newId()}::uuid, placement_id, 2, type, "from", signalled_on, 'withdrawn', now(), 1 FROM outcome WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/those that were found/);
  });

  it('a verdict is given with a decision, by who makes it', async () => {
    const outcomeId = await reports.sent({ spells: spells() });
    await reports.decide(outcomeId, { ...RETURN, verdicts: { RELATED_EMPLOYER: 'upheld' } });
    const decision = await world.owner.outcomeDecision.findFirstOrThrow({ where: { outcomeId } });
    await world.owner
      .$executeRaw`ALTER TABLE outcome_finding_verdict DISABLE TRIGGER outcome_finding_verdict_append_only`;
    await world.owner.outcomeFindingVerdict.deleteMany({ where: { outcomeId } });
    await world.owner
      .$executeRaw`ALTER TABLE outcome_finding_verdict ENABLE TRIGGER outcome_finding_verdict_append_only`;
    const verdict = `INSERT INTO outcome_finding_verdict (outcome_id, code, upheld, decision_id)
      VALUES ('${outcomeId}', 'RELATED_EMPLOYER', false, '${decision.id}')`;
    expect(await doersOf(world, [...actors, ['whoDecided', world.reviewer]], [verdict])).toEqual([]);
  });

  it('what is known of employers is told to those who see the placement alone', async () => {
    const known = `SELECT 1 WHERE app.known_employers('${placement.id}') IS NOT NULL`;
    const able = await doersOf(world, [...actors, ['stranger', world.stranger]], [known]);
    expect(able).not.toContain('stranger');
    expect(able).toContain('coach');
  });
});
