import { drawFrom, type DrawnFrame, type FramedReport } from '#lib/domain/sampling/draw.ts';
import { sampleShare, type StratumKey } from '#lib/domain/sampling/stratum.ts';
import { decideBy, type Terms } from '#lib/domain/terms/terms.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { openCycleSecret } from '#lib/server/sampling/cycle-secret.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { lastFindings } from '#lib/server/sampling/last-findings.ts';
import { SAMPLING_JOB, type SamplingContext } from '#lib/server/sampling/open-cycles.ts';
import { frameHash, partHash, rankIn } from '#lib/server/sampling/sample-hash.ts';
import { firstDay, type Month } from '#lib/shared/month.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

type LockedCycle = {
  readonly id: string;
  readonly month: Month;
  readonly draw: number;
  readonly sealedSecret: Uint8Array;
};

type Waiting = FramedReport & { readonly contractFrom: PlainDate };

export type DrawnCycle = { readonly frameCount: number; readonly drawnCount: number };

/** Longer than the largest month takes on the slowest machine. */
const TIMEOUT = 10 * 60_000;

/**
 * Draws a cycle: all reports of its month and of earlier ones that wait on the automatic way are its frame, provider by provider; what
 * is drawn goes to a person. One transaction, so that a draw is there whole or not at all. Null where it has been drawn already.
 */
export async function drawCycle(context: SamplingContext, cycleId: string): Promise<DrawnCycle | null> {
  const { database, now, portalSecret } = context;
  const today = plainDateFromDate(now);
  return await inTransaction(
    database,
    SAMPLING_JOB,
    async (tx) => {
      const cycle = await lockCycle(tx, cycleId);
      if (cycle === null) return null;
      const terms = (await loadRules(tx)).termsOf(cycle.month);
      const findings = await lastFindings(tx, today, terms.sampleFindingMonths);
      const rank = rankIn(cycleId, openCycleSecret(portalSecret, cycleId, cycle.sealedSecret));
      const parts: Buffer[] = [];
      let [frameCount, drawnCount] = [0, 0];
      for (const providerId of await waitingProviders(tx, cycle.month)) {
        // oxlint-disable-next-line no-await-in-loop -- one provider's reports in memory at a time
        const waiting = await lockWaiting(tx, cycle.month, providerId);
        if (waiting.length === 0) continue;
        const frame = drawFrom(
          waiting,
          rulesFor(waiting, findings.get(providerId) ?? null, terms, today),
          rank,
        );
        parts.push(partHash(frame.strata, frame.reports));
        frameCount += frame.reports.length;
        // oxlint-disable-next-line no-await-in-loop
        drawnCount += await writePart(tx, cycleId, frame, decideBy(today, terms));
      }
      const drawn = { frameCount, drawnCount };
      await writeDraw(tx, cycle, { ...drawn, parts, now });
      return drawn;
    },
    TIMEOUT,
  );
}

async function lockCycle(tx: Tx, cycleId: string): Promise<LockedCycle | null> {
  const [cycle] = await tx.$queryRaw<
    LockedCycle[]
  >`SELECT id::text, to_char(month, 'YYYY-MM') AS month, draw, sealed_secret AS "sealedSecret"
    FROM sample_cycle WHERE id = ${cycleId}::uuid AND drawn_at IS NULL FOR UPDATE`;
  return cycle ?? null;
}

/** What stood in a frame once is not drawn from again: it is approved, or goes to whom it was drawn for. */
const waitingWhere = (
  month: Month,
): Prisma.Sql => Prisma.sql`r.status = 'submitted' AND r.route = 'automatic' AND r.month <= ${firstDay(month)}::date
  AND NOT r.protected AND r.taken_by_person_id IS NULL AND NOT EXISTS (SELECT 1 FROM sample_frame f WHERE f.report_id = r.id)`;

