import { useLocale, useTranslations } from 'next-intl';
import { type Column, DataTable } from '#components/ui/data-table.tsx';
import type { IconName } from '#components/ui/icon.tsx';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { ContractState, RegisteredContract } from '#lib/domain/admin/contract-register.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

export function ContractTable({ contracts }: { readonly contracts: readonly RegisteredContract[] }) {
  const t = useTranslations('admin.contracts');
  const columns: readonly Column<RegisteredContract>[] = [
    {
      key: 'provider',
      head: t('provider'),
      cell: ({ providerName, orgNo }) => (
        <>
          {providerName}
          <span className="block text-xs font-normal text-ink-3">{`${orgNo.slice(0, 6)}-${orgNo.slice(6)}`}</span>
        </>
      ),
    },
    { key: 'kaNumber', head: t('kaNumber'), cell: ({ kaNumber }) => kaNumber },
    {
      key: 'where',
      head: t('where'),
      cell: ({ deliveryArea, places }) => (
        <>
          {deliveryArea}
          <span className="block text-xs text-ink-3">{places.join(', ')}</span>
        </>
      ),
    },
    { key: 'time', head: t('time'), cell: (contract) => <ContractTime contract={contract} /> },
    {
      key: 'state',
      head: t('state'),
      cell: ({ state }) => <Status {...shapeOf(state)}>{t(`states.${state}`)}</Status>,
    },
    {
      key: 'places',
      head: t('places'),
      numeric: true,
      cell: ({ placesTaken: taken, capacity, participantsNow }) => (
        <>
          {t('placesOf', { taken, capacity })}
          <span className="block text-xs text-ink-3">{t('now', { count: participantsNow })}</span>
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={contracts}
      rowKey={({ contractId }) => contractId}
    />
  );
}

function ContractTime({ contract: { from, to } }: { readonly contract: RegisteredContract }) {
  const t = useTranslations('admin.contracts');
  const locale = useLocale();
  const first = formatDate(from, locale);
  return to === null
    ? t('noEnd', { from: first })
    : t('fromTo', { from: first, to: formatDate(addDays(to, -1), locale) });
}

/** Only what can be chosen is in order; the rest is no fault, and told apart by shape and words. */
function shapeOf(state: ContractState): { readonly tone: Tone; readonly icon: IconName } {
  switch (state) {
    case 'open':
      return { tone: 'ok', icon: 'ok' };
    case 'full':
      return { tone: 'none', icon: 'people' };
    case 'closed':
      return { tone: 'none', icon: 'paused' };
    case 'coming':
      return { tone: 'none', icon: 'clock' };
    case 'ended':
      return { tone: 'none', icon: 'none' };
  }
}
