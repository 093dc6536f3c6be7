import type { PaperCodeActor } from '#lib/domain/actor/actor.ts';
import { type CodeState, type CodeTrouble, readCode } from '#lib/domain/paper-code/paper-code.ts';
import { hashToken, isOpaqueToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { hashOfCode } from '#lib/server/paper-code/code-secret.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** Why a participant's data is read by a code, as they see it in the log. */
export const CODE_PURPOSE = 'Val med en papperskod';

type Asking = { readonly database: Pick<Database, '$queryRaw' | '$executeRaw'>; readonly now: Date };

export type CodeSession = {
  readonly actor: PaperCodeActor;
  /** All that is told of who it is. */
  readonly givenName: string;
  readonly expiresAt: Date;
};

export type OpenedCode = { readonly actor: PaperCodeActor; readonly token: string; readonly expiresAt: Date };

type Opened = {
  readonly state: CodeState;
  readonly participantId: string;
  readonly decisionId: string;
  readonly expiresAt: Date;
};

/**
 * Opens a short session for what somebody has typed, or says why not. Of a code that was handed out is said how it stands: whoever
 * has it may know. All other texts are the same. The database writes down that it was opened, in the same step.
 */
export async function openPaperCode(
  { database, now }: Asking,
  typed: string,
): Promise<Result<OpenedCode, CodeTrouble>> {
  const code = readCode(typed);
  if (code === null) return err('mistyped');
  const [sessionId, token] = [newId(), newOpaqueToken()];
  const [row] = await database.$queryRaw<Opened[]>`
    SELECT state, participant_id AS "participantId", decision_id AS "decisionId", expires_at AS "expiresAt"
    FROM app.open_paper_code(${hashOfCode(code)}, ${sessionId}::uuid, ${hashToken(token)}, ${now.toISOString()}::timestamptz,
      ${CODE_PURPOSE})`;
  if (row === undefined) return err('unknown');
  if (row.state !== 'open') return err(row.state);
  const { participantId, decisionId, expiresAt } = row;
  const actor = { kind: 'paperCode', sessionId, participantId, decisionId, choiceId: null } as const;
  return ok({ actor, token, expiresAt });
}

type Row = Omit<PaperCodeActor, 'kind'> & Omit<CodeSession, 'actor'>;

/** The session of a cookie while it lasts, or null. */
export async function findCodeSession(
  { database, now }: Asking,
  token: string | undefined,
): Promise<CodeSession | null> {
  if (!isOpaqueToken(token)) return null;
  const [row] = await database.$queryRaw<Row[]>`
    SELECT session_id AS "sessionId", participant_id AS "participantId", decision_id AS "decisionId", choice_id AS "choiceId",
      given_name AS "givenName", expires_at AS "expiresAt"
    FROM app.paper_code_session(${hashToken(token)}, ${now.toISOString()}::timestamptz)`;
  if (row === undefined) return null;
  const { givenName, expiresAt, ...held } = row;
  return { actor: { kind: 'paperCode', ...held }, givenName, expiresAt };
}

/** Ends the session of a cookie: on a shared computer nobody comes after. */
export async function endCodeSession({ database, now }: Asking, token: string | undefined): Promise<void> {
  if (!isOpaqueToken(token)) return;
  await database.$executeRaw`SELECT app.end_paper_code_session(${hashToken(token)}, ${now.toISOString()}::timestamptz)`;
}
