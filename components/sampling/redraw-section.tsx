import { useLocale, useTranslations } from 'next-intl';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { SampleCycle } from '#lib/domain/sampling/sample-view.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { firstDay } from '#lib/shared/month.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

/** A hash as it is copied: in figures of one width, broken where the line ends. */
export function HashText({ hash, about }: { readonly hash: string; readonly about: string }) {
  return (
    <>
      <code className="font-mono text-sm break-all">{hash}</code>
      <span className="block font-normal text-ink-2">{about}</span>
    </>
  );
}

/** What a draw rests on, and how anybody draws it again when it is closed. */
export function RedrawSection({ cycle }: { readonly cycle: SampleCycle }) {
  const t = useTranslations('sampling.redraw');
  const locale = useLocale();
  const { id, month, draw, openedAt, commitment, drawnAt, frameHash, closedAt, secret } = cycle;
  const dayOf = (instant: string) => plainDateFromDate(new Date(instant));
  const inWords = (instant: string): string => dateInWords(dayOf(instant), locale);
  const isLate = dayOf(openedAt) > firstDay(month);
  const about = t('commitmentAbout', { date: inWords(openedAt) });
  const facts: Fact[] = [
    {
      term: t('commitment'),
      detail: <HashText hash={commitment} about={isLate ? `${about}. ${t('late')}` : about} />,
    },
  ];
  if (frameHash !== null && drawnAt !== null) {
    const drawn = t('frameHashAbout', { date: inWords(drawnAt) });
    facts.push({ term: t('frameHash'), detail: <HashText hash={frameHash} about={drawn} /> });
  }
  const told =
    secret === null || closedAt === null ? (
      t('secretWaits')
    ) : (
      <HashText hash={secret} about={t('secretAbout', { date: inWords(closedAt) })} />
    );
  facts.push({ term: t('secret'), detail: told });
  return (
    <PageSection title={t('title')} note={t('note')}>
      <DescriptionList facts={facts} />
      {closedAt !== null && (
        <div className="mt-4 grid justify-items-start gap-3">
          <p className="max-w-measure">{t('how')}</p>
          <code className="font-mono text-sm break-all">
            {`npm run --silent sample:verify -- ${month}/${draw} --file stickprov-${month}-${draw}.json`}
          </code>
          <LinkAction href={`/api/samples/${id}/file`} download>
            {t('file')}
          </LinkAction>
        </div>
      )}
    </PageSection>
  );
}
