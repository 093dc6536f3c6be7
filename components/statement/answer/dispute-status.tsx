import { useLocale, useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { DisputeRow, DisputeState } from '#lib/domain/statement/dispute-view.ts';
import { formatKronor, ore } from '#lib/shared/money.ts';

interface DisputeStatusProps {
  dispute: Pick<DisputeRow, 'state' | 'effectOre' | 'isSeen'>;
  isProvider: boolean;
}

/** What waits for the reader needs a person; the rest is quiet. */
function toneOf(state: DisputeState, isProvider: boolean): Tone {
  switch (state) {
    case 'awaitsAuthority':
      return isProvider ? 'wait' : 'warn';
    case 'awaitsProvider':
      return isProvider ? 'warn' : 'wait';
    case 'corrected':
    case 'unchanged':
    case 'withdrawn':
      return 'ok';
  }
}

export function DisputeStatus({ dispute, isProvider }: DisputeStatusProps) {
  const t = useTranslations('statement-answer.state');
  const locale = useLocale();
  const { state, effectOre } = dispute;
  const effect = effectOre ?? ore(0);
  const amount = `${effect > 0 ? '+' : ''}${formatKronor(effect, locale, { showOre: true })}`;
  const words =
    state === 'awaitsProvider' && isProvider
      ? t('awaitsYou')
      : state === 'corrected'
        ? t('corrected', { amount })
        : t(state);
  return <Status tone={toneOf(state, isProvider)}>{words}</Status>;
}
