import { type AbsenceTogether, togetherFaults } from '#lib/domain/deviation-report/read-together.ts';
import { CONFIRM_DOCUMENT } from '#lib/domain/document/submit-document.ts';
import { type AbsenceTogetherInput, absenceTogetherInput } from '#lib/schemas/deviation-report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { judgeTogether, togetherHash } from '#lib/server/deviation-report/judge-together.ts';
import { documentHash, submitDocument } from '#lib/server/document/submit-document.ts';
import { type FieldProblem, unprocessable, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

const submit = submitDocument(deviationReportKind);
type Ground = NonNullable<Awaited<ReturnType<typeof submit.lock>>>;
type Member = { readonly placementId: string; readonly ground: Ground };
type Judged = Member & { readonly judgement: Result<AbsenceTogether, FieldProblem> };
type Sent = Member & { readonly absence: AbsenceTogether; readonly contentHash: string };

/**
 * Reports the same absence of several participants on one day: each gets a deviation report of their own, by the same steps as
 * one that is written by itself. Those whom a rule or the log speaks against are left out, as the preview showed.
 */
export const reportTogether = defineCommand({
  name: 'document.submitTogether',
  mandates: submit.mandates,
  input: absenceTogetherInput,
  async lock(
    tx,
    { placementIds, content }: AbsenceTogetherInput,
    context,
  ): Promise<readonly Member[] | null> {
    const members: Member[] = [];
    // In one order, whoever chose them: two who send at once wait for each other and never in a ring.
    for (const placementId of [...new Set(placementIds)].toSorted()) {
      // oxlint-disable-next-line no-await-in-loop -- locks are taken one after another
      const ground = await submit.lock(tx, submitting(placementId, content), context);
      if (ground === null) return null;
      members.push({ placementId, ground });
    }
    return members;
  },
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(members, { content, confirmed }, { today }) {
    const faults = togetherFaults(content, today);
    if (faults.length > 0)
      return err(
        validationProblem(faults.map((fault) => ({ ...fault, pointer: `/content${fault.pointer}` }))),
      );
    const judged = members.map(
      (member): Judged => ({ ...member, judgement: judgeTogether(content, member.ground.about) }),
    );
    const right = judged.flatMap(({ judgement, ...member }): Sent[] =>
      judgement.ok
        ? [{ ...member, absence: judgement.value, contentHash: hashOfOne(member, judgement.value) }]
        : [],
    );
    return right.length > 0 && confirmed === togetherHash(judged) ? ok(right) : err(readFirst());
  },
  async write(tx, right, members, context) {
    const documentIds: string[] = [];
    for (const { placementId, ground, absence, contentHash } of right) {
      const input = submitting(placementId, absence.typed);
      const change = { content: absence.content, contentHash };
      // oxlint-disable-next-line no-await-in-loop -- one transaction, one statement at a time
      const { documentId } = await submit.write(tx, change, ground, context, input);
      documentIds.push(documentId);
    }
    return { documentIds, left: members.length - right.length };
  },
  audit: ({ documentIds }, right) => ({
    type: 'document',
    id: null,
    participantIds: right.map(({ ground }) => ground.about.placement.participantId),
    detail: {
      kind: deviationReportKind.kind,
      documents: documentIds.map((id, at) => ({ id, contentHash: right[at]?.contentHash ?? '' })),
    },
  }),
});

function hashOfOne({ placementId }: Member, { content }: AbsenceTogether): string {
  return documentHash(deviationReportKind.kind, placementId, content);
}

function submitting(placementId: string, content: AbsenceTogetherInput['content']) {
  return {
    placementId,
    content,
    replacesId: null,
    replacesVersion: null,
    why: '',
    draftId: null,
    confirmed: '',
  };
}

function readFirst() {
  return unprocessable(CONFIRM_DOCUMENT, {
    sv: 'Läs igenom innan du skickar.',
    en: 'Read it through before you send it.',
  });
}
