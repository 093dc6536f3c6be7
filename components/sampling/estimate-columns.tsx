import { mostOf, ShareInterval } from '#components/sampling/share-interval.tsx';
import type { useEstimateWords } from '#components/sampling/use-estimate-words.ts';
import type { Column } from '#components/ui/data-table.tsx';
import type { Estimate } from '#lib/domain/sampling/estimate.ts';

type Given = {
  readonly t: (key: 'frame' | 'drawn' | 'errors' | 'share' | 'picture') => string;
  readonly words: ReturnType<typeof useEstimateWords>;
};

/** What is told of every estimate alike: how many, how many drawn, how many wrong, and the share with its interval as number and picture. */
export function estimateColumns<Item>(
  rows: readonly Item[],
  estimateOf: (item: Item) => Estimate | null,
  { t, words }: Given,
): readonly Column<Item>[] {
  const most = mostOf(rows.map(estimateOf));
  const count = (key: 'frame' | 'drawn' | 'errors', of: (estimate: Estimate) => number): Column<Item> => ({
    key,
    head: t(key),
    numeric: true,
    cell: (item) => {
      const estimate = estimateOf(item);
      return estimate === null ? null : of(estimate);
    },
  });
  return [
    count('frame', ({ frameCount }) => frameCount),
    count('drawn', ({ drawnCount }) => drawnCount),
    count('errors', ({ errorCount }) => errorCount),
    { key: 'share', head: t('share'), cell: (item) => words.share(estimateOf(item)) },
    {
      key: 'picture',
      head: t('picture'),
      cell: (item) => {
        const estimate = estimateOf(item);
        if (estimate === null || estimate.share === null) return null;
        const { share, isTooSmall } = estimate;
        return (
          <ShareInterval share={share} isTooSmall={isTooSmall} most={most} words={words.picture(share)} />
        );
      },
    },
  ];
}
