import { notFound } from 'next/navigation';
import type { Actor } from '#lib/domain/actor/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { findAttempt, type FormAttempt } from '#lib/server/http/form-attempt.ts';

/** What a page shows: the query's answer, or the page "not found" – which also hides what the actor may not see. */
export async function load<Input, Output>(
  query: Query<Input, Output>,
  actor: Actor,
  input: Input,
): Promise<Output> {
  const result = await ask(query, input, { database: database(), actor, now: now() });
  return result.ok ? result.value : notFound();
}

/** The kept attempt that a page was sent back with (`?attempt=`), if it is the actor's own and of this command. */
export async function loadAttempt(
  actor: Actor,
  id: string | string[] | undefined,
  ...commands: readonly string[]
): Promise<FormAttempt | null> {
  const attempt = await findAttempt(database(), actor, typeof id === 'string' ? id : undefined);
  return attempt !== null && commands.includes(attempt.command) ? attempt : null;
}
