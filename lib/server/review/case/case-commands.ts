import type { z } from 'zod';
import {
  type CaseKind,
  type CaseRef,
  casePath,
  refuseHandingOn,
  refuseTakingCase,
} from '#lib/domain/review/case.ts';
import { handOverInput, heldCaseInput } from '#lib/schemas/review-bench.ts';
import { type Command, type CommandContext, defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { freeCase, giveCase } from '#lib/server/review/case/hold-case.ts';
import { type LockedCase, lockCase } from '#lib/server/review/case/lock-case.ts';
import { guardOwnSubmission } from '#lib/server/review/lock-report.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Parts<Input> = {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly refuse: (held: LockedCase, personId: string, input: Input) => Problem | null;
  readonly write: (
    tx: Tx,
    held: LockedCase,
    context: CommandContext & { readonly personId: string },
    input: Input,
  ) => Promise<void>;
};

const personOf = ({ actor }: CommandContext): string => (actor.kind === 'person' ? actor.personId : '');

/** What entries of the log call it; that it is a correction stands beside. */
const SUBJECT: Readonly<Record<CaseKind, string>> = {
  periodicReport: 'report',
  correction: 'report',
  finalReport: 'document',
  outcome: 'outcome',
};

/** What the steps of a case that change whose it is have in common: they rest on who has it now, not on what was read of it. */
function caseCommand<Input extends CaseRef>(
  parts: Parts<Input>,
): Command<Input, LockedCase, { readonly personId: string }, CaseRef> {
  return defineCommand({
    name: parts.name,
    mandates: ['reviewer'],
    input: parts.input,
    lock: (tx, { kind, id }) => lockCase(tx, kind, id),
    version: () => null,
    guard: (held, _, context) => guardOwnSubmission(held, context),
    stepUp: () => null,
    decide: (held, input, context) => {
      const refused = parts.refuse(held, personOf(context), input);
      return refused === null ? ok({ personId: personOf(context) }) : err(refused);
    },
    write: async (tx, { personId }, held, context, input) => {
      await parts.write(tx, held, { ...context, personId }, input);
      return { kind: held.kind, id: held.id };
    },
    audit: (_, __, { kind, id, participantId }) => ({
      type: SUBJECT[kind],
      id,
      participantIds: [participantId],
      detail: { kind },
    }),
  });
}

/** Takes a case: from now on nobody else decides it. */
export const takeCase = caseCommand({
  name: 'review.take',
  input: heldCaseInput,
  refuse: refuseTakingCase,
  write: async (tx, held, { personId, now }) => {
    if (held.takenByPersonId !== personId) await giveCase(tx, held, personId, now);
  },
});

/** Puts a case that one has taken back into the queue. */
export const handBackCase = caseCommand({
  name: 'review.handBack',
  input: heldCaseInput,
  refuse: refuseHandingOn,
  write: (tx, _, __, input) => freeCase(tx, input),
});

/** Gives a case that one has taken to a colleague, with a word; the colleague is told. */
export const handOverCase = caseCommand({
  name: 'review.handOver',
  input: handOverInput,
  refuse: (held, personId, { toPersonId }) =>
    refuseHandingOn(held, personId) ?? refuseReceiver(held, personId, toPersonId),
  write: async (tx, held, { personId, now }, { toPersonId, word }) => {
    const { kind, id, placementId } = held;
    await tx.reviewHandOver.create({
      data: { id: newId(), kind, subjectId: id, fromPersonId: personId, toPersonId, word, at: now },
    });
    await giveCase(tx, held, toPersonId, now);
    await notify(tx, {
      event: 'caseHandedOver',
      to: { kind: 'persons', personIds: [toPersonId] },
      about: {
        placementId,
        subject: { type: kind === 'correction' ? kind : SUBJECT[kind], id },
        path: casePath(held),
      },
      now,
    });
  },
});

/** Not to oneself, nor to who handed the case in. That the colleague is a reviewer who may see it, the database says. */
function refuseReceiver(held: LockedCase, personId: string, toPersonId: string): Problem | null {
  if (
    toPersonId !== personId &&
    toPersonId !== held.submittedByPersonId &&
    toPersonId !== held.attestedByPersonId
  )
    return null;
  return forbidden([
    {
      pointer: '/toPersonId',
      code: 'wrongReceiver',
      message: 'Ärendet kan inte lämnas till dig själv eller till den som har skickat in det.',
      fix: 'Välj en annan kollega.',
    },
  ]);
}
