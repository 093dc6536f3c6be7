import { useTranslations } from 'next-intl';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import type { RowView } from '#components/month-grid/use-store.ts';
import { RowState } from '#components/month-state/row-state.tsx';
import { Status } from '#components/ui/status.tsx';
import { Cell } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

/** How the month stands as it is typed, in the words that the rest of the portal uses; why, where somebody has decided. */
export function GridRowState({ view }: { readonly view: RowView }) {
  const { row, live, status } = view;
  const t = useTranslations('month-grid.row');
  const { month } = useGridTools();
  const { placementId } = row.row;
  return (
    <Cell className="grid-state">
      {status === 'refused' ? (
        <Status tone="stop">{t('notSaved')}</Status>
      ) : (
        <RowState row={{ ...row.row, ...live }} />
      )}
      {(live.state === 'returned' || live.state === 'rejected') && (
        <small>
          <TextLink href={`/provider/months/${month}/${placementId}`}>{t('reason')}</TextLink>
        </small>
      )}
    </Cell>
  );
}
