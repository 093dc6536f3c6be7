import type { Found } from '#bench/lib/compare-findings.ts';
import type { JobActor } from '#lib/domain/actor/actor.ts';
import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import type { Database } from '#lib/server/db/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { rushedBatch } from '#lib/domain/report/checks/rushed-batch.ts';
import { readingOf } from '#lib/domain/report/reading-time.ts';
import { checked } from '#lib/domain/report/testing/checked.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { checkDocuments } from '#lib/server/document/check-documents.ts';
import { checkOutcome } from '#lib/server/outcome/outcome-checks.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const JOB: JobActor = { kind: 'job', name: 'bench.checks' };
const TIMEOUT = 5 * 60_000;
const DOCUMENTS_AT_ONCE = 1000;

/** What the job stored about the reports of a month. */
export async function reportFindings(owner: Database, month: Month): Promise<readonly Found[]> {
  return await owner.$queryRaw<Found[]>`
    SELECT f.code, f.report_id::text AS id FROM check_finding f JOIN report r ON r.id = f.report_id WHERE r.month = ${firstDay(month)}::date`;
}

type StoredOutcome = { readonly id: string; readonly placementId: string; readonly content: OutcomeContent };

/** What the checks that outcomes meet when they come in say of those that wait, as a reviewer sees them. */
export async function outcomeFindings(owner: Database, app: Database): Promise<readonly Found[]> {
  const outcomes = await queryJson<StoredOutcome>(
    owner,
    Prisma.sql`SELECT o.id, o.placement_id AS "placementId", json_build_object('type', o.type, 'from', o."from",
        'signalledOn', o.signalled_on, 'appliedOn', o.applied_on, 'spells', (SELECT json_agg(json_build_object('from', s."from", 'to', s."to",
          'extentPercent', s.extent_percent, 'employerOrgNo', s.employer_org_no, 'employerName', s.employer_name) ORDER BY s.number)
          FROM outcome_spell s WHERE s.outcome_id = o.id)) AS content
      FROM outcome o JOIN placement p ON p.id = o.placement_id WHERE o.status = 'submitted' AND NOT p.protected ORDER BY o.id`,
  );
  const reviewer = await buildAuthorityActor(owner, 'reviewer');
  return await inTransaction(app, reviewer, (tx) => checkAll(tx, outcomes), TIMEOUT);
}

async function checkAll(tx: Tx, outcomes: readonly StoredOutcome[]): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const { id, placementId, content } of outcomes) {
    // oxlint-disable-next-line no-await-in-loop -- one connection
    for (const { code } of await checkOutcome(tx, placementId, content)) found.push({ code, id });
  }
  return found;
}

/** What the text checks say of the documents that wait, of all providers. */
export async function documentFindings(owner: Database, today: PlainDate): Promise<readonly Found[]> {
  const documents = await owner.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM document WHERE status = 'submitted' AND EXISTS (SELECT 1 FROM document_print f WHERE f.document_id = document.id) ORDER BY id`;
  const ids = documents.map(({ id }) => id);
  const found: Found[] = [];
  for (let at = 0; at < ids.length; at += DOCUMENTS_AT_ONCE) {
    const documentIds = ids.slice(at, at + DOCUMENTS_AT_ONCE);
    // oxlint-disable-next-line no-await-in-loop -- a page in memory at a time
    const page = await inTransaction(
      owner,
      JOB,
      (tx) => checkDocuments(tx, { documentIds, today, now: new Date() }),
      TIMEOUT,
    );
    for (const { documentId, findings } of page)
      for (const { code } of findings) found.push({ code, id: documentId });
  }
  return found;
}

type Signed = {
  readonly at: number;
  readonly reports: readonly { readonly id: string; readonly hash: string }[];
  readonly shown: readonly { readonly at: number; readonly contentHashes: readonly string[] }[];
};

/**
 * What is said of a batch when it is signed: how long its reports were in sight before. Signing is past for what is seeded, so
 * that what was shown, and when, is held against the example terms here, by the portal's own two functions.
 */
export async function batchFindings(owner: Database, month: Month): Promise<readonly Found[]> {
  const batches = await queryJson<Signed>(
    owner,
    Prisma.sql`SELECT extract(epoch FROM a.attested_at) * 1000 AS at,
        (SELECT json_agg(json_build_object('id', r.id, 'hash', r.content_hash)) FROM report r WHERE r.attestation_id = a.id) AS reports,
        (SELECT coalesce(json_agg(json_build_object('at', extract(epoch FROM s.shown_at) * 1000, 'contentHashes', s.content_hashes)), '[]')
          FROM attest_shown s WHERE s.person_id = a.person_id AND s.month = a.month AND s.shown_at <= a.attested_at
            AND s.shown_at > a.attested_at - interval '1 day') AS shown
      FROM attestation a WHERE a.month = ${firstDay(month)}::date AND NOT a.standing`,
  );
  return batches.flatMap(({ at, reports, shown }) => {
    const reading = readingOf(
      reports.map(({ hash }) => hash),
      shown,
      at,
    );
    const found = rushedBatch(checked({ facts: { reading } }));
    return found.flatMap(({ code }) => reports.map(({ id }) => ({ code, id })));
  });
}
