import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import { saveMonthDraft } from '#lib/server/month/save-month-draft.ts';
import { attestPreview } from '#lib/server/report/attest-preview.ts';
import { attestReports } from '#lib/server/report/attest-reports.ts';
import { attestCorrection } from '#lib/server/report/correction/attest-correction.ts';
import { decideReportCorrection } from '#lib/server/report/correction/decide-correction.ts';
import { previewCorrection } from '#lib/server/report/correction/preview-correction.ts';
import { saveCorrection } from '#lib/server/report/correction/save-correction.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { factsOf, findPlacementRow } from '#lib/server/statement/placement-facts.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { month as monthOf } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

export const MONTH = monthOf('2026-03');
export const NOW = new Date('2026-04-02T08:00:00Z');
/** After the tenth, by which March was due. */
export const LATER = new Date('2026-04-20T08:00:00Z');
export const WHY = 'Mötet den 12 mars skrevs in på fel deltagare.';

const meeting = (minutes: number) => ({ activity: 'individualMeeting', form: 'onSite', minutes });

export type CorrectionStage = Awaited<ReturnType<typeof buildStage>>;

/** A provider that has sent a month, with the people who correct it and the people who decide on that. */
export async function buildStage() {
  const world = await buildWorld();
  const person = await buildPerson(world.owner, { email: 'granskare@example.test' });
  const reviewer = await buildAuthorityActor(world.owner, 'reviewer', { person });
  const colleague = await buildAuthorityActor(world.owner, 'reviewer');
  return { world, reviewer, colleague, close: () => world.close() };
}

export type Sent = {
  readonly office: BuiltOffice;
  readonly coach: ProviderActor;
  readonly signatory: ProviderActor;
  readonly placement: BuiltPlacement;
  readonly reportId: string;
};

async function must<Value>(
  result: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>,
): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(JSON.stringify(settled.error));
  return settled.value;
}

/** One participant's month at an office of its own, with five hours on site, sent on 2 April. */
export async function sendMonth(world: World): Promise<Sent> {
  const office = await buildOffice(world.owner, { provider: world.office.provider });
  const coach = await world.staff('coach', office, [office]);
  const signatory = await world.staff('signatory', office, [office]);
  const placement = await buildPlacement(world.owner, { office });
  await buildPlan(world.owner, { placement });
  const rows = [meeting(300)];
  const draft = { placementId: placement.id, month: MONTH, version: 0, rows };
  await must(world.run(saveMonthDraft, draft, { actor: coach, now: NOW }));
  const shown = await must(
    world.read(attestPreview, { month: MONTH, office: '' }, { actor: signatory, now: NOW }),
  );
  const contentHash = shown.contentHash ?? '';
  const { sessionId } = signatory;
  await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: NOW });
  const reports = shown.rows.map(({ placementId, draftVersion }) => ({ placementId, draftVersion }));
  const input = { month: MONTH, onHonour: true, reports, contentHash };
  const { reportIds } = await must(world.run(attestReports, input, { actor: signatory, now: NOW }));
  return { office, coach, signatory, placement, reportId: reportIds[0] ?? '' };
}

export async function decide(
  world: World,
  actor: AuthorityActor,
  reportId: string,
  decision: 'approve' | 'proposeReject' | 'reject' | 'return',
  now = NOW,
) {
  const { version } = await world.owner.report.findUniqueOrThrow({ where: { id: reportId } });
  const why = { reasonCode: 'minutes', reason: 'Loggen säger något annat.' };
  return await world.run(decideOnReport, { reportId, version, decision, ...why }, { actor, now });
}

export async function draftCorrection(
  world: World,
  { reportId, coach }: Pick<Sent, 'reportId' | 'coach'>,
  minutes: number,
  { version = 0, now = LATER }: { readonly version?: number; readonly now?: Date } = {},
) {
  const input = { reportId, version, reason: WHY, rows: [meeting(minutes)] };
  return await world.run(saveCorrection, input, { actor: coach, now });
}

type Signing = {
  readonly actor?: ProviderActor;
  readonly now?: Date;
  readonly stepUp?: boolean;
  readonly key?: string;
};

/** Signs the written correction as it is shown. */
export async function signCorrection(
  world: World,
  { reportId, signatory }: Pick<Sent, 'reportId' | 'signatory'>,
  { actor = signatory, now = LATER, stepUp = true, key }: Signing = {},
) {
  const shown = await must(world.read(previewCorrection, { reportId }, { actor: signatory, now }));
  const { correctionId, version } = shown;
  const contentHash = shown.contentHash ?? ''.padStart(64, '0');
  const { sessionId } = actor;
  if (stepUp) await buildStepUp(world.owner, { sessionId, purpose: 'attestReports', contentHash, at: now });
  const input = { correctionId, version, contentHash, onHonour: true };
  return await world.run(attestCorrection, input, { actor, now, ...(key === undefined ? {} : { key }) });
}

export async function decideCorrection(
  world: World,
  actor: AuthorityActor,
  correctionId: string,
  decision: 'approve' | 'reject',
  given: { readonly version?: number; readonly key?: string } = {},
) {
  const stands = await world.owner.reportCorrection.findUniqueOrThrow({ where: { id: correctionId } });
  const version = given.version ?? stands.version;
  const why = { reasonCode: 'minutes', reason: 'Loggen säger något annat.' };
  const at = { actor, now: LATER, ...(given.key === undefined ? {} : { key: given.key }) };
  return await world.run(decideReportCorrection, { correctionId, version, decision, ...why }, at);
}

/** What the month's reports are to a statement with some day as its cut-off. */
export async function reportFacts(
  world: World,
  placementId: string,
  asOf: string,
): Promise<PlacementFacts['reports']> {
  const day = plainDate(asOf);
  return await world.owner.$transaction(async (tx) => {
    const row = await findPlacementRow(tx, placementId, day);
    const facts = row === null ? null : factsOf(row, day);
    if (facts?.ok !== true) throw new Error(JSON.stringify(facts));
    return facts.value.reports;
  });
}

export const versionsOf = async (world: World, placementId: string) =>
  await world.owner.report.findMany({
    where: { placementId },
    orderBy: { number: 'asc' },
    include: { rows: true, findings: true, decisions: true },
  });
