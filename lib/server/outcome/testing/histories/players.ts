import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { History, PlannedSpell } from '#lib/server/outcome/testing/histories/history.ts';

/** Those who act in a history, the application's database, and the owner's to look up what was mailed. */
export type Players = {
  readonly database: Database;
  readonly owner: Database;
  readonly coach: ProviderActor;
  readonly decider: AuthorityActor;
  readonly reviewer: AuthorityActor;
  readonly providerOrgNo: string;
};

/** Income files know employers by their numbers alone; the others of the histories have none. */
const KNOWN: Readonly<Record<string, string>> = { Bageriet: '5599458022', Kvarnen: '2021002114' };

export function orgNoOf(
  { providerOrgNo }: Pick<Players, 'providerOrgNo'>,
  { proof }: Pick<History, 'proof'>,
  { own, employer }: PlannedSpell,
): string | null {
  if (own) return providerOrgNo;
  return proof === 'income' ? (KNOWN[employer] ?? null) : null;
}
