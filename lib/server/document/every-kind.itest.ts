import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { DocumentKind } from '#lib/domain/document/document.ts';
import { GOOD_REPORTS } from '#lib/domain/final-report/testing/good-reports.ts';
import { typedFinalReport } from '#lib/schemas/final-report.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import type { DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { finalReportKind } from '#lib/server/final-report/final-report-kind.ts';
import { newId } from '#lib/server/ids.ts';
import { informativeReportKind } from '#lib/server/informative-report/informative-report-kind.ts';
import { interruptionRequestKind } from '#lib/server/interruption-request/interruption-request-kind.ts';
import {
  buildDecisionWorld,
  codeOf,
  type DecisionWorld,
  valueOf,
  ways,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import { signalKind } from '#lib/server/signal/signal-kind.ts';
import { supportedEmploymentKind } from '#lib/server/supported-employment/supported-employment-kind.ts';
import { buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

// The way that all kinds share, gone by each of them: what a kind decides, and what is late of it, stands in its own tests.
type Settles = 'assessor' | 'decider' | 'reviewer';
type Given = {
  readonly content: object;
  /** What another version says otherwise. */
  readonly corrected: object;
  /** When it is sent; the placement is from 2 January to 30 June 2026 where nothing else is given. */
  readonly day: string;
  readonly end?: string;
  readonly settledBy: Settles;
  /** The last day for it; null: it has none. */
  readonly dueOn: string | null;
};
type More = { readonly replacesId?: string; readonly why?: string; readonly draftId?: string };

/** A kind with its ways, whatever it is about. */
function tried<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
  { content, corrected, ...given }: Given,
) {
  const { kind } = definition;
  const typed = definition.typed.parse(content);
  const other = definition.typed.parse({ ...content, ...corrected });
  const on = (world: DecisionWorld) => {
    const { submit, ...more } = ways(world, definition);
    const asked = { replacesId: null, draftId: null, typed: null };
    return {
      ...more,
      submit: (placementId: string, actor: Actor, change: More = {}) =>
        submit(placementId, change.why === undefined ? typed : other, world.at(actor, given.day), change),
      keep: (placementId: string, draftId: string, actor: Actor) =>
        world.run(
          saveDocumentDraft(definition),
          { placementId, draftId, content },
          world.at(actor, given.day),
        ),
      draftSeenBy: async (placementId: string, actor: Actor) =>
        valueOf(
          await world.read(documentForm(definition), { placementId, ...asked }, world.at(actor, given.day)),
        ).draft?.draftId,
    };
  };
  return { ...given, kind, on };
}

const KINDS: readonly ({ readonly kind: DocumentKind } & ReturnType<typeof tried>)[] = [
  tried(deviationReportKind, {
    content: { cause: 'sick', from: '2026-03-18', expected: '2 tim', absent: '2 tim' },
    corrected: { absent: '1 tim' },
    day: '2026-03-18',
    settledBy: 'assessor',
    dueOn: null,
  }),
  tried(informativeReportKind, {
    content: { category: 'aid', text: 'En arbetsstol behövs för att praktiken ska gå.', answerBy: '' },
    corrected: { text: 'En arbetsstol och ett bord behövs för att praktiken ska gå.' },
    day: '2026-03-02',
    settledBy: 'assessor',
    dueOn: null,
  }),
  tried(supportedEmploymentKind, {
    content: {
      employerName: 'Bageriet i Ronneby AB',
      employerKind: 'organisation',
      employerOrgNo: '559945-8022',
      contact: 'Eva Ek, 0457-000 00',
      duties: 'Baka och packa',
      extentPercent: '75',
      message: '',
      startsOn: '2026-03-16',
      support: 'newStart',
      answerBy: '2026-03-09',
    },
    corrected: { duties: 'Baka, packa och köra ut' },
    day: '2026-03-02',
    settledBy: 'assessor',
    dueOn: null,
  }),
  tried(interruptionRequestKind, {
    content: {
      cause: 'doesNotTakePart',
      happened: 'Deltagaren har inte kommit till något möte på fem veckor.',
      adapted: 'Vi har bytt till telefonmöten och andra tider på dagen.',
      said: 'Jag orkar inte åka så långt.',
      lastDay: '2026-05-29',
    },
    corrected: { cause: 'ownWish' },
    day: '2026-05-18',
    settledBy: 'decider',
    dueOn: null,
  }),
  tried(extensionKind, {
    content: {
      done: 'Vi har haft tjugo möten och fyra studiebesök hos arbetsgivare.',
      progress: 'Deltagaren kan nu presentera sig på svenska för en arbetsgivare.',
      remains: 'Svenskan på arbetsplatsen, och att hitta rätt bransch att söka i.',
      why: 'En period till ger tid för praktik hos två arbetsgivare som har sagt ja.',
      aim: 'Anställning i lager eller butik före periodens slut, på minst halvtid.',
    },
    corrected: { remains: 'Bara att hitta rätt arbetsgivare, helst på gångavstånd.' },
    day: '2026-06-01',
    settledBy: 'decider',
    dueOn: '2026-06-09',
  }),
  tried(signalKind, {
    content: {
      about: '',
      type: 'employment',
      extentPercent: '100',
      from: '2026-04-01',
      appliedOn: '',
      employerName: 'Bageriet i Ronneby AB',
    },
    corrected: { about: 'same', extentPercent: '80' },
    day: '2026-03-02',
    settledBy: 'decider',
    dueOn: '2026-08-31',
  }),
  tried(finalReportKind, {
    content: { ...typedFinalReport.parse(GOOD_REPORTS[0]), activities: {} },
    corrected: {
      progress:
        'Deltagaren söker numera själv två arbeten i veckan och ringer arbetsgivare utan stöd, vilket vi övade på i april.',
    },
    day: '2026-05-11',
    end: '2026-05-09',
    settledBy: 'reviewer',
    // Five working days after Friday 8 May; Ascension Day is none.
    dueOn: '2026-05-18',
  }),
];

let world: DecisionWorld;
let reporter: ProviderActor;
let settlers: Readonly<Record<Settles, AuthorityActor>>;
/** The coach, at the authority as well. */
let own: Readonly<Record<Settles, AuthorityActor>>;
beforeAll(async () => {
  world = await buildDecisionWorld();
  const { owner, coach, assessor, decider } = world;
  reporter = await world.staff('reporter', world.office, [world.office]);
  settlers = { assessor, decider, reviewer: await buildAuthorityActor(owner, 'reviewer') };
  const person = { id: coach.personId, givenName: coach.givenName, familyName: coach.familyName };
  own = {
    assessor: await buildAuthorityActor(owner, 'caseworker', { person, caseMandate: 'assess' }),
    decider: await buildAuthorityActor(owner, 'caseworker', { person, caseMandate: 'decide' }),
    reviewer: await buildAuthorityActor(owner, 'reviewer', { person }),
  };
});
afterAll(() => world.close());

const RETURN = { verdict: 'return', reason: 'Skriv mer om vad som har hänt.', answer: {} };
const WRONG: Readonly<Record<Settles, readonly (readonly [Settles, string])[]>> = {
  assessor: [['reviewer', 'forbidden']],
  decider: [
    ['assessor', 'mandateMissing'],
    ['reviewer', 'forbidden'],
  ],
  reviewer: [
    ['assessor', 'forbidden'],
    ['decider', 'forbidden'],
  ],
};

describe.each(KINDS)('$kind', ({ on, day, end, settledBy, dueOn }) => {
  const placed = () => world.place(end === undefined ? {} : { end, endReason: 'switch' });
  const at = (actor: Actor) => world.at(actor, day);
  const sent = async (placementId: string, change: More = {}): Promise<string> =>
    valueOf(await on(world).submit(placementId, world.coach, change)).documentId;

  it('is kept while it is written, gone on with by a colleague, and sent by its day', async () => {
    const { id } = await placed();
    const draftId = newId();
    valueOf(await on(world).keep(id, draftId, world.coach));
    expect(await on(world).draftSeenBy(id, reporter)).toBe(draftId);
    const { documentId } = valueOf(await on(world).submit(id, reporter, { draftId }));
    expect(await world.owner.documentDraft.count({ where: { placementId: id } })).toBe(0);
    expect(await on(world).stored(documentId)).toMatchObject({
      status: 'submitted',
      submittedByPersonId: reporter.personId,
      dueOn: dueOn === null ? null : new Date(dueOn),
    });
  });

  it('that is returned is completed by a version that takes its place', async () => {
    const { id } = await placed();
    const first = await sent(id);
    valueOf(await on(world).decide(first, RETURN, at(settlers[settledBy])));
    expect(await on(world).stored(first)).toMatchObject({ status: 'returned' });
    const second = await sent(id, { replacesId: first, why: 'Nu är det med.' });
    expect(await on(world).stored(first)).toMatchObject({ status: 'superseded' });
    expect(await on(world).stored(second)).toMatchObject({ supersedesId: first, threadId: first, number: 2 });
  });

  it('is corrected with why, and taken back until somebody has begun', async () => {
    const { id } = await placed();
    const first = await sent(id);
    expect(codeOf(await on(world).submit(id, world.coach, { replacesId: first, why: '' }))).toBe(
      'invalidInput',
    );
    const second = await sent(id, { replacesId: first, why: 'Det var fel dag i den förra.' });
    expect(await on(world).stored(first)).toMatchObject({ status: 'superseded' });
    valueOf(await on(world).withdraw(second, at(world.coach)));
    const third = await sent(id);
    valueOf(await on(world).take(third, at(settlers[settledBy])));
    expect(codeOf(await on(world).withdraw(third, at(world.coach)))).toBe('reviewBegun');
  });

  it('is sent and read by nobody of another office or provider, nor sent by the authority or the participant', async () => {
    const { id, participant } = await placed();
    const documentId = await sent(id);
    for (const actor of [world.elsewhereCoach, world.stranger]) {
      expect(codeOf(await on(world).submit(id, actor))).toBe('notFound');
      expect(codeOf(await on(world).page(documentId, at(actor)))).toBe('notFound');
      expect(codeOf(await on(world).withdraw(documentId, at(actor)))).toBe('notFound');
    }
    for (const actor of [settlers[settledBy], await buildParticipantActor(world.owner, participant)])
      expect(codeOf(await on(world).submit(id, actor))).toBe('forbidden');
  });

  it('is settled by nobody who sent it, without the mandate, or with a protected identity unnamed', async () => {
    const { id } = await placed();
    const documentId = await sent(id);
    expect(codeOf(await on(world).decide(documentId, RETURN, at(own[settledBy])))).toBe('forbidden');
    for (const [who, code] of WRONG[settledBy])
      expect(codeOf(await on(world).decide(documentId, RETURN, at(settlers[who])))).toBe(code);
    await world.owner.placement.update({ where: { id }, data: { protected: true } });
    expect(codeOf(await on(world).decide(documentId, RETURN, at(settlers[settledBy])))).toBe('notFound');
  });
});
