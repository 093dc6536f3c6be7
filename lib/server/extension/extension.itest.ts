import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionConfirmation } from '#lib/domain/extension/decide-extension.ts';
import { discardDocumentDraft, saveDocumentDraft } from '#lib/server/document/document-draft.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { newId } from '#lib/server/ids.ts';
import { declineExtension, extendPlacement } from '#lib/server/placement-decision/extend-placement.ts';
import { prepareDecision } from '#lib/server/placement-decision/prepare-decision.ts';
import {
  buildDecisionWorld,
  codeOf,
  type DecisionWorld,
  valueOf,
  ways,
} from '#lib/server/placement-decision/testing/decision-world.ts';
import type { BuiltPlacement } from '#lib/server/testing/builders/placement.ts';

let world: DecisionWorld;
let on: ReturnType<typeof basisWays>;
const basisWays = (given: DecisionWorld) => ways(given, extensionKind);
beforeAll(async () => {
  world = await buildDecisionWorld();
  on = basisWays(world);
});
afterAll(() => world.close());

const TYPED = {
  done: 'Vi har haft tjugo möten och fyra studiebesök hos arbetsgivare.',
  progress: 'Deltagaren kan nu presentera sig på svenska för en arbetsgivare.',
  remains: 'Svenskan på arbetsplatsen, och att hitta rätt bransch att söka i.',
  why: 'En period till ger tid för praktik hos två arbetsgivare som har sagt ja.',
  aim: 'Anställning i lager eller butik före periodens slut, på minst halvtid.',
};
const WHY = 'Praktiken är bokad och målet är nära.';

/** A basis of a placement of its own, sent on 1 June 2026. */
async function sent(day = '2026-06-01'): Promise<{ placement: BuiltPlacement; documentId: string }> {
  const placement = await world.place();
  const { documentId } = valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, day)));
  return { placement, documentId };
}

/** What the page of the document says that an approval would do to the kronor. */
async function confirmedBy(documentId: string, day: string): Promise<string> {
  const { placement, facts, today } = valueOf(await on.page(documentId, world.at(world.decider, day)));
  return extensionConfirmation({ placement, facts, today }) ?? '';
}

async function approve(documentId: string, day: string, actor = world.decider) {
  const answer = { confirmed: await confirmedBy(documentId, day) };
  return await on.decide(documentId, { verdict: 'approve', reason: WHY, answer }, world.at(actor, day));
}

const periodsOf = (placementId: string) =>
  world.owner.servicePeriod.findMany({ where: { placementId }, orderBy: { number: 'asc' } });

it('gives a second period of 180 days from the end of the first, with the same coach and a reference of its own', async () => {
  const { placement, documentId } = await sent();
  valueOf(
    await on.handUp(
      documentId,
      'Målet är tydligt och praktiken är bokad.',
      world.at(world.assessor, '2026-06-03'),
    ),
  );
  valueOf(await approve(documentId, '2026-06-04'));
  const [first, second] = await periodsOf(placement.id);
  // 180 days from 1 July 2026: through 27 December.
  expect(second).toMatchObject({
    number: 2,
    from: new Date('2026-07-01'),
    to: new Date('2026-12-28'),
  });
  expect(second?.from).toEqual(first?.to);
  expect(second?.implementationReference).toMatch(/^9\d{8}$/);
  const stored = await world.owner.placement.findUniqueOrThrow({ where: { id: placement.id } });
  expect(stored).toMatchObject({
    to: new Date('2026-12-28'),
    end: null,
    coachPersonId: world.coach.personId,
  });
  const decisions = await world.owner.placementDecision.findMany({ where: { placementId: placement.id } });
  expect(decisions).toMatchObject([
    { kind: 'extension', documentId, reason: WHY, decidedByPersonId: world.decider.personId },
  ]);
});

it('is due the terms’ days before the last day, and a later one is late', async () => {
  const inTime = await sent('2026-06-09');
  const late = await sent('2026-06-10');
  // 21 days before 30 June.
  expect(await on.stored(inTime.documentId)).toMatchObject({ dueOn: new Date('2026-06-09') });
  expect(await on.stored(late.documentId)).toMatchObject({
    dueOn: new Date('2026-06-09'),
    submittedOn: new Date('2026-06-10'),
  });
});

