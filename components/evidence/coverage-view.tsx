import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { EvidenceStanding } from '#lib/domain/evidence/evidence-page.ts';
import type { Coverage } from '#lib/domain/evidence/verified-through.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly standing: EvidenceStanding;
  /** Through which day a decision has accepted the outcome, exclusive; said where there is no evidence yet. */
  readonly decided?: PlainDate | null;
  /** What to do about it, for those who hand evidence in. */
  readonly handIn?: string | undefined;
};

/** How far the evidence reaches, if all of it is accepted and as far as it has been, and which days lack any. */
export function CoverageView({ standing, decided = null, handIn }: Props) {
  const t = useTranslations('evidence.standing');
  const locale = useLocale();
  const { offered, accepted, items } = standing;
  const stands = items.some(({ withdrawnAt }) => withdrawnAt === null);
  if (!stands)
    return (
      <p className="max-w-measure text-ink-2">
        {t('nothing')} {decided !== null && t('decided', { day: formatDate(addDays(decided, -1), locale) })}{' '}
        {handIn}
      </p>
    );
  const reach = offered.verifiedThrough;
  const contradicted = offered.gaps.some((gap) => gap.contradicted);
  return (
    <div className="grid gap-3">
      <Notice tone={reach === null || contradicted ? 'warn' : 'info'}>
        <p>
          {reach === null ? t('none') : t('through', { day: formatDate(addDays(reach, -1), locale) })}
          {offered.gaps.length === 0 && ` ${t('whole')}`}
        </p>
        <p>
          {accepted.verifiedThrough === null
            ? t('acceptedNone')
            : t('acceptedThrough', { day: formatDate(addDays(accepted.verifiedThrough, -1), locale) })}
        </p>
      </Notice>
      <Gaps coverage={offered} />
    </div>
  );
}

function Gaps({ coverage: { gaps } }: { readonly coverage: Coverage }) {
  const t = useTranslations('evidence.standing');
  const locale = useLocale();
  if (gaps.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium">{t('gaps')}</h3>
      <ul className="grid gap-1">
        {gaps.map(({ from, to, employers, contradicted }) => (
          <li key={from} className={contradicted ? 'text-warn' : undefined}>
            {t(contradicted ? 'contradicted' : 'gap', {
              from: formatDate(from, locale),
              through: formatDate(addDays(to, -1), locale),
              employers: employers.join(', '),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
