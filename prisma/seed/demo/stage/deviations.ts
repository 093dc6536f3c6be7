import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { typedDeviation } from '#lib/schemas/deviation-report.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { addDays, isoWeekday, type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

const COACH = 'amina-warsame';
const CASEWORKER = 'mikael-nyberg';
/** Days before the one that is wanted, among which one without entries in the log is looked for. */
const DAYS_BACK = 6;
const SATURDAY = 6;

type Typed = Readonly<Record<string, string>>;
type Sent = { readonly documentId: string };

/** What a coach has reported in the last days: received, waiting, taken, sent back. */
export function deviationScenes({ stage, calendar }: Play, parts: readonly Part[]): readonly Scene[] {
  const own = parts.filter(
    ({ stay, participant }) =>
      stay.coach === COACH &&
      stay.plan !== null &&
      !participant.protected &&
      stay.end === null &&
      stay.periods.some(({ from, to }) => from <= calendar.workdaysAgo(10) && to > calendar.today),
  );
  return STORIES.flatMap((story, index): readonly Scene[] => {
    const part = own[index];
    if (part === undefined) return [];
    let sent: Sent | null = null;
    const scene: Scene = {
      on: calendar.workdaysAgo(story.sentAgo),
      hour: 14,
      play: async (at) => {
        sent = await report(stage, part.placementId, story.typed, at);
      },
    };
    const { answered } = story;
    if (answered === null) return [scene];
    return [
      scene,
      {
        on: calendar.workdaysAgo(answered.ago),
        hour: 15,
        play: async (at) => {
          if (sent !== null) await answer(stage, sent, answered.act, at);
        },
      },
    ];
  });
}

type Act =
  | { readonly kind: 'take' }
  | { readonly kind: 'approve'; readonly next: string }
  | { readonly kind: 'return'; readonly reason: string };

const STORIES: readonly {
  readonly sentAgo: number;
  readonly typed: Typed;
  readonly answered: { readonly ago: number; readonly act: Act } | null;
}[] = [
  {
    sentAgo: 3,
    typed: { cause: 'sick', expected: '2 tim', absent: '2 tim', notified: 'before' },
    answered: { ago: 2, act: { kind: 'approve', next: '' } },
  },
  {
    sentAgo: 1,
    typed: { cause: 'unknown', expected: '1 tim 30 min', absent: '1 tim 30 min', reached: 'no' },
    answered: null,
  },
  {
    sentAgo: 4,
    typed: {
      cause: 'declinedJob',
      what: 'Vikariat som lagerarbetare i Köping, heltid från måndag.',
      reason: 'Deltagaren säger att bussarna inte passar arbetstiderna.',
    },
    answered: {
      ago: 2,
      act: {
        kind: 'return',
        reason: 'Skriv hur lång restiden skulle bli, och om ni har talat om andra sätt att ta sig dit.',
      },
    },
  },
  {
    sentAgo: 2,
    typed: {
      cause: 'otherKnown',
      otherKind: 'interview',
      expected: '2 tim',
      absent: '1 tim',
      notified: 'before',
    },
    answered: { ago: 1, act: { kind: 'take' } },
  },
  {
    sentAgo: 5,
    typed: {
      cause: 'cannotBenefit',
      problem: 'Deltagaren följer inte med i kursen på svenska trots språkstöd.',
      done: 'Vi har bytt till enskilda möten och gått igenom materialet i förväg.',
      adapted: 'Kortare pass, tolk på vartannat möte.',
    },
    answered: {
      ago: 3,
      act: { kind: 'approve', next: 'Vi kallar till ett gemensamt samtal om nästa steg.' },
    },
  },
];

/** The coach reports it as the form does: previewed, then sent. */
async function report(stage: Stage, placementId: string, typed: Typed, at: Date): Promise<Sent> {
  const actor = await stage.actor(COACH);
  const asked = { placementId, replacesId: null, draftId: null };
  const { facts } = await stage.query(
    documentForm(deviationReportKind),
    { ...asked, typed: null },
    { actor, at },
  );
  const today = plainDateFromDate(at);
  // Where every day has something in the log both stand: the form would ask.
  const content = { ...typed, from: dayWithout(facts.logged, today), keepLogged: 'on' };
  const shown = await stage.query(
    documentForm(deviationReportKind),
    { ...asked, typed: typedDeviation.parse(content) },
    { actor, at },
  );
  const confirmed = shown.preview?.contentHash;
  return await stage.command(
    submitDocument(deviationReportKind),
    { placementId, content, confirmed },
    { actor, at },
  );
}

/** The latest weekday by today with nothing in the log: who was away did nothing. */
function dayWithout(logged: readonly { readonly date: PlainDate }[], today: PlainDate): PlainDate {
  const days = Array.from({ length: DAYS_BACK }, (_, ago) => addDays(today, -ago));
  const free = days.find((day) => isoWeekday(day) < SATURDAY && !logged.some(({ date }) => date === day));
  return free ?? today;
}

async function answer(stage: Stage, { documentId }: Sent, act: Act, at: Date): Promise<void> {
  const actor = await stage.actor(CASEWORKER);
  const seen = { documentId, version: 1 };
  if (act.kind === 'take') {
    await stage.command(documentSteps(deviationReportKind).take, seen, { actor, at });
    return;
  }
  const [reason, next] = act.kind === 'return' ? [act.reason, ''] : ['', act.next];
  await stage.command(
    decideDocument(deviationReportKind),
    { ...seen, verdict: act.kind, reason, answer: { next } },
    { actor, at },
  );
}
