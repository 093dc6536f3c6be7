import { type CaseKind, type CaseTaking, refuseColleagues } from '#lib/domain/review/case.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findCase } from '#lib/server/review/case/lock-case.ts';
import type { Problem } from '#lib/shared/problem.ts';

const NOBODYS: CaseTaking = { takenByPersonId: null, takenByName: null, takenAt: null };

/** Who has a case that is locked already. */
export async function takingOf(tx: Tx, kind: CaseKind, id: string): Promise<CaseTaking> {
  return (await findCase(tx, kind, id)) ?? NOBODYS;
}

/** What a colleague has taken is theirs to decide. */
export function guardTaking(taking: CaseTaking, { actor }: Pick<CommandContext, 'actor'>): Problem | null {
  return actor.kind === 'person' ? refuseColleagues(taking, actor.personId) : null;
}
