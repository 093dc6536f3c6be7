import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { groupedCode, readCode } from '#lib/domain/paper-code/paper-code.ts';
import { letterListInput } from '#lib/schemas/assistance.ts';
import { countLetters, listLetters } from '#lib/server/assistance/list-letters.ts';
import { markLetter } from '#lib/server/assistance/mark-letter.ts';
import { showAssistance } from '#lib/server/assistance/show-assistance.ts';
import { showLetter } from '#lib/server/assistance/show-letter.ts';
import { unmarkLetter } from '#lib/server/assistance/unmark-letter.ts';
import { chooseProvider } from '#lib/server/choice/choose-provider.ts';
import { showChoiceReceipt } from '#lib/server/choice/show-choice-receipt.ts';
import { showHome } from '#lib/server/participant/show-home.ts';
import { handOutCode } from '#lib/server/paper-code/hand-out-code.ts';
import { showPaperForm } from '#lib/server/paper-code/show-paper-form.ts';
import { buildCodes, type Codes } from '#lib/server/paper-code/testing/codes.ts';
import { switchProvider } from '#lib/server/provider-switch/switch-provider.ts';
import type { BuiltDecision } from '#lib/server/testing/builders/decision.ts';
import { buildParticipant, buildParticipantActor } from '#lib/server/testing/builders/participant.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';

let codes: Codes;
beforeAll(async () => {
  codes = await buildCodes();
});
afterAll(() => codes.world.close());

const at = () => ({ actor: codes.caseworker, now: codes.now });

async function chosenFor(decision: BuiltDecision): Promise<{ choiceId: string; placementId: string }> {
  const { world } = codes;
  const done = await world.run(
    chooseProvider,
    {
      decisionId: decision.id,
      decisionVersion: 1,
      officeId: world.office.id,
      onBehalfOf: decision.participant.id,
      assistanceReason: 'disability',
    },
    at(),
  );
  if (!done.ok) throw new Error(done.error.problem.code);
  return done.value;
}

async function hub({ participant }: BuiltDecision) {
  const view = await codes.world.read(showAssistance, { participantId: participant.id }, at());
  if (!view.ok) throw new Error(view.error.code);
  return view.value;
}

test('what was done stands on the page of help and in a letter, which is marked once and unmarked once', async () => {
  const { world, caseworker } = codes;
  const decision = await codes.waiting();
  await chosenFor(decision);
  const [given] = (await hub(decision)).given;
  expect(given).toMatchObject({
    kind: 'choice',
    assistedBy: 'caseworker',
    reason: 'disability',
    letterOn: null,
  });
  const input = { participantId: decision.participant.id, assistanceId: given?.id ?? '' };
  expect(await world.read(showLetter, input, at())).toMatchObject({
    ok: true,
    value: {
      from: codes.today,
      undoUntil: null,
      shared: null,
      by: `${caseworker.givenName} ${caseworker.familyName}`,
    },
  });
  const mark = () => world.run(markLetter, { assistanceId: input.assistanceId }, at());
  expect(await mark()).toMatchObject({ ok: true });
  expect(await world.read(showLetter, input, at())).toMatchObject({ value: { letterOn: codes.today } });
  expect(await mark()).toMatchObject({ ok: false, error: { problem: { code: 'letterMarked' } } });
  const unmark = () => world.run(unmarkLetter, { assistanceId: input.assistanceId }, at());
  expect(await unmark()).toMatchObject({ ok: true });
  expect(await world.read(showLetter, input, at())).toMatchObject({
    value: { letterOn: null, letterBy: null },
  });
  expect(await unmark()).toMatchObject({ ok: false, error: { problem: { code: 'letterNotMarked' } } });
});

