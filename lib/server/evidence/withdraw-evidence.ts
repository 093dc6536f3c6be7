import { type EvidenceInput, evidenceInput } from '#lib/schemas/evidence.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { EVIDENCE_GIVERS } from '#lib/server/evidence/show-evidence.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

type State = {
  readonly id: string;
  readonly outcomeId: string;
  readonly participantId: string;
  readonly isFile: boolean;
  readonly isWithdrawn: boolean;
  readonly isJudged: boolean;
};

function guard({ isFile, isWithdrawn, isJudged }: State): Problem | null {
  if (!isFile) {
    return conflict([], {
      code: 'evidenceNotOwn',
      title: {
        sv: 'Det som arbetsgivaren eller inkomstregistret säger kan inte tas tillbaka av er.',
        en: 'What the employer or the income file says cannot be taken back by you.',
      },
    });
  }
  if (isWithdrawn) {
    return conflict([], {
      code: 'evidenceWithdrawn',
      title: { sv: 'Filen är redan tillbakatagen.', en: 'The file has been taken back already.' },
    });
  }
  return isJudged
    ? conflict([], {
        code: 'evidenceJudged',
        title: {
          sv: 'Filen är granskad och kan inte tas tillbaka. Lämna in ett nytt underlag om något är fel.',
          en: 'The file has been judged and cannot be taken back. Hand in new evidence if something is wrong.',
        },
      })
    : null;
}

/** Takes a file back that nobody has judged. It stays to be read, and covers nothing. */
export const withdrawEvidence = defineCommand({
  name: 'evidence.withdraw',
  mandates: EVIDENCE_GIVERS,
  input: evidenceInput,
  async lock(tx, { evidenceId }: EvidenceInput): Promise<State | null> {
    const [placement] = await tx.$queryRaw<{ participantId: string; outcomeId: string }[]>`
      SELECT p.participant_id::text AS "participantId", o.id::text AS "outcomeId" FROM placement p
        JOIN outcome o ON o.placement_id = p.id
      WHERE p.id = (SELECT placement_id FROM evidence WHERE id = ${evidenceId}::uuid)
      ORDER BY o.number DESC LIMIT 1 FOR UPDATE OF p`;
    const evidence = await tx.evidence.findUnique({
      where: { id: evidenceId },
      select: { id: true, source: true, withdrawnAt: true, _count: { select: { decisions: true } } },
    });
    if (placement === undefined || evidence === null) return null;
    const { id, source, withdrawnAt, _count } = evidence;
    const standing = { isFile: source === 'file', isWithdrawn: withdrawnAt !== null };
    return { id, ...placement, ...standing, isJudged: _count.decisions > 0 };
  },
  // A piece of evidence has no versions: it stands or it does not.
  version: () => null,
  guard: (state) => guard(state),
  stepUp: () => null,
  decide: () => ok(null),
  async write(tx, _, { id, outcomeId }, { actor, now }) {
    const data = { withdrawnAt: now, withdrawnByPersonId: personOf(actor) };
    await tx.evidence.updateMany({ where: { id }, data });
    return { evidenceId: id, outcomeId };
  },
  audit: ({ evidenceId, outcomeId }, _, { participantId }) => ({
    type: 'evidence',
    id: evidenceId,
    participantIds: [participantId],
    detail: { outcomeId },
  }),
});
