import { useTranslations } from 'next-intl';
import { DisputeStatus } from '#components/statement/answer/dispute-status.tsx';
import { useGroupWords } from '#components/statement/group-words.ts';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DisputeRow } from '#lib/domain/statement/dispute-view.ts';

interface DisputeTableProps {
  disputes: readonly DisputeRow[];
  isProvider: boolean;
  caption: string;
  hrefOf: (dispute: DisputeRow) => string;
  /** Between what it is about and how it stands. */
  more?: readonly Column<DisputeRow>[];
}

/** Disputes with what they are about and how they stand. */
export function DisputeTable({ disputes, isProvider, caption, hrefOf, more = [] }: DisputeTableProps) {
  const t = useTranslations('statement-answer.list');
  const words = useGroupWords();
  const columns: readonly Column<DisputeRow>[] = [
    {
      key: 'what',
      head: t('what'),
      cell: (dispute) => (
        <>
          <TextLink href={hrefOf(dispute)}>
            {words.title({ ...dispute, correction: dispute.isCorrection })}
          </TextLink>
          <small>
            <SubjectText subject={dispute.subject} />
          </small>
        </>
      ),
    },
    ...more,
    {
      key: 'state',
      head: t('state'),
      cell: (dispute) => <DisputeStatus dispute={dispute} isProvider={isProvider} />,
    },
    {
      key: 'opened',
      head: t('opened'),
      cell: ({ openedAt }) => <InstantText instant={openedAt} style="day" />,
    },
    {
      key: 'amount',
      head: t('amount'),
      unit: <Example />,
      numeric: true,
      cell: ({ amountOre }) => <Amount value={amountOre} exact />,
    },
  ];
  return (
    <DataTable caption={caption} captionHidden columns={columns} rows={disputes} rowKey={({ id }) => id} />
  );
}