describe('letters to send', () => {
  const list = async (asked: object, actor = codes.caseworker) => {
    const result = await codes.world.read(listLetters, letterListInput.parse(asked), {
      actor,
      now: codes.now,
    });
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  const ids = async (asked: object) => (await list(asked)).letters.map(({ id }) => id);
  const count = async () => {
    const result = await codes.world.read(countLetters, {}, at());
    return result.ok ? result.value : null;
  };
  const letterOf = async ({ participant }: BuiltDecision) =>
    (await codes.world.owner.assistance.findFirstOrThrow({ where: { participantId: participant.id } })).id;

  test('are those of help and of codes that have been used, and leave when they have gone', async () => {
    const { world } = codes;
    const helped = await codes.waiting();
    await chosenFor(helped);
    const coded = await codes.waiting();
    const { code } = await codes.codeFor(coded);
    const before = await count();
    const { actor } = await codes.opened(code);
    const chosen = await world.run(
      chooseProvider,
      { decisionId: coded.id, decisionVersion: 1, officeId: world.office.id },
      { actor, now: codes.now },
    );
    expect(chosen.ok).toBe(true);
    expect(await count()).toBe((before ?? 0) + 1);
    const letters = [await letterOf(helped), await letterOf(coded)];
    expect(await ids({})).toEqual(expect.arrayContaining(letters));
    expect((await list({})).total).toBe(await count());

    await world.run(markLetter, { assistanceId: letters[1] ?? '' }, at());
    expect(await count()).toBe(before);
    expect(await ids({})).not.toContain(letters[1]);
    expect(await ids({ show: 'sent' })).toContain(letters[1]);
    expect(await ids({ show: 'sent' })).not.toContain(letters[0]);
  });

  test('are found by name, and one’s own apart from colleagues’', async () => {
    const { world, today } = codes;
    const participant = await buildParticipant(world.owner, { givenName: 'Åsa', familyName: 'Brev_vän' });
    const decision = await buildUnplacedDecision(world.owner, { participant, from: today });
    await chosenFor(decision);
    const id = await letterOf(decision);
    expect(await ids({ q: 'åsa brev_' })).toEqual([id]);
    expect(await ids({ q: 'brev%vän' })).toEqual([]);
    expect(await ids({ show: 'own' })).toContain(id);
    const colleague = await buildAuthorityActor(world.owner, 'caseworker');
    expect(await list({ show: 'own' }, colleague)).toMatchObject({ letters: [], total: 0 });
  });

  test('of protected identities are in no list and no count', async () => {
    const { world } = codes;
    const decision = await codes.waiting();
    await chosenFor(decision);
    const before = (await count()) ?? 0;
    const id = await letterOf(decision);
    await world.owner.participant.update({
      where: { id: decision.participant.id },
      data: { protected: true },
    });
    await world.owner.protectedAccess.create({
      data: { personId: codes.caseworker.personId, participantId: decision.participant.id },
    });
    expect(await ids({})).not.toContain(id);
    expect(await count()).toBe(before - 1);
  });

  test('are no other role’s', async () => {
    const actor = await buildAuthorityActor(codes.world.owner, 'reviewer');
    const asked = codes.world.read(listLetters, letterListInput.parse({}), { actor, now: codes.now });
    expect(await asked).toMatchObject({ ok: false, error: { status: 403 } });
  });
});

test('a letter about a switch says what may be read, and until when it can be undone', async () => {
  const { world } = codes;
  const decision = await codes.waiting();
  const { placementId } = await chosenFor(decision);
  await world.owner.$executeRaw`UPDATE placement SET "from" = "from" - 30 WHERE id = ${placementId}::uuid`;
  const done = await world.run(
    switchProvider,
    {
      placementId,
      placementVersion: 1,
      officeId: world.elsewhere.id,
      sharePlan: true,
      onBehalfOf: decision.participant.id,
      assistanceReason: 'noEid',
    },
    at(),
  );
  if (!done.ok) throw new Error(done.error.problem.code);
  const { effectiveOn } = await world.owner.providerSwitch.findUniqueOrThrow({
    where: { id: done.value.switchId },
  });
  const [given] = (await hub(decision)).given;
  const input = { participantId: decision.participant.id, assistanceId: given?.id ?? '' };
  const letter = await world.read(showLetter, input, at());
  expect(letter).toMatchObject({ value: { kind: 'switch', shared: { plan: true, finalReport: false } } });
  const undoUntil = letter.ok ? letter.value.undoUntil : null;
  expect(Date.parse(undoUntil ?? '')).toBe(effectiveOn.getTime() - 86_400_000);
});

test('the participant reads who did it, on the first page and on the receipt', async () => {
  const { world, now } = codes;
  const decision = await codes.waiting();
  const actor = await buildParticipantActor(world.owner, decision.participant);
  const { choiceId } = await chosenFor(decision);
  const help = { kind: 'choice', assistedBy: 'caseworker', doneOn: codes.today };
  expect(await world.read(showHome, {}, { actor, now })).toMatchObject({ value: { help } });
  expect(await world.read(showChoiceReceipt, { choiceId }, { actor, now })).toMatchObject({
    value: { help: [help] },
  });
});

test('the form shows the code once, and everybody who can be chosen in their order', async () => {
  const { world, caseworker, now } = codes;
  const decision = await codes.waiting();
  const participantId = decision.participant.id;
  const done = await world.run(handOutCode, { participantId, reason: 'noEid', language: 'ar' }, at());
  if (!done.ok) throw new Error(done.error.problem.code);
  const { revealId, language } = done.value;
  expect(language).toBe('ar');
  const other = await codes.waiting();
  const form = (whose: string) =>
    world.read(showPaperForm, { participantId: whose, revealId }, { actor: caseworker, now });
  // Another participant's page takes nothing away.
  expect(await form(other.participant.id)).toMatchObject({ value: { form: null } });
  const shown = await form(participantId);
  const paper = shown.ok ? shown.value.form : null;
  expect(paper).toMatchObject({ startOn: codes.today });
  expect(groupedCode(readCode(paper?.code ?? '') ?? '')).toBe(paper?.code);
  expect(paper?.providers.map(({ officeId }) => officeId).toSorted()).toEqual(
    expect.arrayContaining([world.elsewhere.id]),
  );
  expect(await form(participantId)).toMatchObject({ value: { form: null } });
});

test('letters and forms are in the language that the participant reads', async () => {
  const { world } = codes;
  const participant = await buildParticipant(world.owner, { language: 'so' });
  const decision = await buildUnplacedDecision(world.owner, { participant, from: codes.today });
  expect((await hub(decision)).helped.language).toBe('so');
  await world.owner.person.update({ where: { id: participant.person.id }, data: { locale: 'uk' } });
  expect((await hub(decision)).helped.language).toBe('uk');
});
