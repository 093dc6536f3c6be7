import type { Course } from '#lib/domain/signal/signal.ts';
import { typedSignal } from '#lib/schemas/signal.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { sendDocument } from '#prisma/seed/demo/stage/send-document.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { StoryCalendar } from '#prisma/seed/demo/story/calendar.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

const ASSESSOR = 'mikael-nyberg';
const DECIDER = 'sara-hakansson';

/** What a coach signals: work, or studies with the day applied. */
export type ToldSignal = {
  readonly from: PlainDate;
  readonly extentPercent: number;
  readonly employerName: string;
  readonly appliedOn?: PlainDate;
};

type Answered = {
  readonly ago: number;
  readonly act: (stage: Stage, documentId: string, at: Date) => Promise<void>;
};

/** Signals on their way: one that nobody has read, one handed up for decision, one sent back. Confirmed ones: see evidence. */
export function signalScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  return storiesOf(given.calendar).flatMap(({ name, sentAgo, signal, answered }): readonly Scene[] => {
    const part = parts.findLast(({ participant }) => participant.name === name);
    return part === undefined ? [] : scenesOf(given, part, { sentAgo, signal, answered });
  });
}

function storiesOf(calendar: StoryCalendar) {
  const { today } = calendar;
  return [
    {
      name: 'Mirela Hodžić',
      sentAgo: 1,
      signal: { from: addDays(today, 8), extentPercent: 100, employerName: 'Skärgårdens Lokalvård AB' },
      answered: null,
    },
    {
      name: 'Kateryna Bondarenko',
      sentAgo: 4,
      signal: { from: addDays(today, 12), extentPercent: 75, employerName: 'Köpings Ekonomibyrå AB' },
      answered: { ago: 2, act: handUp },
    },
    {
      name: 'Issa Niia',
      sentAgo: 3,
      signal: {
        from: addDays(today, 20),
        extentPercent: 100,
        employerName: 'Umeå yrkeshögskola',
        appliedOn: calendar.workdaysAgo(15),
      },
      answered: { ago: 1, act: sendBack },
    },
  ] satisfies readonly {
    readonly name: string;
    sentAgo: number;
    signal: ToldSignal;
    answered: Answered | null;
  }[];
}

type Told = { readonly sentAgo: number; readonly signal: ToldSignal; readonly answered: Answered | null };

/** A signal is sent, and what a caseworker makes of it. */
export function scenesOf({ stage, calendar }: Play, part: Part, told: Told): readonly Scene[] {
  const { sentAgo, signal, answered } = told;
  let documentId = '';
  const sent: Scene = {
    on: calendar.workdaysAgo(sentAgo),
    hour: 10,
    play: async (at) => {
      documentId = await sendDocument(stage, signalKind, part, typedOf(signal), at);
    },
  };
  if (answered === null) return [sent];
  const answer: Scene = {
    on: calendar.workdaysAgo(answered.ago),
    hour: 11,
    play: (at) => answered.act(stage, documentId, at),
  };
  return [sent, answer];
}

function typedOf({ appliedOn, extentPercent, ...told }: ToldSignal) {
  return typedSignal.parse({
    ...told,
    type: appliedOn === undefined ? 'employment' : 'studies',
    appliedOn: appliedOn ?? '',
    extentPercent: String(extentPercent),
  });
}

async function handUp(stage: Stage, documentId: string, at: Date): Promise<void> {
  const assessment =
    'Talar för: arbetsgivaren bekräftar anställningen på telefon, och deltagaren vill ha den. Talar emot: den är tidsbegränsad. Jag föreslår att placeringen avslutas när arbetet börjar.';
  const actor = await stage.actor(ASSESSOR);
  await stage.command(
    documentSteps(signalKind).handUp,
    { documentId, version: 1, assessment },
    { actor, at },
  );
}

async function sendBack(stage: Stage, documentId: string, at: Date): Promise<void> {
  const reason = 'Skriv vilken utbildning det är, och om deltagaren är antagen.';
  const actor = await stage.actor(DECIDER);
  const decision = { documentId, version: 1, verdict: 'return', reason, answer: { course: '' } };
  await stage.command(decideDocument(signalKind), decision, { actor, at });
}

/** A caseworker with the mandate confirms it, and says what becomes of the placement. */
export function confirm(course: Course): Answered['act'] {
  return async (stage, documentId, at) => {
    const actor = await stage.actor(DECIDER);
    const decision = { documentId, version: 1, verdict: 'approve', reason: '', answer: { course } };
    await stage.command(decideDocument(signalKind), decision, { actor, at });
  };
}
