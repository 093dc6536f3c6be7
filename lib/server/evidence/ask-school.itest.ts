import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { confirmationSeal } from '#lib/server/evidence/confirmation-command.ts';
import { employerOf, openConfirmation } from '#lib/server/evidence/open-confirmation.ts';
import { mailFor } from '#lib/server/evidence/send-confirmation-mail.ts';
import { showEvidence } from '#lib/server/evidence/show-evidence.ts';
import { type EvidenceStage, NOW, openEvidenceStage } from '#lib/server/evidence/testing/evidence-stage.ts';
import { buildOutcome } from '#lib/server/testing/builders/outcome.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';

const SCHOOL = { employerOrgNo: '2021002114', employerName: 'Folkhögskolan' };
const CONTACT = {
  employment: '0',
  email: 'reg@folkhogskolan.example.se',
  contactName: 'Rut Ek',
  locale: 'sv',
};
const YES = {
  answer: 'confirmed',
  from: '',
  through: '',
  extentPercent: '',
  text: '',
  name: 'Rut Ek',
  role: 'Registrator',
  speaksFor: true,
  locale: 'sv',
};

let stage: EvidenceStage;
let worker: Database;
beforeAll(async () => {
  stage = await openEvidenceStage();
  worker = openDatabase(stage.workerUrl, 1);
});
afterAll(async () => {
  await worker.$disconnect();
  await stage.close();
});

/** An outcome of the type with the school, since 2 March 2026. */
async function claimed(type: OutcomeType): Promise<string> {
  const { owner, office } = stage;
  const given = { office, from: '2026-01-02', end: '2026-03-02', endReason: 'outcome' } as const;
  return await buildOutcome(owner, {
    placement: await buildPlacement(owner, given),
    type,
    status: 'submitted',
    from: '2026-03-02',
    appliedOn: '2026-02-02',
    spells: [{ from: '2026-03-02', ...SCHOOL }],
  });
}
const ask = async (outcomeId: string) =>
  await stage.run(askEmployer, { outcomeId, ...CONTACT }, { actor: stage.coach, now: NOW });

it('a school is asked about studies in words of its own, and its answer is evidence through that day', async () => {
  const outcomeId = await claimed('studies');
  const result = await ask(outcomeId);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const { confirmationId } = result.value;
  const secret = await stage.mailedSecret(confirmationId);
  const sealed = Buffer.from(confirmationSeal().seal(confirmationId, secret)).toString('base64');
  const mail = await mailFor(worker, { confirmationId, sealed });
  expect(mail?.subject).toBe('Bekräfta studier hos Folkhögskolan');
  expect(mail?.text).toContain('en person studerar hos Folkhögskolan');
  expect(mail?.text).not.toContain('arbetsgivare');

  const school = await employerOf(stage.app, secret);
  if (school === null) throw new Error('The link leads nowhere');
  expect(await stage.read(openConfirmation, null, { actor: school, now: NOW })).toMatchObject({
    value: { state: 'open', asked: { type: 'studies', ...SCHOOL } },
  });
  expect(await stage.run(answerConfirmation, YES, { actor: school, now: NOW })).toMatchObject({ ok: true });
  const page = await stage.read(showEvidence, { outcomeId }, { actor: stage.coach, now: NOW });
  expect(page).toMatchObject({ ok: true, value: { offered: { verifiedThrough: '2026-07-11', gaps: [] } } });
  const told = await stage.owner.notification.findMany({
    where: { subjectId: outcomeId, personId: stage.coach.personId },
  });
  expect(told).toMatchObject([{ event: 'schoolConfirmed' }]);
});

it('nobody is asked about a business of one’s own', async () => {
  expect(await ask(await claimed('ownBusiness'))).toMatchObject({
    error: { problem: { status: 422, errors: [{ code: 'noEmployer' }] } },
  });
});
