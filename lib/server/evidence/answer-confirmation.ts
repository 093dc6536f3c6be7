import { answererInWords } from '#lib/domain/evidence/answerer.ts';
import {
  answerCovers,
  type AskedConfirmation,
  confirmationState,
} from '#lib/domain/evidence/confirmation.ts';
import { readAnswer, type ReadAnswer } from '#lib/domain/evidence/read-answer.ts';
import { type AnswerConfirmationInput, answerConfirmationInput } from '#lib/schemas/evidence.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { askedConfirmation } from '#lib/server/evidence/open-confirmation.ts';
import { evidencePath } from '#lib/server/evidence/open-outcome.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

/** An employer answers what it was asked, once. The answer is evidence from that moment. */
export const answerConfirmation = defineCommand({
  name: 'employerConfirmation.answer',
  mandates: ['employer'],
  input: answerConfirmationInput,
  lock: async (tx, _: AnswerConfirmationInput, { actor }) =>
    actor.kind === 'employer' ? await askedConfirmation(tx, actor, true) : null,
  // A link is for one answer: that there is none yet is the state below.
  version: () => null,
  guard: (asked, _, { now }) =>
    confirmationState(asked, now.toISOString()) === 'open'
      ? null
      : conflict([], {
          code: 'confirmationClosed',
          title: { sv: 'Länken går inte att använda längre.', en: 'The link can no longer be used.' },
        }),
  stepUp: () => null,
  decide(asked, input, { today }) {
    const read = readAnswer(input, asked, { today, locale: input.locale });
    return read.ok ? read : err(validationProblem(read.error));
  },
  async write(tx, read, asked, context) {
    await storeAnswer(tx, read, asked, context);
    await storeEvidence(tx, read, asked, context);
    await tell(tx, read, asked, context.now);
    return { confirmationId: asked.id };
  },
  audit: ({ confirmationId }, { answer }, asked) => ({
    type: 'employerConfirmation',
    id: confirmationId,
    participantIds: [asked.participantId],
    detail: { answer },
  }),
});

// By SQL as it stands: who has a link writes an answer, and reads nothing of what is written.
async function storeAnswer(
  tx: Tx,
  read: ReadAnswer,
  asked: AskedConfirmation,
  { now }: CommandContext,
): Promise<void> {
  const { answer, text, name, role } = read;
  const at = now.toISOString();
  const says = answer.kind === 'corrected' ? answer : { from: null, to: null, extentPercent: null };
  const { employerName, employerOrgNo, from, to, extentPercent } = asked;
  const spell = { employerName, employerOrgNo, from, to, extentPercent };
  const contentHash = hashOf({
    confirmationId: asked.id,
    asked: spell,
    answer,
    text,
    name,
    role,
    at,
  }).toString('hex');
  await tx.$executeRaw`INSERT INTO employer_answer (confirmation_id, answer, "from", "to", extent_percent, text, name, role, answered_at, content_hash)
    VALUES (${asked.id}::uuid, ${answer.kind}, ${says.from}::date, ${says.to}::date, ${says.extentPercent}, ${text}, ${name}, ${role},
      ${at}::timestamptz, ${contentHash})`;
}

async function storeEvidence(
  tx: Tx,
  { answer }: ReadAnswer,
  asked: AskedConfirmation,
  { now, today }: CommandContext,
): Promise<void> {
  const covers = answerCovers(answer, asked, today);
  await tx.$executeRaw`INSERT INTO evidence (id, placement_id, outcome_id, source, kind, employer_org_no, employer_name, "from", "to",
      extent_percent, confirmation_id, given_at)
    VALUES (${newId()}::uuid, ${asked.placementId}::uuid, ${asked.currentOutcomeId}::uuid, 'employer', 'employerConfirmation',
      ${asked.employerOrgNo}, ${asked.employerName}, ${covers?.days.from ?? null}::date, ${covers?.days.to ?? null}::date,
      ${covers?.extentPercent ?? null}, ${asked.id}::uuid, ${now.toISOString()}::timestamptz)`;
}

const EVENTS = {
  employer: { yes: 'employerConfirmed', no: 'employerDeclined' },
  school: { yes: 'schoolConfirmed', no: 'schoolDeclined' },
} as const;

async function tell(tx: Tx, { answer }: ReadAnswer, asked: AskedConfirmation, now: Date): Promise<void> {
  const { placementId, askedByPersonId, currentOutcomeId } = asked;
  const outcomeId = currentOutcomeId ?? '';
  const subject = { type: 'outcome', id: outcomeId };
  await notify(tx, {
    event: EVENTS[answererInWords(asked.type)][answer.kind === 'confirmed' ? 'yes' : 'no'],
    to: { kind: 'submitterAndCoach', submitterId: askedByPersonId },
    about: { placementId, subject, path: evidencePath(outcomeId) },
    now,
  });
  await notify(tx, {
    event: 'evidenceArrived',
    to: { kind: 'desk', desk: 'review' },
    about: { placementId, subject, path: `/review/outcomes/${outcomeId}` },
    now,
  });
}
