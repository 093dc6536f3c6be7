import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The documents that a report is held against: the terms of its month and the agreement of its placement. */
export type RulesInForce = {
  readonly termsOf: (month: Month) => Terms;
  readonly agreementOf: (agreementVersionId: string) => AgreementVersion;
};

type Row = {
  readonly terms: readonly { readonly from: PlainDate; readonly document: Terms }[] | null;
  /** Documents as texts, by id. */
  readonly agreements: Readonly<Record<string, string>> | null;
};

const loaded = new WeakMap<Tx, Promise<RulesInForce>>();

/**
 * Reads every version of the terms and of the agreements, once a transaction: there are few, and they never change once
 * published. A month from before the first terms is held against the first.
 */
export function loadRules(tx: Tx): Promise<RulesInForce> {
  const known = loaded.get(tx);
  if (known !== undefined) return known;
  const rules = readRules(tx);
  loaded.set(tx, rules);
  return rules;
}

async function readRules(tx: Tx): Promise<RulesInForce> {
  const [row] = await tx.$queryRaw<Row[]>`SELECT
    (SELECT json_agg(json_build_object('from', valid_from, 'document', document) ORDER BY valid_from) FROM terms_version) AS terms,
    (SELECT json_object_agg(id, document::text) FROM agreement_version) AS agreements`;
  const terms = row?.terms ?? [];
  const documents = row?.agreements ?? {};

  function termsOf(month: Month): Terms {
    const inForce = terms.findLast(({ from }) => from <= firstDay(month)) ?? terms[0];
    if (inForce === undefined)
      throw new Error('There are no terms: every database is loaded with a first version');
    return inForce.document;
  }

  function agreementOf(id: string): AgreementVersion {
    const document = documents[id];
    if (document === undefined) throw new Error(`There is no agreement version ${id}`);
    return readAgreement(document);
  }

  return { termsOf, agreementOf };
}

const agreements = new Map<string, AgreementVersion>();

/** The agreement that a document is. The same text is the same agreement: it is validated once a process. */
function readAgreement(document: string): AgreementVersion {
  const known = agreements.get(document);
  if (known !== undefined) return known;
  const read = validateAgreement(JSON.parse(document));
  if (!read.ok) throw new Error(`An agreement version is not valid: ${JSON.stringify(read.error)}`);
  agreements.set(document, read.value);
  return read.value;
}
