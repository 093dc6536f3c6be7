import { useLocale, useTranslations } from 'next-intl';
import { SwedishText } from '#components/participant/own-words.tsx';
import { causeOf } from '#lib/domain/placement-decision/interruption-cause.ts';
import type { PlacementDecision } from '#lib/domain/placement-decision/placement-decision.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** A decision about the participant's time: what it says, what follows, why, and when it was made. */
export function OwnDecisionText({ decision }: { readonly decision: PlacementDecision }) {
  const t = useTranslations('own-documents');
  const locale = useLocale();
  const { kind, onDay, reason, decidedOn } = decision;
  const day = onDay === null ? '' : dateInWords(addDays(onDay, -1), locale);
  const cause = causeOf(decision.cause);
  return (
    <>
      <p className="font-medium">
        {kind === 'end' && cause !== null
          ? t('decisions.endCause', { day, cause: t(`interruption.causes.${cause}`) })
          : t(`decisions.${kind}`, { day })}
      </p>
      {kind === 'extension' && <p>{t('decisions.extensionNext')}</p>}
      {(kind === 'end' || kind === 'noExtension') && <p>{t('decisions.endNext')}</p>}
      {reason !== '' && (
        <div className="mt-2">
          <p className="text-ink-2">{t('decisions.why')}</p>
          <SwedishText>{reason}</SwedishText>
        </div>
      )}
      <p className="text-ink-2">{t('decisions.decidedOn', { day: dateInWords(decidedOn, locale) })}</p>
    </>
  );
}
