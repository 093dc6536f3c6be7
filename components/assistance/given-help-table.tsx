import { useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { GivenHelp } from '#lib/domain/assistance/helped.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

export interface GivenHelpTableProps {
  base: string;
  given: readonly GivenHelp[];
}

/** What was done for the participant by somebody else, each with its letter. */
export function GivenHelpTable({ base, given }: GivenHelpTableProps) {
  const t = useTranslations('assisted.done');
  const reasons = useTranslations('assisted.reason');
  const locale = useStaffLocale();
  if (given.length === 0) return <p>{t('none')}</p>;
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={given}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: t('what'),
          cell: ({ kind, assistedBy, provider }) =>
            t(assistedBy === 'paperCode' ? 'code' : kind, { provider }),
        },
        { key: 'at', head: t('at'), cell: ({ doneOn }) => <DateText date={doneOn} /> },
        { key: 'by', head: t('by'), cell: ({ by }) => by },
        { key: 'reason', head: t('reason'), cell: ({ reason }) => reasons(reason) },
        {
          key: 'letter',
          head: t('letter'),
          cell: ({ id, letterOn }) => (
            <TextLink href={`${base}/letters/${id}`}>
              {letterOn === null ? t('open') : t('sent', { date: dateInWords(letterOn, locale) })}
            </TextLink>
          ),
        },
      ]}
    />
  );
}
