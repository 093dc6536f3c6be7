import { type QuestionFacts, readQuestion, type ReadQuestion } from '#lib/domain/evidence/read-question.ts';
import {
  type AskEmployerInput,
  askEmployerInput,
  type ConfirmationInput,
  confirmationInput,
} from '#lib/schemas/evidence.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { askAbout, type Question } from '#lib/server/evidence/confirmation-command.ts';
import { isProtectedPlacement } from '#lib/server/evidence/evidence-rows.ts';
import { lockConfirmation } from '#lib/server/evidence/lock-confirmation.ts';
import { guardOpen } from '#lib/server/evidence/open-outcome.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { EVIDENCE_GIVERS } from '#lib/server/evidence/show-evidence.ts';
import { lockOutcome, type LockedOutcome } from '#lib/server/outcome/lock-outcome.ts';
import { currentOutcome } from '#lib/server/outcome/find-outcome.ts';
import { conflict, validationProblem } from '#lib/shared/problem.ts';
import { err } from '#lib/shared/result.ts';

type State = { readonly outcome: LockedOutcome; readonly facts: QuestionFacts };

async function stateOf(tx: Tx, outcomeId: string, { now }: CommandContext): Promise<State | null> {
  const outcome = await lockOutcome(tx, outcomeId);
  if (outcome === null) return null;
  const { placementId, participantId, providerId, type, spells } = outcome;
  const addresses = await tx.$queryRaw<{ email: string }[]>`
    SELECT lower(p.email) AS email FROM person p WHERE p.email IS NOT NULL AND (
      EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.provider_id = ${providerId}::uuid)
      OR EXISTS (SELECT 1 FROM participant q WHERE q.person_id = p.id AND q.id = ${participantId}::uuid))`;
  const since = new Date(now.getTime() - 86_400_000);
  const askedLately = await tx.employerConfirmation.count({ where: { placementId, askedAt: { gt: since } } });
  const isProtected = await isProtectedPlacement(tx, placementId);
  const ownAddresses = addresses.map(({ email }) => email);
  return { outcome, facts: { type, spells, isProtected, ownAddresses, askedLately } };
}

type About = Pick<Question, 'placementId' | 'outcomeId' | 'locale'>;

async function send(tx: Tx, question: ReadQuestion, about: About, { actor, now }: CommandContext) {
  const asked = { ...question, ...about, askedByPersonId: personOf(actor), now };
  return { confirmationId: await askAbout(tx, asked), outcomeId: about.outcomeId };
}

/** Asks an employer to confirm a spell: a link that works once goes to it by mail. */
export const askEmployer = defineCommand({
  name: 'employerConfirmation.ask',
  mandates: EVIDENCE_GIVERS,
  input: askEmployerInput,
  lock: (tx, { outcomeId }: AskEmployerInput, context) => stateOf(tx, outcomeId, context),
  // The question is about what stands when it is asked; the link says so if that changes.
  version: () => null,
  guard: ({ outcome }) => guardOpen(outcome.status),
  stepUp: () => null,
  decide({ facts }, input, { today }) {
    const read = readQuestion(input, facts, today);
    return read.ok ? read : err(validationProblem(read.error));
  },
  write: (tx, question, { outcome: { id: outcomeId, placementId } }, context, { locale }) =>
    send(tx, question, { outcomeId, placementId, locale }, context),
  audit: ({ confirmationId, outcomeId }, _, { outcome }) => ({
    type: 'employerConfirmation',
    id: confirmationId,
    participantIds: [outcome.participantId],
    detail: { outcomeId },
  }),
});

/** Sends a new link about what the outcome says today, to the same person; the former stops to work. */
export const resendConfirmation = defineCommand({
  name: 'employerConfirmation.resend',
  mandates: EVIDENCE_GIVERS,
  input: confirmationInput,
  async lock(tx, { confirmationId }: ConfirmationInput, context) {
    const asked = await lockConfirmation(tx, confirmationId);
    const current = asked === null ? null : await currentOutcome(tx, asked.placementId);
    const state = current === null ? null : await stateOf(tx, current.id, context);
    return asked === null ? null : { asked, state };
  },
  version: () => null,
  guard: ({ asked, state }) => {
    if (state === null || asked.endedAs === 'replaced' || asked.answered) {
      return conflict([], {
        code: 'confirmationClosed',
        title: {
          sv: 'Frågan är redan besvarad, ersatt eller gäller ett resultat som inte finns kvar. Fråga på nytt i stället.',
          en: 'The question has been answered, replaced, or is about an outcome that is gone. Ask anew instead.',
        },
      });
    }
    return guardOpen(state.outcome.status);
  },
  stepUp: () => null,
  decide({ asked, state }, _, { today }) {
    const spells = state?.outcome.spells ?? [];
    const spell = spells.findIndex(
      ({ from, employerName, employerOrgNo }) =>
        from === asked.from && employerName === asked.employerName && employerOrgNo === asked.employerOrgNo,
    );
    const typed = { employment: String(spell), email: asked.email, contactName: asked.contactName };
    const read = state === null ? err([]) : readQuestion(typed, state.facts, today);
    return read.ok ? read : err(validationProblem(read.error));
  },
  write: (tx, question, { asked: { outcomeId, placementId, locale }, state }, context) =>
    send(tx, question, { outcomeId: state?.outcome.id ?? outcomeId, placementId, locale }, context),
  audit: ({ confirmationId, outcomeId }, _, { asked }) => ({
    type: 'employerConfirmation',
    id: confirmationId,
    participantIds: [asked.participantId],
    detail: { outcomeId, replaces: asked.id },
  }),
});
