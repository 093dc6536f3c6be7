import { useLocale, useTranslations } from 'next-intl';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { ExtensionKronor } from '#components/extension/extension-kronor.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { DecidedExtension, ExtensionContent, ExtensionFacts } from '#lib/domain/extension/extension.ts';
import { refuseExtending } from '#lib/domain/placement-decision/extend-placement.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** What each decision of a basis gives: the second period with its kronor, or the end of the placement. */
export function ExtensionDecisionFields({
  page,
}: DecisionFieldsProps<ExtensionContent, ExtensionFacts, DecidedExtension>) {
  const t = useTranslations('extension');
  const locale = useLocale();
  const { placement, facts, today, place } = page;
  const refused = refuseExtending({ ...placement, hasSecondPeriod: facts.hasSecondPeriod }, today);
  if (refused !== null) return <Notice tone="warn">{refused.title}</Notice>;
  return (
    <>
      <ExtensionKronor to={placement.to} facts={facts} coachName={place.coachName} name="answer.confirmed" />
      <p className="max-w-measure text-ink-2">
        {t('ifNot', {
          last: formatDate(addDays(placement.to, -1), locale),
          report: formatDate(facts.finalReportDueOn, locale),
        })}
      </p>
    </>
  );
}
