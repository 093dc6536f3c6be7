import { codeRefused } from '#lib/domain/paper-code/code-problem.ts';
import { type RevokeCodeInput, revokeCodeInput } from '#lib/schemas/paper-code.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { personOf } from '#lib/server/evidence/person-of.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = { readonly id: string; readonly participantId: string; readonly over: boolean };

/** Ends a code that nobody has used: whatever it had opened is closed at once. */
export const revokeCode = defineCommand({
  name: 'paperCode.revoke',
  mandates: ['caseworker'],
  input: revokeCodeInput,
  async lock(tx, { paperCodeId }: RevokeCodeInput): Promise<State | null> {
    const [row] = await tx.$queryRaw<State[]>`
      SELECT c.id::text, c.participant_id::text AS "participantId", c.ended_at IS NOT NULL OR c.used_at IS NOT NULL AS over
      FROM paper_code c WHERE c.id = ${paperCodeId}::uuid FOR UPDATE`;
    return row ?? null;
  },
  // A code stands as it was handed out: that it has not ended is what is asked below.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide: ({ over }) => (over ? err(codeRefused('codeEnded')) : ok(null)),
  async write(tx, _change, { id, participantId }, { actor, now }) {
    await tx.$executeRaw`UPDATE paper_code SET ended_at = ${now.toISOString()}::timestamptz, ended_as = 'revoked',
      ended_by_person_id = ${personOf(actor)}::uuid WHERE id = ${id}::uuid`;
    return { paperCodeId: id, participantId };
  },
  audit: ({ paperCodeId, participantId }) => ({
    type: 'paperCode',
    id: paperCodeId,
    participantIds: [participantId],
  }),
});
