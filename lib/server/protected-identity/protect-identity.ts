import { whyProblems } from '#lib/domain/protected-identity/protected-identity.ts';
import { type ProtectIdentityInput, protectIdentityInput } from '#lib/schemas/protected-identity.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { identitySeal } from '#lib/server/crypto/protected-identity.ts';
import { env } from '#lib/server/env.ts';
import { newAlias } from '#lib/server/protected-identity/new-alias.ts';
import { auditOfCase } from '#lib/server/protected-identity/protected-case.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly personId: string;
  readonly identityNumber: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly municipality: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
};

/**
 * Protects an identity, at once and everywhere: name, number and place are sealed, an alias stands in their stead, and what holds
 * copies of them is gone, all in one step. Who does it is responsible from then on. Nothing but a reason is asked for, as it
 * is urgent; lifting takes two.
 */
export const protectIdentity = defineCommand({
  name: 'protectedIdentity.protect',
  mandates: ['caseworker'],
  input: protectIdentityInput,
  async lock(tx, { participantId }: ProtectIdentityInput): Promise<State | null> {
    const [state] = await tx.$queryRaw<State[]>`
      SELECT person_id::text AS "personId", identity_number AS "identityNumber", given_name AS "givenName", family_name AS "familyName",
        municipality, home_lat AS lat, home_lon AS lon FROM app.identity_to_seal(${participantId}::uuid)`;
    return state ?? null;
  },
  // Whatever has changed meanwhile, it is protected as it stands.
  version: () => null,
  guard: () => null,
  stepUp: () => null,
  decide(_, { reason, why }) {
    const problems = whyProblems(reason, why);
    return problems.length > 0 ? err(validationProblem(problems)) : ok(null);
  },
  async write(tx, _, state, { now }, { participantId, keepCoaches, reason, why }) {
    const { personId, identityNumber, givenName, familyName, municipality, lat, lon } = state;
    const { keyId, nonce, ciphertext } = identitySeal(env().PORTAL_SECRET).seal(personId, {
      identityNumber: identityNumber ?? '',
      givenName,
      familyName,
      municipality,
      home: lat === null || lon === null ? null : { lat, lon },
    });
    const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
    const sealed = JSON.stringify({ keyId, nonce: hex(nonce), ciphertext: hex(ciphertext) });
    await tx.$executeRaw`SELECT app.protect_participant(${participantId}::uuid, ${sealed}::jsonb, ${JSON.stringify(newAlias())}::jsonb,
      ${keepCoaches}, ${reason}, ${why}, ${now.toISOString()}::timestamptz)`;
    return { participantId };
  },
  audit: (_, __, ___, { participantId, reason, keepCoaches }) =>
    auditOfCase(participantId, { reason, keepCoaches }),
});
