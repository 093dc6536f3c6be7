import { useLocale, useTranslations } from 'next-intl';
import type { StatementReader } from '#components/statement/statement-reader.ts';
import { Amount } from '#components/ui/amount.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { StatementView } from '#lib/domain/statement/statement-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { formatKronor, ore } from '#lib/shared/money.ts';

interface ChangesSectionProps {
  view: StatementView;
  reader: StatementReader;
}

/** How far this statement is from the one before, and the way to why. Not there on the first. */
export function ChangesSection({ view, reader }: ChangesSectionProps) {
  const t = useTranslations('statement.changes');
  const locale = useLocale();
  const { previous, sums } = view;
  if (previous === null) return null;
  const before = formatKronor(previous.netOre, locale, { showOre: true });
  const difference = ore(sums.netOre - previous.netOre);
  return (
    <PageSection
      title={t('title')}
      note={t('note', { date: formatDate(previous.cutOff, locale), amount: before })}
    >
      <p className="text-lg">
        {t.rich('sentence', {
          difference: () => <Amount value={difference} exact signed />,
        })}
      </p>
      <p className="no-print mt-2">
        <TextLink href={`${reader.base}/changes`}>{t('open')}</TextLink>
      </p>
    </PageSection>
  );
}
