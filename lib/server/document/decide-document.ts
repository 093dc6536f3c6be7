import type { Verdict } from '#lib/domain/document/document.ts';
import { documentPath } from '#lib/domain/document/document-path.ts';
import { refuseDeciding, STATUS_AFTER } from '#lib/domain/document/document-steps.ts';
import { type DecideDocumentInput, decideDocumentInput } from '#lib/schemas/document.ts';
import { type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import type { About, DocumentKindDefinition } from '#lib/server/document/document-kind.ts';
import { judgeFindings } from '#lib/server/document/document-copies.ts';
import { insertEvent } from '#lib/server/document/document-rows.ts';
import { type LockedDocument, lockDocument } from '#lib/server/document/step-document.ts';
import { tellOfDocument } from '#lib/server/document/tell-document.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { addDays, type PlainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';
import { addWorkdays, swedishCalendar } from '#lib/shared/workdays.ts';

type State<Content, Facts, Decided> = LockedDocument<Content, Decided> & { readonly about: About<Facts> };

const LEAST_REASON = 10;

/** A refusal says why: who gets it has to be able to act on it. */
function reasonMissing(verdict: Verdict, reason: string): Problem | null {
  if (verdict === 'approve' || reason.length >= LEAST_REASON) return null;
  return validationProblem([
    {
      pointer: '/reason',
      code: 'reasonMissing',
      message: `Skriv varför på minst ${LEAST_REASON} tecken.`,
      fix: 'Säg vad som behövs för att det ska gå.',
    },
  ]);
}

/** Decides on a document of the kind: by somebody at its desk who neither sent it nor handed it up. */
export function decideDocument<Typed, Content, Facts, Answer, Decided>(
  definition: DocumentKindDefinition<Typed, Content, Facts, Answer, Decided>,
) {
  const { kind } = definition;
  return defineCommand({
    name: 'document.decide',
    mandates: definition.desk === 'review' ? ['reviewer'] : ['caseworker'],
    input: decideDocumentInput(definition.answer),
    async lock(
      tx: Tx,
      { documentId }: DecideDocumentInput<Answer>,
      context: CommandContext,
    ): Promise<State<Content, Facts, Decided> | null> {
      const locked = await lockDocument<Content, Decided>(tx, kind, documentId, context);
      if (locked === null) return null;
      const facts = await definition.facts(tx, locked.placement, context);
      return { ...locked, about: { placement: locked.placement, facts, today: context.today } };
    },
    version: ({ document }, { version }) => ({ seen: version, current: document.version }),
    guard: ({ document, person }) => refuseDeciding(document, person),
    stepUp: () => null,
    decide({ document, about }, { verdict, reason, answer }) {
      if (!definition.verdicts.includes(verdict))
        return err(
          validationProblem([{ pointer: '/verdict', code: 'verdictUnknown', message: 'Välj ett beslut.' }]),
        );
      const missing = reasonMissing(verdict, reason);
      if (missing !== null) return err(missing);
      const decided = definition.decide(document, { verdict, reason, answer }, about);
      return decided.ok ? ok({ verdict, decision: decided.value }) : decided;
    },
    async write(tx, { verdict, decision }, { document, placement, about }, context, { reason, copied }) {
      const status = STATUS_AFTER[verdict];
      const completeBy = verdict === 'return' ? await completionDay(tx, context.today) : null;
      await tx.document.update({
        where: { id: document.id },
        data: {
          status,
          decision: JSON.parse(JSON.stringify(decision)),
          decisionReason: reason,
          decidedAt: context.now,
          decidedByPersonId: context.actor.kind === 'person' ? context.actor.personId : null,
          completeBy: completeBy === null ? null : toUtcDate(completeBy),
          version: { increment: 1 },
        },
      });
      if (copied !== null) await judgeFindings(tx, document.id, copied === 'upheld', context);
      await insertEvent(tx, document.id, status, { ...context, text: reason, detail: decision });
      await definition.carryOut(tx, { document, verdict, decision, reason }, about, context);
      await tellOfDocument(tx, document, status, { placement, context });
      return {
        documentId: document.id,
        kind,
        placementId: placement.placementId,
        status,
        path: documentPath(context.actor, document.id),
      };
    },
    audit: ({ documentId, status }, _, { document, placement }) => ({
      type: 'document',
      id: documentId,
      participantIds: [placement.participantId],
      detail: { kind, threadId: document.threadId, number: document.number, status },
    }),
  });
}

/** Last day to complete a document that is returned today. */
async function completionDay(tx: Tx, today: PlainDate): Promise<PlainDate> {
  const { completionWorkdays } = await termsInForce(tx, today);
  const years = [today, addDays(today, 60)].map((day) => Number(day.slice(0, 4)));
  return addWorkdays(today, completionWorkdays, swedishCalendar(years));
}
