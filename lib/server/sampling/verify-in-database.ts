import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { resultsHash } from '#lib/server/sampling/sample-hash.ts';
import { decisionDifferences } from '#lib/server/sampling/verify-decisions.ts';
import { type Difference, namedFirst } from '#lib/server/sampling/verify-sample.ts';

/**
 * Holds a closed cycle against what is not its own: the reports themselves, which are never edited, what was decided of them, and what the
 * log wrote down when the cycle was opened, drawn and closed. The log has a chain of its own (`npm run audit:verify`).
 */
export async function verifyInDatabase(tx: Tx, file: SampleFile): Promise<readonly Difference[]> {
  return [
    ...(await reportDifferences(tx, file)),
    ...(await decisionDifferences(tx, file)),
    ...(await logDifferences(tx, file)),
  ];
}

async function reportDifferences(tx: Tx, { cycle }: SampleFile): Promise<readonly Difference[]> {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT f.report_id::text AS id FROM sample_frame f JOIN report r ON r.id = f.report_id
      JOIN placement l ON l.id = r.placement_id JOIN contract c ON c.id = l.contract_id
    WHERE f.cycle_id = ${cycle.id}::uuid AND (f.content_hash, f.provider_id, f.amount_ore, f.delivery_area_id)
      IS DISTINCT FROM (r.content_hash, r.provider_id, r.amount_ore, c.delivery_area_id) ORDER BY f.report_id`;
  return namedFirst(rows, 'reportDiffers', (id) => `Report ${id} is not as it stood when it was drawn from.`);
}

type Logged = { readonly action: string; readonly detail: Readonly<Record<string, unknown>> };

async function logDifferences(tx: Tx, { cycle, results }: SampleFile): Promise<readonly Difference[]> {
  const entries = await tx.$queryRaw<Logged[]>`SELECT action, detail FROM audit_entry
    WHERE subject_type = 'sampleCycle' AND subject_id = ${cycle.id} AND action IN ('sample.open', 'sample.draw', 'sample.close') AND outcome = 'done'`;
  const { commitment, frameHash, frameCount, drawnCount, secret } = cycle;
  const wanted = {
    'sample.open': { commitment },
    'sample.draw': { frameHash, frameCount, drawnCount },
    'sample.close': {
      secret,
      errors: results.filter(({ error }) => error !== null).length,
      resultsHash: resultsHash(cycle.id, results).toString('hex'),
    },
  };
  return Object.entries(wanted).flatMap(([action, detail]) => {
    const found = entries.filter((entry) => entry.action === action);
    const [only] = found;
    if (only === undefined || found.length > 1)
      return [
        {
          code: 'logDiffers',
          message: `The log has ${found.length} entries ${action} of the cycle, and should have one.`,
        },
      ];
    const differs = Object.entries(detail).filter(([name, value]) => only.detail[name] !== value);
    return differs.map(([name]) => ({
      code: 'logDiffers',
      message: `The log has another ${name} of the cycle (${action}).`,
    }));
  });
}
