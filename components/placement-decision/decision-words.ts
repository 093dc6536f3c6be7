import { useLocale, useTranslations } from 'next-intl';
import { causeOf } from '#lib/domain/placement-decision/interruption-cause.ts';
import type { PlacementDecision } from '#lib/domain/placement-decision/placement-decision.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What a decision about a placement says, in a few words, to staff. */
export function useDecisionWords(): (decision: PlacementDecision) => string {
  const t = useTranslations('interruption-request');
  const locale = useLocale();
  return ({ kind, onDay, cause }) => {
    const day = onDay === null ? '' : formatDate(addDays(onDay, -1), locale);
    const known = causeOf(cause);
    if (kind !== 'end') return t(`decisions.${kind}`, { day });
    return known === null
      ? t('decisions.end', { day })
      : t('decisions.endCause', { day, cause: t(`causes.${known}`) });
  };
}
