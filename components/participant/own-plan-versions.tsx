import { useLocale, useTranslations } from 'next-intl';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props = { readonly versions: readonly StoredPlan[]; readonly shown: StoredPlan };

/** The other versions of the plan, each a page of its own. Nothing where there is no other. */
export function OwnPlanVersions({ versions, shown }: Props) {
  const t = useTranslations('own-plan');
  const locale = useLocale();
  const others = versions.filter((version) => version !== shown);
  if (others.length === 0) return null;
  return (
    <Card title={t('versions')} className="no-print">
      <p className="mb-2 max-w-measure text-ink-2">{t('versionsText')}</p>
      <ul>
        {others.map(({ number, from }) => (
          <li key={number}>
            <TextLink
              href={`/participant/plan/${number}`}
              className="inline-flex min-h-(--target) items-center"
            >
              {t('versionLink', { number, from: formatDate(from, locale) })}
            </TextLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}