it('is not settled by who assesses, neither given, refused nor returned', async () => {
  const { documentId } = await sent();
  for (const verdict of ['approve', 'reject', 'return'])
    expect(
      codeOf(await on.decide(documentId, { verdict, reason: WHY }, world.at(world.assessor, '2026-06-02'))),
    ).toBe('mandateMissing');
});

it('is handed up once: what completes a returned one comes back to those who decide', async () => {
  const { placement, documentId } = await sent();
  valueOf(
    await on.handUp(
      documentId,
      'Underlaget säger för lite om målet.',
      world.at(world.assessor, '2026-06-02'),
    ),
  );
  const again = await on.handUp(
    documentId,
    'En gång till, för säkerhets skull.',
    world.at(world.assessor, '2026-06-02'),
  );
  expect(codeOf(again)).toBe('documentSettled');
  valueOf(
    await on.decide(
      documentId,
      { verdict: 'return', reason: 'Beskriv målet tydligare.' },
      world.at(world.decider, '2026-06-03'),
    ),
  );
  const completed = valueOf(
    await on.submit(
      placement.id,
      { ...TYPED, aim: `${TYPED.aim} Helst hos Lagret AB.` },
      world.at(world.coach, '2026-06-05'),
      {
        replacesId: documentId,
      },
    ),
  );
  expect(await on.stored(completed.documentId)).toMatchObject({
    desk: 'decide',
    number: 2,
    status: 'submitted',
  });
  expect(await on.stored(documentId)).toMatchObject({ status: 'superseded' });
  valueOf(await approve(completed.documentId, '2026-06-08'));
  expect(await periodsOf(placement.id)).toHaveLength(2);
});

it('ends the placement with its first period when refused, of itself', async () => {
  const { placement, documentId } = await sent();
  valueOf(
    await on.decide(
      documentId,
      { verdict: 'reject', reason: 'Målet nås inte med en period till.' },
      world.at(world.decider, '2026-06-04'),
    ),
  );
  expect(await periodsOf(placement.id)).toHaveLength(1);
  expect(await world.owner.placement.findUniqueOrThrow({ where: { id: placement.id } })).toMatchObject({
    to: new Date('2026-07-01'),
    end: null,
  });
  const more = await on.submit(placement.id, TYPED, world.at(world.coach, '2026-06-08'));
  expect(codeOf(more)).toBe('notExtended');
});

it('is decided while the first period runs, to its very last day', async () => {
  const last = await sent('2026-06-29');
  valueOf(await approve(last.documentId, '2026-06-30'));
  const late = await sent('2026-06-29');
  expect(codeOf(await approve(late.documentId, '2026-07-01'))).toBe('notExtendable.periodOver');
  expect(await periodsOf(late.placement.id)).toHaveLength(1);
});

it('is written, saved, gone on with and thrown away', async () => {
  const placement = await world.place();
  const [draftId, at] = [newId(), world.at(world.coach, '2026-05-20')];
  const draft = { placementId: placement.id, draftId, content: { done: 'Halvvägs.' } };
  valueOf(await world.run(saveDocumentDraft(extensionKind), draft, at));
  const asked = { placementId: placement.id, replacesId: null, draftId: null, typed: null };
  const form = valueOf(await world.read(documentForm(extensionKind), asked, at));
  expect(form.draft).toMatchObject({ draftId, values: { 'content.done': 'Halvvägs.' }, draftVersion: 1 });
  valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-05-20'), { draftId }));
  expect(await world.owner.documentDraft.count({ where: { id: draftId } })).toBe(0);
  expect(
    codeOf(
      await world.run(discardDocumentDraft(extensionKind), { draftId }, world.at(world.coach, '2026-05-21')),
    ),
  ).toBe('notFound');
});

it('is corrected and withdrawn before anybody has begun, not after', async () => {
  const { placement, documentId } = await sent();
  const better = { ...TYPED, remains: 'Bara att hitta rätt arbetsgivare, helst på gångavstånd.' };
  const corrected = valueOf(
    await on.submit(placement.id, better, world.at(world.coach, '2026-06-02'), {
      replacesId: documentId,
      why: 'Vi hade skrivit fel om svenskan.',
    }),
  );
  expect(await on.stored(corrected.documentId)).toMatchObject({ supersedesId: documentId });
  valueOf(await on.withdraw(corrected.documentId, world.at(world.coach, '2026-06-02')));
  const again = valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-06-03')));
  valueOf(await on.take(again.documentId, world.at(world.assessor, '2026-06-03')));
  expect(codeOf(await on.withdraw(again.documentId, world.at(world.coach, '2026-06-03')))).toBe(
    'reviewBegun',
  );
});

