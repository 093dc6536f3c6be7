import { type TakeOnProtectedInput, takeOnProtectedInput } from '#lib/schemas/protected-identity.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { auditOfCase } from '#lib/server/protected-identity/protected-case.ts';
import { conflict } from '#lib/shared/problem.ts';
import { ok } from '#lib/shared/result.ts';

const nothingToTakeOn = conflict([], {
  code: 'nothingToTakeOn',
  title: {
    sv: 'Det finns inget ärende att ta ansvar för med den referensen.',
    en: 'There is no case to take on with that reference.',
  },
});

/** Null: a reference that leads to nothing that can be taken on. */
type State = { readonly participantId: string | null };

/**
 * A caseworker who decides takes on a protected identity that nobody answers for: one that came with the authority's own load, or whose
 * responsible person has left. By the reference alone; whether it does not exist, is not protected or has somebody is not told.
 */
export const takeOnProtected = defineCommand({
  name: 'protectedIdentity.takeOn',
  mandates: ['caseworker'],
  input: takeOnProtectedInput,
  async lock(tx, { reference }: TakeOnProtectedInput, { now }): Promise<State> {
    const [row] = await tx.$queryRaw<State[]>`
      SELECT app.unattended_protected(${reference}, ${now.toISOString()}::timestamptz)::text AS "participantId"`;
    return row ?? { participantId: null };
  },
  version: () => null,
  guard: ({ participantId }) => (participantId === null ? nothingToTakeOn : null),
  stepUp: ({ participantId }, { reference }) => ({
    purpose: 'openProtected',
    contentHash: hashOf({ takeOnProtected: { participantId, reference } }).toString('hex'),
  }),
  decide: () => ok(null),
  async write(tx, _, { participantId }, { now }, { reference, why }) {
    const [row] = await tx.$queryRaw<{ participantId: string }[]>`
      SELECT app.take_on_protected(${reference}, 'other', ${why}, ${now.toISOString()}::timestamptz)::text AS "participantId"`;
    if (row === undefined || row.participantId !== participantId)
      throw new Error('The case was there a moment ago');
    return { participantId: row.participantId };
  },
  audit: ({ participantId }) => auditOfCase(participantId, {}),
});
