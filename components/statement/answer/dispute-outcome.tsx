import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { DisputeView } from '#lib/domain/statement/dispute-view.ts';
import { formatKronor, ore } from '#lib/shared/money.ts';

/** How a closed dispute ended, in a sentence; nothing while it is open. */
export function DisputeOutcome({ dispute: { state, effectOre } }: { dispute: DisputeView }) {
  const t = useTranslations('statement-answer.view.closed');
  const locale = useLocale();
  if (state === 'awaitsAuthority' || state === 'awaitsProvider') return null;
  const effect = effectOre ?? ore(0);
  const amount = `${effect > 0 ? '+' : ''}${formatKronor(effect, locale, { showOre: true })}`;
  return (
    <Notice tone="ok" className="mt-8">
      {state === 'corrected' ? t('corrected', { amount }) : t(state)}
    </Notice>
  );
}
