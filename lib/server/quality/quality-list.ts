import {
  inUrgency,
  isInState,
  isSearched,
  type JudgedPlacement,
  type QualityBasis,
  type QualityFilter,
  type QualityList,
} from '#lib/domain/quality/quality-view.ts';
import { QUALITY_STATES } from '#lib/domain/quality/standing.ts';
import type { QualityListInput } from '#lib/schemas/quality.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { placementsInReach } from '#lib/server/month/within-reach.ts';
import { judgeScope } from '#lib/server/quality/judge-scope.ts';

const PAGE_SIZE = 50;
const MANDATES = ['coach', 'intake', 'reporter', 'signatory', 'providerAdmin'] as const;
const byName = new Intl.Collator('sv');

/** The participants of the offices in scope by what is most urgent, a page of those that the filter leaves. */
export const qualityList = defineQuery<QualityListInput, QualityList>({
  name: 'quality.list',
  mandates: MANDATES,
  purpose: 'Uppföljning av egen kvalitet',
  run: async (tx, input, context) => {
    const { basis, placements } = await judgeScope(tx, placementsInReach(context.actor), context);
    const searched = placements.filter((placement) => isSearched(placement, input));
    const rows = inUrgency(
      searched.filter((placement) => isInState(placement, input)),
      input,
    );
    const countOf = (state: QualityFilter['state']) =>
      searched.filter((placement) => isInState(placement, { ...input, state })).length;
    const [broken, near, unknown, met] = QUALITY_STATES.map(countOf);
    return {
      ...basis,
      rows: rows.slice((input.page - 1) * PAGE_SIZE, input.page * PAGE_SIZE),
      total: rows.length,
      page: input.page,
      pageSize: PAGE_SIZE,
      counts: {
        all: searched.length,
        broken: broken ?? 0,
        near: near ?? 0,
        unknown: unknown ?? 0,
        met: met ?? 0,
      },
      offices: namesOf(placements, ({ officeId, officeName }) => [officeId, officeName]),
      coaches: namesOf(placements, ({ coachPersonId, coachName }) => [coachPersonId, coachName]),
    };
  },
  reads: ({ rows }) => ({
    type: 'placement',
    id: null,
    participantIds: rows.map(({ participantId }) => participantId),
  }),
});

export type ExportedQuality = QualityBasis & { readonly rows: readonly JudgedPlacement[] };

/** All that the filter leaves, for a file. */
export const exportQuality = defineQuery<QualityListInput, ExportedQuality>({
  name: 'quality.export',
  mandates: MANDATES,
  purpose: 'Uppföljning av egen kvalitet, som fil',
  run: async (tx, input, context) => {
    const { basis, placements } = await judgeScope(tx, placementsInReach(context.actor), context);
    const rows = placements.filter(
      (placement) => isSearched(placement, input) && isInState(placement, input),
    );
    return { ...basis, rows: inUrgency(rows, input) };
  },
  reads: ({ rows }) => ({
    type: 'placement',
    id: null,
    participantIds: rows.map(({ participantId }) => participantId),
  }),
});

function namesOf(
  placements: readonly JudgedPlacement[],
  of: (placement: JudgedPlacement) => readonly [id: string | null, name: string | null],
) {
  return [...new Map(placements.map(of))]
    .flatMap(([id, name]) => (id === null || name === null ? [] : [{ id, name }]))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}