async function waitingProviders(tx: Tx, month: Month): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT DISTINCT r.provider_id::text AS id FROM report r WHERE ${waitingWhere(month)}`;
  return rows.map(({ id }) => id).toSorted();
}

/** Nobody takes, withdraws or corrects them until the draw is written. */
async function lockWaiting(tx: Tx, month: Month, providerId: string): Promise<readonly Waiting[]> {
  return await queryJson<Waiting>(
    tx,
    Prisma.sql`SELECT r.id AS "reportId", r.provider_id AS "providerId", c.delivery_area_id AS "deliveryAreaId", l.level,
        r.content_hash AS "contentHash", r.amount_ore AS "amountOre", c."from" AS "contractFrom"
      FROM report r JOIN placement l ON l.id = r.placement_id JOIN contract c ON c.id = l.contract_id
      WHERE r.provider_id = ${providerId}::uuid AND ${waitingWhere(month)} ORDER BY r.id FOR UPDATE OF r`,
  );
}

/** The share of each stratum by the terms; of two contracts in an area it is the newer that counts. */
function rulesFor(
  waiting: readonly Waiting[],
  lastFindingOn: PlainDate | null,
  terms: Terms,
  today: PlainDate,
) {
  const newest = new Map<string, PlainDate>();
  for (const { deliveryAreaId, contractFrom } of waiting) {
    const known = newest.get(deliveryAreaId);
    if (known === undefined || contractFrom > known) newest.set(deliveryAreaId, contractFrom);
  }
  const shareOf = ({ deliveryAreaId }: StratumKey) =>
    sampleShare({ contractFrom: newest.get(deliveryAreaId) ?? today, lastFindingOn }, terms, today);
  return { shareOf, least: terms.sampleMinPerStratum };
}

/** Stores a provider's part and hands what is drawn to a person, who has the usual days from the draw at least; returns how many are. */
async function writePart(
  tx: Tx,
  cycleId: string,
  { strata, reports }: DrawnFrame,
  lookBy: PlainDate,
): Promise<number> {
  await tx.$executeRaw`INSERT INTO sample_stratum (cycle_id, provider_id, delivery_area_id, level, frame_count, frame_ore, drawn_count, share_permille, least, because)
    SELECT ${cycleId}::uuid, x."providerId", x."deliveryAreaId", x.level, x."frameCount", x."frameOre", x."drawnCount", x."sharePermille", x.least, x.because
    FROM jsonb_to_recordset(${JSON.stringify(strata)}::jsonb) AS x ("providerId" uuid, "deliveryAreaId" text, level level, "frameCount" int,
      "frameOre" bigint, "drawnCount" int, "sharePermille" int, least int, because text)`;
  await tx.$executeRaw`INSERT INTO sample_frame (report_id, cycle_id, provider_id, delivery_area_id, level, content_hash, amount_ore, position,
      drawn_count, stratum_count, drawn)
    SELECT x."reportId", ${cycleId}::uuid, x."providerId", x."deliveryAreaId", x.level, x."contentHash", x."amountOre", x.position, x."drawnCount",
      x."stratumCount", x.drawn
    FROM jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) AS x ("reportId" uuid, "providerId" uuid, "deliveryAreaId" text, level level,
      "contentHash" text, "amountOre" bigint, position int, "drawnCount" int, "stratumCount" int, drawn boolean)`;
  const drawn = reports.flatMap((report) => (report.drawn ? [report.reportId] : []));
  return await tx.$executeRaw`UPDATE report SET route = 'person', route_reason = 'sample', decide_by = greatest(decide_by, ${lookBy}::date),
    version = version + 1 WHERE id = ANY (${drawn}::uuid[])`;
}

async function writeDraw(
  tx: Tx,
  { id, month, draw }: LockedCycle,
  {
    frameCount,
    drawnCount,
    parts,
    now,
  }: DrawnCycle & { readonly parts: readonly Buffer[]; readonly now: Date },
): Promise<void> {
  const hash = frameHash(id, parts);
  const hashes = parts.map((part) => part.toString('hex'));
  await tx.$executeRaw`UPDATE sample_cycle SET drawn_at = ${now}, frame_count = ${frameCount}, drawn_count = ${drawnCount},
    frame_hash = ${new Uint8Array(hash)}, part_hashes = ARRAY(SELECT decode(h, 'hex') FROM unnest(${hashes}::text[]) WITH ORDINALITY AS p (h, n) ORDER BY n)
    WHERE id = ${id}::uuid`;
  const detail = { month, draw, frameCount, drawnCount, frameHash: hash.toString('hex') };
  await writeAudit(tx, {
    actor: SAMPLING_JOB,
    action: 'sample.draw',
    outcome: 'done',
    subject: { type: 'sampleCycle', id, participantIds: [], detail },
  });
}
