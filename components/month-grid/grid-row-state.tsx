import type { RowView } from '#components/month-grid/use-store.ts';
import { RowState } from '#components/month-state/row-state.tsx';
import { Cell } from '#components/ui/table.tsx';

/** How the month stands as it is typed, in the words that the rest of the portal uses. */
export function GridRowState({ view }: { readonly view: RowView }) {
  return (
    <Cell className="grid-state">
      <RowState row={{ ...view.row.row, ...view.live }} />
    </Cell>
  );
}
