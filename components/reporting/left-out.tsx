import { useTranslations } from 'next-intl';
import { RowState } from '#components/month-state/row-state.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import type { Month } from '#lib/shared/month.ts';

type Props = { readonly month: Month; readonly left: readonly MonthRow[] };

/** Who is not sent now, and why. */
export function LeftOut({ month, left }: Props) {
  const t = useTranslations('attest.left');
  return (
    <section aria-labelledby="left" className="mt-10">
      <h2 id="left" className="mb-1 text-lg">
        {t('title', { count: left.length })}
      </h2>
      <p className="mb-3 text-ink-2">{t('hint')}</p>
      <Sheet className="max-w-[760px] px-5 py-2 max-md:px-4">
        <ul>
          {left.map((row) => (
            <li
              key={row.placementId}
              className="grid gap-x-6 gap-y-1 border-t border-line py-3 first:border-t-0 sm:grid-cols-[14rem_minmax(0,1fr)]"
            >
              <TextLink href={`/provider/months/${month}/${row.placementId}`}>{row.participantName}</TextLink>
              <RowState row={row} />
            </li>
          ))}
        </ul>
      </Sheet>
    </section>
  );
}
