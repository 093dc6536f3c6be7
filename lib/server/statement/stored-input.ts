import type { AgreementVersion, PlacementFacts } from '#lib/domain/compensation/types.ts';
import { validateAgreement, validateFacts } from '#lib/domain/compensation/validate.ts';
import type { Tx } from '#lib/server/db/transaction.ts';

/** The facts of a stored input. They were validated before they were stored: anything else is a fault of ours. */
export function storedFacts(json: unknown): PlacementFacts {
  const facts = validateFacts(json);
  if (!facts.ok) throw new Error(`A stored input is not valid: ${JSON.stringify(facts.error)}`);
  return facts.value;
}

/** The agreement versions with the ids, read once for a list. */
export async function agreementsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<(id: string) => AgreementVersion> {
  const rows = await tx.agreementVersion.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, document: true },
  });
  const versions = new Map(rows.map(({ id, document }) => [id, validateAgreement(document)]));
  return (id) => {
    const version = versions.get(id);
    if (version?.ok !== true) throw new Error(`No valid agreement version ${id}`);
    return version.value;
  };
}
