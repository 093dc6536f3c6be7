import { useLocale, useTranslations } from 'next-intl';
import { Status, type Tone } from '#components/ui/status.tsx';
import type { CycleState, ListedCycle } from '#lib/domain/sampling/sample-view.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

const TONES: Readonly<Record<CycleState, Tone>> = { open: 'none', drawn: 'wait', closed: 'ok' };

/** How far a cycle has come, and what it waits for. */
export function CycleStatus({ cycle }: { readonly cycle: ListedCycle }) {
  const t = useTranslations('sampling.state');
  const locale = useLocale();
  const { state, drawOn, estimate } = cycle;
  const reasons: Readonly<Record<CycleState, string | undefined>> = {
    open: t('openReason', { date: dateInWords(drawOn, locale) }),
    drawn: t('drawnReason', { decided: estimate?.decidedCount ?? 0, drawn: estimate?.drawnCount ?? 0 }),
    closed: undefined,
  };
  return (
    <Status tone={TONES[state]} reason={reasons[state]}>
      {t(state)}
    </Status>
  );
}