it('is the provider’s own: nobody of another office or provider sends or reads one', async () => {
  const { placement, documentId } = await sent();
  for (const actor of [world.elsewhereCoach, world.stranger]) {
    expect(codeOf(await on.submit(placement.id, TYPED, world.at(actor, '2026-06-02')))).toBe('notFound');
    expect(codeOf(await on.page(documentId, world.at(actor, '2026-06-02')))).toBe('notFound');
  }
  expect(codeOf(await approve(documentId, '2026-06-02', world.assessor))).toBe('mandateMissing');
});

it('of somebody with protected identity is handled by those named for them alone', async () => {
  const placement = await world.place();
  const { documentId } = valueOf(await on.submit(placement.id, TYPED, world.at(world.coach, '2026-06-01')));
  await world.owner.participant.update({
    where: { id: placement.participant.id },
    data: { protected: true },
  });
  await world.owner.placement.update({ where: { id: placement.id }, data: { protected: true } });
  expect(codeOf(await on.page(documentId, world.at(world.decider, '2026-06-02')))).toBe('notFound');
  await world.owner.protectedAccess.create({
    data: { personId: world.decider.personId, participantId: placement.participant.id },
  });
  valueOf(await approve(documentId, '2026-06-03'));
});

it('is decided once, on the version that was seen, with the kronor that were seen', async () => {
  const { placement, documentId } = await sent();
  const answer = { confirmed: await confirmedBy(documentId, '2026-06-02') };
  const given = { verdict: 'approve', reason: WHY, answer };
  const stale = await on.decideSeen(documentId, 7, given, world.at(world.decider, '2026-06-02'));
  expect(codeOf(stale)).toBe('conflict');
  const unseen = await on.decide(documentId, { ...given, answer: {} }, world.at(world.decider, '2026-06-02'));
  expect(codeOf(unseen)).toBe('kronorMoved');
  const key = newId();
  const both = await Promise.all(
    [1, 2].map(() => on.decideSeen(documentId, 1, given, world.at(world.decider, '2026-06-02', key))),
  );
  expect(both.every((result) => result.ok)).toBe(true);
  expect(await periodsOf(placement.id)).toHaveLength(2);
  expect(await world.owner.placementDecision.count({ where: { placementId: placement.id } })).toBe(1);
});

it('can be given or refused without a basis, with a reason, by who decides', async () => {
  const placement = await world.place();
  const input = { placementId: placement.id, version: 1, reason: WHY };
  const at = world.at(world.decider, '2026-06-20');
  expect(codeOf(await world.run(extendPlacement, input, world.at(world.assessor, '2026-06-20')))).toBe(
    'mandateMissing',
  );
  expect(codeOf(await world.run(extendPlacement, { ...input, reason: '' }, at))).toBe('invalidInput');
  valueOf(await world.run(declineExtension, input, at));
  expect(codeOf(await world.run(declineExtension, input, world.at(world.decider, '2026-06-21')))).toBe(
    'alreadyDeclined',
  );
  // What has changed since can still be decided on, while the period runs.
  const given = valueOf(await world.read(prepareDecision, { placementId: placement.id }, at));
  const confirmed = extensionConfirmation({
    placement: given.placement,
    facts: given.extension,
    today: given.today,
  });
  valueOf(await world.run(extendPlacement, { ...input, confirmed }, world.at(world.decider, '2026-06-22')));
  const third = await world.run(
    extendPlacement,
    { ...input, version: await world.versionOf(placement.id), confirmed },
    world.at(world.decider, '2026-06-23'),
  );
  expect(codeOf(third)).toBe('notExtendable.secondPeriod');
});

it('is decided in the case where one waits', async () => {
  const { placement } = await sent();
  const input = { placementId: placement.id, version: 1, reason: WHY };
  expect(codeOf(await world.run(declineExtension, input, world.at(world.decider, '2026-06-02')))).toBe(
    'caseWaits',
  );
});
