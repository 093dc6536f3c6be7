import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { type EvidenceStage, NOW, openEvidenceStage } from '#lib/server/evidence/testing/evidence-stage.ts';
import { revokeConfirmation } from '#lib/server/evidence/revoke-confirmation.ts';

let stage: EvidenceStage;
beforeAll(async () => {
  stage = await openEvidenceStage();
});
afterAll(() => stage.close());

const CONTACT = {
  employment: '0',
  email: 'berit@bageriet.example.se',
  contactName: 'Berit Berg',
  locale: 'sv',
};
const later = (days: number): Date => new Date(NOW.getTime() + days * 86_400_000);

async function ask(outcomeId: string, change: object = {}, now = NOW) {
  return await stage.run(askEmployer, { outcomeId, ...CONTACT, ...change }, { actor: stage.coach, now });
}

describe('nobody is asked', () => {
  const codesOf = async (outcomeId: string, change: object = {}, now = NOW) => {
    const result = await ask(outcomeId, change, now);
    return result.ok ? [] : result.error.problem.errors.map(({ code }) => code);
  };

  it('about somebody with a protected identity, and it says why', async () => {
    const { outcomeId, placement } = await stage.claimed();
    const { participant } = placement;
    await stage.owner.person.update({ where: { id: participant.person.id }, data: { protected: true } });
    await stage.owner.protectedAccess.create({
      data: { participantId: participant.id, personId: stage.coach.personId, grantedAt: NOW },
    });
    expect(await codesOf(outcomeId)).toEqual(['protectedIdentity']);
  });

  it('at an address of the provider’s own, or the participant’s', async () => {
    const { outcomeId, placement } = await stage.claimed();
    await stage.owner.person.update({
      where: { id: stage.coach.personId },
      data: { email: 'Coach@Framsteg.se' },
    });
    await stage.owner.person.update({
      where: { id: placement.participant.person.id },
      data: { email: 'amina@example.se' },
    });
    expect(await codesOf(outcomeId, { email: 'coach@framsteg.se' })).toEqual(['emailOwn']);
    expect(await codesOf(outcomeId, { email: 'AMINA@example.se' })).toEqual(['emailOwn']);
  });

  it.each([
    [{ email: 'berit' }, 'emailInvalid'],
    [{ email: 'a@b.se, c@d.se' }, 'emailInvalid'],
    [{ contactName: '' }, 'contactMissing'],
    [{ contactName: 'https://x.se' }, 'contactInvalid'],
    [{ employment: '3' }, 'spellMissing'],
  ])('with %j', async (change, code) => {
    const { outcomeId } = await stage.claimed();
    expect(await codesOf(outcomeId, change)).toEqual([code]);
  });

  it('more than five times a day', async () => {
    const { outcomeId } = await stage.claimed();
    for (let i = 0; i < 5; i += 1) expect(await codesOf(outcomeId)).toEqual([]);
    expect(await codesOf(outcomeId)).toEqual(['askedTooOften']);
    expect(await codesOf(outcomeId, {}, later(2))).toEqual([]);
  });

  it('by another office or provider', async () => {
    const { outcomeId } = await stage.claimed();
    const asked = await ask(outcomeId);
    const confirmationId = asked.ok ? asked.value.confirmationId : '';
    for (const actor of [
      await stage.staff('coach', stage.elsewhere),
      await stage.staff('reporter', stage.office, [stage.otherOffice]),
    ]) {
      const at = { actor, now: NOW };
      expect(await stage.run(askEmployer, { outcomeId, ...CONTACT }, at)).toMatchObject({
        error: { problem: { status: 404 } },
      });
      expect(await stage.run(revokeConfirmation, { confirmationId }, at)).toMatchObject({
        error: { problem: { status: 404 } },
      });
    }
  });
});
