import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { Outage } from '#lib/domain/availability/outage.ts';
import { type Terms, TERMS_SINCE_STATEMENTS } from '#lib/domain/terms/terms.ts';
import { OUTAGES, withMovedDays } from '#lib/server/availability/with-moved-days.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** The documents that a report is held against: the terms of its month and the agreement of its placement. */
export type RulesInForce = {
  readonly termsOf: (month: Month) => Terms;
  readonly agreementOf: (agreementVersionId: string) => AgreementVersion;
};

/** Which versions there are, each by what its document hashes to. */
export type RulesIndex = {
  readonly terms: readonly { readonly from: PlainDate; readonly hash: string }[] | null;
  /** Hashes by id. */
  readonly agreements: Readonly<Record<string, string>> | null;
  /** When the portal was down: last days move by it. */
  readonly outages: readonly Outage[] | null;
};

/** {@link RulesIndex} as a value of any query: there are few versions, and what is published never changes. */
export const RULES_INDEX = Prisma.sql`json_build_object(
  'terms', (SELECT json_agg(json_build_object('from', valid_from, 'hash', md5(document::text)) ORDER BY valid_from) FROM terms_version),
  'agreements', (SELECT json_object_agg(id, md5(document::text)) FROM agreement_version), 'outages', ${OUTAGES})`;

const loaded = new WeakMap<Tx, Promise<RulesInForce>>();

/** Every version of the terms and of the agreements, asked for once a transaction. */
export function loadRules(tx: Tx): Promise<RulesInForce> {
  const known = loaded.get(tx);
  if (known !== undefined) return known;
  const rules = readRules(tx);
  loaded.set(tx, rules);
  return rules;
}

async function readRules(tx: Tx): Promise<RulesInForce> {
  const [row] = await tx.$queryRaw<{ index: RulesIndex }[]>`SELECT ${RULES_INDEX} AS index`;
  return await rulesOf(tx, row?.index ?? { terms: null, agreements: null, outages: null });
}

/** Documents by their hash. What a process has read it keeps: the same hash is the same document. */
const documents = new Map<string, string>();
const agreements = new Map<string, AgreementVersion>();
const terms = new Map<string, Terms>();

/**
 * The rules that an index stands for; documents that this process has not seen are read. A month from before the first terms
 * is held against the first.
 */
export async function rulesOf(tx: Tx, index: RulesIndex): Promise<RulesInForce> {
  const versions = index.terms ?? [];
  const hashes = index.agreements ?? {};
  const all = [...versions.map(({ hash }) => hash), ...Object.values(hashes)];
  if (!all.every((hash) => documents.has(hash))) await readDocuments(tx);
  // Asked for each report of thousands: what outages have moved is found out once for each version of the terms.
  const moved = new Map<string, Terms>();
  return {
    termsOf(month) {
      const inForce = versions.findLast(({ from }) => from <= firstDay(month)) ?? versions[0];
      if (inForce === undefined)
        throw new Error('There are no terms: every database is loaded with a first version');
      const { hash } = inForce;
      const published = kept(
        terms,
        hash,
        (text): Terms => ({
          ...TERMS_SINCE_STATEMENTS,
          ...JSON.parse(text),
        }),
      );
      const known = moved.get(hash) ?? withMovedDays(published, index.outages);
      moved.set(hash, known);
      return known;
    },
    agreementOf(id) {
      const hash = hashes[id];
      if (hash === undefined) throw new Error(`There is no agreement version ${id}`);
      return kept(agreements, hash, readAgreement);
    },
  };
}

async function readDocuments(tx: Tx): Promise<void> {
  const read = await tx.$queryRaw<{ hash: string; text: string }[]>`
    SELECT md5(document::text) AS hash, document::text AS text FROM terms_version
    UNION ALL SELECT md5(document::text), document::text FROM agreement_version`;
  for (const { hash, text } of read) documents.set(hash, text);
}

/** Each document is parsed and validated once a process. */
function kept<Value>(values: Map<string, Value>, hash: string, read: (text: string) => Value): Value {
  const known = values.get(hash);
  if (known !== undefined) return known;
  const value = read(documents.get(hash) ?? '');
  values.set(hash, value);
  return value;
}

function readAgreement(document: string): AgreementVersion {
  const read = validateAgreement(JSON.parse(document));
  if (!read.ok) throw new Error(`An agreement version is not valid: ${JSON.stringify(read.error)}`);
  return read.value;
}
