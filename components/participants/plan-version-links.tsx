import { useLocale, useTranslations } from 'next-intl';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { versionInForce } from '#lib/domain/activity/plan-version.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly placementId: string;
  readonly versions: readonly StoredPlan[];
  readonly today: PlainDate;
};

/** Every version of a plan, each to be read and printed with what it changed. */
export function PlanVersionLinks({ placementId, versions, today }: Props) {
  const t = useTranslations('plan');
  const locale = useLocale();
  const inForce = versionInForce(versions, today);
  return (
    <DisclosureMore summary={`${t('versions')} (${versions.length})`} className="no-print">
      <ul className="grid gap-1">
        {versions.map((version) => (
          <li key={version.number}>
            <TextLink
              href={`/provider/participants/${placementId}/plan/${version.number}`}
              className="inline-block py-1"
            >
              {t('versionLink', { number: version.number, from: formatDate(version.from, locale) })}
            </TextLink>
            {version === inForce && <span className="text-xs text-ink-3"> {t('inForce')}</span>}
          </li>
        ))}
      </ul>
    </DisclosureMore>
  );
}
