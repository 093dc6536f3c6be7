import type { JobActor } from '#lib/domain/actor/actor.ts';
import { type Impact, mergeImpacts, NO_IMPACT } from '#lib/domain/agreement/impact.ts';
import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import { documentHashOf } from '#lib/server/agreement/draft-row.ts';
import { providerImpact } from '#lib/server/agreement/provider-impact.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

const ACTOR: JobActor = { kind: 'job', name: 'agreement.impact' };
/** As a statement run: one provider with all the participants of the country takes more than the usual minute. */
const LONGEST_PROVIDER_MS = 1_800_000;

export type PreviewInput = {
  /** A client of the worker's role. */
  readonly database: Database;
  readonly previewId: string;
  readonly now: () => Date;
  readonly batchSize?: number;
  /** Told after each provider, with its transaction committed. */
  readonly onProvider?: (done: number, total: number) => void;
};

type Opened = {
  readonly asOf: PlainDate;
  readonly replacesId: string;
  readonly before: AgreementVersion;
  readonly after: AgreementVersion;
  readonly providers: readonly {
    readonly id: string;
    readonly done: Impact | null;
  }[];
};

type Row = {
  asOf: PlainDate;
  state: string;
  documentHash: string;
  document: unknown;
  replacesId: string;
  followed: unknown;
};

function agreementOf(document: unknown): AgreementVersion {
  const read = validateAgreement(document);
  if (!read.ok) throw new Error('A preview is asked for of valid versions only');
  return read.value;
}

/** What the preview is about, with what earlier tries have stored. Null: there is nothing left to do. */
async function open(tx: Tx, previewId: string): Promise<Opened | null> {
  const [row] = await tx.$queryRaw<
    Row[]
  >`SELECT i.as_of::text AS "asOf", i.state, i.document_hash AS "documentHash", d.document,
      d.replaces_id AS "replacesId", v.document AS followed
    FROM impact_preview i JOIN agreement_draft d ON d.id = i.agreement_draft_id JOIN agreement_version v ON v.id = d.replaces_id
    WHERE i.id = ${previewId}::uuid FOR UPDATE OF i`;
  if (row === undefined || row.state === 'finished') return null;
  const { asOf, replacesId } = row;
  if (documentHashOf(row) !== row.documentHash) {
    // Edited since it was asked for: it would tell of something that nobody asked about.
    await tx.$executeRaw`UPDATE impact_preview SET state = 'failed' WHERE id = ${previewId}::uuid`;
    return null;
  }
  const providers = await tx.$queryRaw<Opened['providers']>`
    SELECT r.id::text, i.result AS done FROM provider r
    LEFT JOIN impact_provider i ON i.provider_id = r.id AND i.impact_preview_id = ${previewId}::uuid
    WHERE EXISTS (SELECT 1 FROM placement p WHERE p.provider_id = r.id AND p.agreement_version_id = ${replacesId} AND p."from" < ${asOf}::date)
    ORDER BY r.id`;
  const done = providers.filter((provider) => provider.done !== null).length;
  await tx.$executeRaw`UPDATE impact_preview SET state = 'running', providers_total = ${providers.length}, providers_done = ${done}
    WHERE id = ${previewId}::uuid`;
  return { asOf, replacesId, providers, before: agreementOf(row.followed), after: agreementOf(row.document) };
}

async function finish(database: Database, previewId: string, result: Impact, now: Date): Promise<void> {
  await inTransaction(database, ACTOR, async (tx) => {
    const finished =
      await tx.$executeRaw`UPDATE impact_preview SET state = 'finished', result = ${JSON.stringify(result)}::jsonb, finished_at = ${now}
      WHERE id = ${previewId}::uuid AND state <> 'finished'`;
    if (finished === 0) return;
    const { placements, changed, examples } = result;
    await writeAudit(tx, {
      actor: ACTOR,
      action: 'agreementDraft.calculateImpact',
      outcome: 'done',
      subject: {
        type: 'impactPreview',
        id: previewId,
        participantIds: examples.map(({ participantId }) => participantId),
        detail: { placements, changed },
      },
    });
  });
}

async function calculate(
  { database, previewId, onProvider, batchSize }: PreviewInput,
  opened: Opened,
): Promise<Impact> {
  const { providers, asOf, replacesId, before, after } = opened;
  let impact = providers.reduce(
    (sum, { done }) => (done === null ? sum : mergeImpacts(sum, done)),
    NO_IMPACT,
  );
  let count = providers.filter(({ done }) => done !== null).length;
  for (const { id: providerId } of providers.filter(({ done }) => done === null)) {
    const known = impact.examples;
    const own = await inTransaction(
      database,
      ACTOR,
      async (tx) => {
        const about = { providerId, asOf, replacesId, before, after, known };
        const result = await providerImpact(tx, batchSize === undefined ? about : { ...about, batchSize });
        await tx.$executeRaw`INSERT INTO impact_provider (impact_preview_id, provider_id, result)
        VALUES (${previewId}::uuid, ${providerId}::uuid, ${JSON.stringify(result)}::jsonb)`;
        await tx.$executeRaw`UPDATE impact_preview SET providers_done = ${count + 1} WHERE id = ${previewId}::uuid`;
        return result;
      },
      LONGEST_PROVIDER_MS,
    );
    impact = mergeImpacts(impact, own);
    count += 1;
    onProvider?.(count, providers.length);
  }
  return impact;
}

/**
 * Calculates what the present placements of the version that a draft follows would have been paid under the draft, provider
 * by provider. Can be killed at any point and started again: providers that are done are passed over.
 */
export async function previewImpact(input: PreviewInput): Promise<void> {
  const { database, previewId, now } = input;
  try {
    const opened = await inTransaction(database, ACTOR, async (tx) => await open(tx, previewId));
    if (opened === null) return;
    await finish(database, previewId, await calculate(input, opened), now());
  } catch (error) {
    await inTransaction(database, ACTOR, async (tx) => {
      await tx.$executeRaw`UPDATE impact_preview SET state = 'failed' WHERE id = ${previewId}::uuid AND state <> 'finished'`;
    });
    throw error;
  }
}
