import type { Tx } from '#lib/server/db/transaction.ts';

/** The offices of a provider that somebody works with, by name. */
export async function officesInScope(
  tx: Tx,
  providerId: string,
  scope: 'all' | readonly string[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return await tx.office.findMany({
    where: { providerId, ...(scope === 'all' ? {} : { id: { in: [...scope] } }) },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  });
}
