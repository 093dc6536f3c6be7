import { useLocale, useTranslations } from 'next-intl';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { useRuns } from '#components/month-grid/use-runs.ts';
import { Icon } from '#components/ui/icon.tsx';
import { RowHead } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { firstDay, nextMonth } from '#lib/shared/month.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = {
  readonly row: MonthRow;
  readonly isOpen: boolean;
  /** Of the row that opens below. */
  readonly detailId: string;
};

/** Who the row is about, and the way to more of it. */
export function GridRowHead({ row, isOpen, detailId }: Props) {
  const t = useTranslations('month-grid.row');
  const { month, open } = useGridTools();
  const runs = useRuns();
  const { placementId, participantName: name } = row;
  const toggle = (): void => {
    const next = new Set(open.get());
    if (!next.delete(placementId)) next.add(placementId);
    open.set(next);
  };
  return (
    <RowHead className="grid-name">
      <div className="flex items-start gap-1">
        {runs && (
          <button
            type="button"
            className="grid-open"
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            aria-label={t('open', { name })}
            onClick={toggle}
          >
            <Icon name="right" />
          </button>
        )}
        <div>
          <TextLink href={`/provider/months/${month}/${placementId}`}>{name}</TextLink>
          <Since row={row} />
        </div>
      </div>
    </RowHead>
  );
}

/** The level, and when the service began or ended in the month. */
function Since({ row }: Pick<Props, 'row'>) {
  const t = useTranslations('reporting.table');
  const locale = useLocale();
  const { month } = useGridTools();
  const { level, from, to } = row;
  const began = from >= firstDay(month) ? dateInWords(from, locale, 'day') : null;
  const ended = to < firstDay(nextMonth(month)) ? dateInWords(addDays(to, -1), locale, 'day') : null;
  return (
    <small>
      {t('level', { level })}
      {began !== null && `, ${t('began', { day: began })}`}
      {ended !== null && `, ${t('ended', { day: ended })}`}
    </small>
  );
}
