import { useLocale, useTranslations } from 'next-intl';
import { Changes } from '#components/choice/presentation/changes.tsx';
import { STATUS_TONE } from '#components/choice/presentation/presentation-list.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Status } from '#components/ui/status.tsx';
import {
  type PresentationContent,
  type PresentationStatus,
  presentationChanges,
} from '#lib/domain/administration/presentation.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export interface ShownVersion {
  readonly id: string;
  readonly number: number;
  readonly status: PresentationStatus;
  readonly content: PresentationContent;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly version: number;
}

interface VersionsProps {
  versions: readonly ShownVersion[];
  /** The one that participants see. */
  shown: ShownVersion | null;
}

/** All versions, who wrote and decided them, and what each says otherwise than the one that is shown. */
export function Versions({ versions, shown }: VersionsProps) {
  const t = useTranslations('administration.presentation');
  const locale = useLocale();
  if (versions.length === 0) return null;
  const day = (instant: Date): string => formatDate(plainDateFromDate(instant), locale);
  return (
    <PageSection title={t('versions.title')}>
      <ol className="grid gap-5">
        {versions.map((one) => (
          <li key={one.id} className="border-b border-line pb-4">
            <p className="flex flex-wrap gap-x-4">
              <b>{t('versions.number', { number: one.number })}</b>
              <Status tone={STATUS_TONE[one.status]}>{t(`status.${one.status}`)}</Status>
            </p>
            <p className="text-ink-2">{t('versions.by', { name: one.savedBy, date: day(one.savedAt) })}</p>
            {one.decidedAt !== null && (
              <p className="text-ink-2">
                {t('versions.decided', {
                  status: t(`status.${one.status}`),
                  date: day(one.decidedAt),
                })}
              </p>
            )}
            {one.reason !== null && <p>{t('versions.reason', { reason: one.reason })}</p>}
            {shown !== null && shown.id !== one.id && (
              <DisclosureMore summary={t('versions.differences')} className="mt-2">
                <Changes changes={presentationChanges(shown.content, one.content)} />
              </DisclosureMore>
            )}
          </li>
        ))}
      </ol>
    </PageSection>
  );
}
