import { useLocale, useTranslations } from 'next-intl';
import { PendingTable } from '#components/statement/pending-table.tsx';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import { formatKronor } from '#lib/shared/money.ts';

interface PendingSectionProps {
  view: StatementView;
  reader: StatementReader;
}

/** The soonest of what is on its way; the rest has a page of its own. */
export function PendingSection({ view: { pending }, reader }: PendingSectionProps) {
  const t = useTranslations('statement.waiting');
  const locale = useLocale();
  const count = pending.months.reduce((sum, { amounts }) => sum + amounts, 0);
  const amount = formatKronor(pending.amountOre, locale);
  return (
    <PageSection title={t('title')} note={count === 0 ? undefined : t('note', { count, amount })}>
      {count === 0 && <p>{t('empty')}</p>}
      {pending.items.length > 0 && <PendingTable entries={pending.items} />}
      {count > 0 && (
        <p className="no-print mt-4">
          <TextLink href={`${reader.base}/waiting`}>{t('all')}</TextLink>
        </p>
      )}
    </PageSection>
  );
}
