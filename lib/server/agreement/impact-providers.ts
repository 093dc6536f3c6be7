import type { Impact } from '#lib/domain/agreement/impact.ts';
import type { ProviderImpact } from '#lib/domain/agreement/impact-csv.ts';
import type { ImpactProgress } from '#lib/domain/agreement/impact-view.ts';
import type { DraftIdInput } from '#lib/schemas/agreement-draft.ts';
import { findImpact } from '#lib/server/agreement/find-impact.ts';
import { defineQuery } from '#lib/server/command/query.ts';

const READ = { mandates: ['agreementAdmin', 'auditor'], purpose: 'Förvaltning av avtal' } as const;

/** How far the latest preview of a draft has come, for a page that asks again and again. */
export const impactProgress = defineQuery({
  ...READ,
  name: 'agreementDraft.impactProgress',
  run: async (tx, { draftId }: DraftIdInput): Promise<ImpactProgress | null> => {
    const row = await findImpact(tx, draftId);
    if (row === null) return null;
    const { state, providersTotal, providersDone } = row;
    return { state, providersTotal, providersDone };
  },
  reads: () => null,
});

type Row = { readonly orgNo: string; readonly name: string; readonly impact: Omit<Impact, 'examples'> };

/** The latest finished preview provider by provider, those whose sum changes most first. */
export const impactProviders = defineQuery({
  ...READ,
  name: 'agreementDraft.impactProviders',
  run: async (tx, { draftId }: DraftIdInput): Promise<readonly ProviderImpact[] | null> => {
    const latest = await findImpact(tx, draftId);
    if (latest?.state !== 'finished') return null;
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.org_no AS "orgNo", r.name, i.result - 'examples' AS impact
      FROM impact_provider i JOIN provider r ON r.id = i.provider_id WHERE i.impact_preview_id = ${latest.id}::uuid
      ORDER BY abs((i.result #>> '{total,after}')::bigint - (i.result #>> '{total,before}')::bigint) DESC, r.name`;
    return rows.map((row) => ({ ...row, impact: { ...row.impact, examples: [] } }));
  },
  reads: () => null,
});
