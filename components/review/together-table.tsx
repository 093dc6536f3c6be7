import { useLocale, useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { LeftOut } from '#lib/domain/review/approve-together.ts';
import type { TogetherLine } from '#lib/domain/review/together.ts';
import { formatMonth } from '#lib/shared/format-date.ts';
import type { Ore } from '#lib/shared/money.ts';

type Line = TogetherLine & { readonly why?: LeftOut };
type Props = {
  readonly caption: string;
  readonly reports: readonly Line[];
  /** Where they are approved: what they come to. */
  readonly sum?: Ore;
};

/** Reports with what the checks found in them and their kronor; with why not, where they are left out. */
export function TogetherTable({ caption, reports, sum }: Props) {
  const t = useTranslations('review-bench');
  const locale = useLocale();
  const isLeftOut = sum === undefined;
  const columns: readonly Column<Line>[] = [
    {
      key: 'participant',
      head: t('participant'),
      sum: isLeftOut ? undefined : t('together.sum'),
      cell: ({ id, participantName, month, level }) => (
        <>
          <TextLink href={`/review/${id}`}>{participantName}</TextLink>
          <span className="block text-xs font-normal text-ink-3">
            {t('what.periodicReport', { month: formatMonth(month, locale) })}, {t('level', { level })}
          </span>
        </>
      ),
    },
    {
      key: 'provider',
      head: t('provider'),
      cell: ({ providerName, officeName }) => (
        <>
          {providerName}
          <span className="block text-xs text-ink-3">{officeName}</span>
        </>
      ),
    },
    isLeftOut
      ? { key: 'why', head: t('together.leftOutWhy'), wide: true, cell: ({ why }) => why?.message ?? null }
      : { key: 'flags', head: t('together.flags'), wide: true, cell: (line) => <Flags line={line} /> },
    {
      key: 'amount',
      head: t('amount'),
      unit: <Example />,
      numeric: true,
      sum: isLeftOut ? undefined : <Amount value={sum} />,
      cell: ({ amountOre }) => <Amount value={amountOre} />,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={reports} rowKey={({ id }) => id} />;
}

function Flags({ line: { flags, risk } }: { readonly line: TogetherLine }) {
  const t = useTranslations('review-bench');
  const check = useTranslations('reporting.state.check');
  if (flags.length === 0) return <span className="text-ink-3">{t('together.noFlags')}</span>;
  const known = flags.filter((code): code is Parameters<typeof check>[0] =>
    check.has(code as Parameters<typeof check>[0]),
  );
  return (
    <>
      {known.map((code) => check(code)).join(', ')}
      <span className="block text-xs text-ink-3">{t('risk', { risk })}</span>
    </>
  );
}
