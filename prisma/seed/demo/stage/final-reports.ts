import type { TypedFinalReport } from '#lib/domain/final-report/typed-report.ts';
import { typedFinalReport } from '#lib/schemas/final-report.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { judgeFinalReport } from '#lib/server/final-report/judge-final-report.ts';
import { setSharing } from '#lib/server/final-report/set-sharing.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import {
  HURRIED_NEXT,
  HURRIED_PROGRESS,
  NEXT,
  PROGRESS,
  RETURNED_BECAUSE,
  toldOf,
} from '#prisma/seed/demo/story/final-report-words.ts';
import { newId } from '#lib/server/ids.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** How each final report of the story went; of those who are not named nothing has been sent. */
const ENDED = {
  'Piotr Zieliński': 'shared',
  'Robert Engström': 'returned',
  'Layla Aziz': 'waiting',
} as const;
type Way = (typeof ENDED)[keyof typeof ENDED];

/**
 * Final reports: one approved, which the participant lets the next coach read; one returned because it is thin; one that
 * waits, whose text is much like others'. Those who else have ended are left to be written.
 */
export function finalReportScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  return parts.flatMap((part) => {
    const { name } = part.participant;
    const isTold = (known: string): known is keyof typeof ENDED => Object.hasOwn(ENDED, known);
    return isTold(name) && part.stay.end !== null ? scenesOf(given, { part, parts }, ENDED[name]) : [];
  });
}

type Ended = { readonly part: Part; readonly parts: readonly Part[] };

function scenesOf({ stage, calendar }: Play, { part, parts }: Ended, way: Way): readonly Scene[] {
  const { stay, placementId } = part;
  const { end, coach } = stay;
  if (end === null || coach === null)
    throw new Error('Somebody without an end or a coach has no final report');
  let documentId = '';
  const sent = way === 'shared' ? addDays(end, 2) : calendar.workdaysAgo(way === 'returned' ? 4 : 1);
  const sending: Scene = {
    on: sent,
    hour: 13,
    play: async (at) => {
      documentId = await send(stage, { placementId, coach, hurried: way === 'returned' }, at);
    },
  };
  if (way === 'waiting') return [sending];
  const deciding: Scene = {
    on: way === 'shared' ? addDays(sent, 3) : calendar.workdaysAgo(1),
    hour: 14,
    play: (at) => decide(stage, documentId, way === 'shared' ? 'approve' : 'return', at),
  };
  if (way === 'returned') return [sending, deciding];
  const after = parts.find((other) => other.participant === part.participant && other !== part);
  if (after === undefined) throw new Error('Nobody shares a report without having switched');
  return [sending, deciding, sharing(stage, { part, after }, addDays(sent, 4), () => documentId)];
}

type Sending = { readonly placementId: string; readonly coach: string; readonly hurried: boolean };

async function send(stage: Stage, { placementId, coach, hurried }: Sending, at: Date): Promise<string> {
  const actor = await stage.actor(coach);
  const asked = { placementId, replacesId: null, draftId: null };
  const { facts } = await stage.query(
    documentForm(finalReportKind),
    { ...asked, typed: null },
    { actor, at },
  );
  const content: TypedFinalReport = {
    occupation: facts.switched ? 'switched' : 'seeking',
    jobs: [],
    level: '',
    programme: '',
    weeks: '',
    seeking: facts.switched
      ? ''
      : 'Få lager i trakten anställer på dagtid, och kvällar går inte ihop med familjen.',
    other: '',
    activities: Object.fromEntries(facts.activities.map(({ activity }) => [activity, toldOf(activity)])),
    progress: hurried ? HURRIED_PROGRESS : PROGRESS,
    next: hurried ? HURRIED_NEXT : NEXT,
  };
  const typed = typedFinalReport.parse(content);
  const form = await stage.query(documentForm(finalReportKind), { ...asked, typed }, { actor, at });
  if (form.preview === null) throw new Error('A final report of the story has a fault');
  const input = { placementId, content, confirmed: form.preview.contentHash };
  return (await stage.command(submitDocument(finalReportKind), input, { actor, at })).documentId;
}

async function decide(
  stage: Stage,
  documentId: string,
  verdict: 'approve' | 'return',
  at: Date,
): Promise<void> {
  const { rows } = await stage.owner.query<{ version: number }>(
    'SELECT version FROM document WHERE id = $1',
    [documentId],
  );
  const version = rows[0]?.version;
  const reason = verdict === 'return' ? RETURNED_BECAUSE : '';
  const actor = await stage.actor('anders-wiklund');
  await stage.command(
    decideDocument(finalReportKind),
    { documentId, version, verdict, reason, answer: {} },
    { actor, at },
  );
}

/** The participant lets the next coach read it, and a caseworker says whether one can plan from it. */
function sharing(
  stage: Stage,
  { part, after }: { readonly part: Part; readonly after: Part },
  on: Scene['on'],
  documentId: () => string,
): Scene {
  return {
    on,
    hour: 10,
    play: async (at) => {
      const { switchId, participantId } = await writeSwitch(stage, part, after);
      const actor = await stage.participant(participantId);
      await stage.command(
        setSharing,
        { switchId, what: 'finalReport', given: true, number: 0 },
        { actor, at },
      );
      const caseworker = await stage.actor('mikael-nyberg');
      const verdict = { documentId: documentId(), verdict: 'yes', missing: '' };
      await stage.command(judgeFinalReport, verdict, { actor: caseworker, at });
    },
  };
}

/** The switch that the case system knew of before the portal, as the participant made it. */
async function writeSwitch(
  stage: Stage,
  part: Part,
  after: Part,
): Promise<{ readonly switchId: string; readonly participantId: string }> {
  const switchId = newId();
  const { rows } = await stage.owner.query<{ participantId: string }>(
    `INSERT INTO provider_switch (id, participant_id, from_placement_id, to_placement_id, reason, decided_at, effective_on, share_plan)
     SELECT $1, participant_id, id, $3, 'heardGood', ("end" - 8)::timestamptz, "end", true FROM placement WHERE id = $2
     RETURNING participant_id AS "participantId"`,
    [switchId, part.placementId, after.placementId],
  );
  if (rows[0] === undefined) throw new Error(`No placement ${part.placementId}`);
  return { switchId, participantId: rows[0].participantId };
}
