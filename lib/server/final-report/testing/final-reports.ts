import type { Actor, AuthorityActor, ParticipantActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { TypedFinalReport } from '#lib/domain/final-report/typed-report.ts';
import { GOOD_REPORTS } from '#lib/domain/final-report/testing/good-reports.ts';
import { typedFinalReport } from '#lib/schemas/final-report.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { newId } from '#lib/server/ids.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildPlan } from '#lib/server/testing/builders/plan.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { addDays, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

/** Friday 8 May 2026 is the last day of the placements that were switched away from. */
export const END = plainDate('2026-05-09');
export const AFTER = new Date('2026-05-11T09:00:00Z');

export type FinalReports = World & {
  readonly coach: ProviderActor;
  readonly nextCoach: ProviderActor;
  readonly reviewer: AuthorityActor;
  readonly caseworker: AuthorityActor;
  /** Somebody who has switched from the world's office to the one elsewhere, with two activities in the log. */
  readonly switched: (given?: {
    readonly sharePlan?: boolean;
    readonly shareFinalReport?: boolean;
  }) => Promise<Switched>;
  readonly previewed: (
    placementId: string,
    content: TypedFinalReport,
    replacesId?: string,
  ) => Promise<Previewed>;
  readonly send: (
    placementId: string,
    change?: object,
    actor?: Actor,
    now?: Date,
  ) => ReturnType<World['run']>;
  readonly sent: (placementId: string, change?: object) => Promise<string>;
  readonly decide: (
    documentId: string,
    verdict: 'approve' | 'return',
    actor?: Actor,
  ) => ReturnType<World['run']>;
  readonly seen: (documentId: string) => Promise<{ readonly documentId: string; readonly version: number }>;
};

export type Switched = {
  readonly before: BuiltPlacement;
  readonly after: BuiltPlacement;
  readonly switchId: string;
  readonly participant: ParticipantActor;
};
type Previewed = { readonly contentHash: string; readonly remarks: readonly string[] };

/** The first of the good reports: of individual meetings and contacts with employers, with work at the end. */
export function goodReport(at = 0): TypedFinalReport {
  const report = GOOD_REPORTS[at];
  if (report === undefined) throw new RangeError(`There are ${GOOD_REPORTS.length} reports`);
  return report;
}

/** A world in which placements end, with who writes, reviews and reads their final reports. */
export async function buildFinalReports(): Promise<FinalReports> {
  const world = await buildWorld();
  const coach = await world.staff('coach', world.office, [world.office]);
  const nextCoach = await world.staff('coach', world.elsewhere, [world.elsewhere]);
  const reviewer = await buildAuthorityActor(world.owner, 'reviewer');
  const caseworker = await buildAuthorityActor(world.owner, 'caseworker', { caseMandate: 'assess' });
  const previewed = async (
    placementId: string,
    typed: TypedFinalReport,
    replacesId: string | null = null,
  ): Promise<Previewed> => {
    const asked = { placementId, replacesId, draftId: null, typed: typedFinalReport.parse(typed) };
    const form = await world.read(documentForm(finalReportKind), asked, { actor: coach, now: AFTER });
    const preview = form.ok ? form.value.preview : null;
    return {
      contentHash: preview?.contentHash ?? '',
      remarks: preview?.remarks.map(({ message }) => message) ?? [],
    };
  };
  const seen = async (documentId: string) => {
    const { version } = await world.owner.document.findUniqueOrThrow({ where: { id: documentId } });
    return { documentId, version };
  };
  const send: FinalReports['send'] = async (placementId, change = {}, actor = coach, now = AFTER) => {
    const input = { placementId, content: goodReport(), replacesId: null, ...change };
    const { contentHash } = await previewed(placementId, input.content, input.replacesId ?? undefined);
    return await world.run(
      submitDocument(finalReportKind),
      { confirmed: contentHash, ...input },
      { actor, now },
    );
  };
  return {
    ...world,
    coach,
    nextCoach,
    reviewer,
    caseworker,
    previewed,
    send,
    seen,
    switched: (given) => buildSwitched(world, coach.personId, given),
    async sent(placementId, change) {
      const result = await send(placementId, change);
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      return (result.value as { documentId: string }).documentId;
    },
    async decide(documentId, verdict, actor = reviewer) {
      const reason = verdict === 'return' ? 'Skriv vad som inte fungerade med telefonmötena.' : '';
      const input = { ...(await seen(documentId)), verdict, reason, answer: {} };
      return await world.run(decideDocument(finalReportKind), input, { actor, now: AFTER });
    },
  };
}

async function buildSwitched(
  { owner, office, elsewhere }: World,
  coachPersonId: string,
  given: { readonly sharePlan?: boolean; readonly shareFinalReport?: boolean } = {},
): Promise<Switched> {
  const before = await buildPlacement(owner, { office, end: END, endReason: 'switch', coachPersonId });
  const after = await buildPlacement(owner, {
    office: elsewhere,
    participant: before.participant,
    from: END,
  });
  await buildPlan(owner, {
    placement: before,
    activities: ['individualMeeting', 'employerContacts', 'ownWork'],
  });
  await owner.activityEntry.createMany({
    data: [-40, -20, -3].flatMap((days) =>
      (['individualMeeting', 'employerContacts'] as const).map((activity) => ({
        id: newId(),
        placementId: before.id,
        date: toUtcDate(addDays(END, days)),
        activity,
        form: 'onSite' as const,
        minutes: 60,
        createdByPersonId: coachPersonId,
      })),
    ),
  });
  const switchId = newId();
  await owner.providerSwitch.create({
    data: {
      id: switchId,
      participantId: before.participant.id,
      fromPlacementId: before.id,
      toPlacementId: after.id,
      decidedAt: toUtcDate(addDays(END, -8)),
      effectiveOn: toUtcDate(END),
      sharePlan: given.sharePlan ?? false,
      shareFinalReport: given.shareFinalReport ?? false,
    },
  });
  return { before, after, switchId, participant: await buildParticipantActor(owner, before.participant) };
}
