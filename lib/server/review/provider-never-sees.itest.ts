import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { monthPage } from '#lib/server/month/month-page.ts';
import { participantCard } from '#lib/server/placement/participant-card.ts';
import {
  buildStage,
  type CorrectionStage,
  decide,
  MONTH,
  NOW,
  type Sent,
  sendMonth,
} from '#lib/server/report/correction/testing/correction-stage.ts';
import { showReport } from '#lib/server/report/correction/show-report.ts';
import { reportsByMonth } from '#lib/server/report/reports-by-month.ts';
import { reportWithVersions } from '#lib/server/report/report-with-versions.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { todoList } from '#lib/server/todo/todo-list.ts';

// What providers never learn: risk, the way a report goes, samples, verdicts on checks, and who at the authority has it.
let stage: CorrectionStage;
let sent: Sent;
let client: Actor;
beforeAll(async () => {
  stage = await buildStage();
  sent = await sendMonth(stage.world);
  const { owner } = stage.world;
  await owner.$executeRaw`ALTER TABLE report DISABLE TRIGGER USER`;
  await owner.report.update({
    where: { id: sent.reportId },
    data: { risk: 77, holds: 1, route: 'person', routeReason: 'sample' },
  });
  await owner.$executeRaw`ALTER TABLE report ENABLE TRIGGER USER`;
  await owner.checkFinding.create({
    data: { reportId: sent.reportId, code: 'MANDATORY_MISSING', severity: 'hold', facts: {} },
  });
  await decide(stage.world, stage.reviewer, sent.reportId, 'proposeReject');
  client = await buildApiClient(owner, { provider: sent.office.provider });
});
afterAll(() => stage.close());

async function read<I, O>(query: Query<I, O>, input: I, actor: Actor): Promise<string> {
  const result = await ask(query, input, { database: stage.world.app, actor, now: NOW });
  if (!result.ok) throw new Error(`${query.name}: ${result.error.code}`);
  return JSON.stringify(result.value);
}

const SECRET =
  /"(risk|route|routeReason|sampled?|verdicts?|upheld|precision|takenBy\w*|decidedBy\w*)"|\b77\b/i;

test('no page and no answer to a provider tells it', async () => {
  const { reportId, placement, coach, signatory } = sent;
  const told = [
    await read(showReport, { reportId }, coach),
    await read(showReport, { reportId }, signatory),
    await read(monthPage, { month: MONTH, placementId: placement.id }, coach),
    await read(todoList, { mine: false }, coach),
    await read(participantCard, { placementId: placement.id }, coach),
    await read(reportsByMonth, { month: MONTH }, client),
    await read(reportWithVersions, { reportId }, client),
  ];
  for (const answer of told) expect(answer).not.toMatch(SECRET);
  // It is proven of something: each tells of the report or of the participant.
  expect(told[0]).toContain('proposeReject');
  // Kronor are for those who see money.
  expect(told[0]).toContain('"effectOre":null');
  expect(told[1]).not.toContain('"effectOre":null');
  const { givenName } = stage.reviewer;
  for (const answer of told) expect(answer).not.toContain(`${givenName} ${stage.reviewer.familyName}`);
});

test('nor does the database tell verdicts to any role of a provider', async () => {
  await decide(stage.world, stage.reviewer, sent.reportId, 'approve');
  expect(await stage.world.owner.findingVerdict.count()).toBeGreaterThan(0);
  const result = await stage.world.app.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.role', 'signatory', true), set_config('app.provider_id', ${sent.office.provider.id}, true),
      set_config('app.offices', 'all', true), set_config('app.person_id', ${sent.signatory.personId}, true)`;
    return await tx.findingVerdict.count();
  });
  expect(result).toBe(0);
});
