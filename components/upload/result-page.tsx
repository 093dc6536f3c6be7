import { useLocale, useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { uploadHref } from '#components/upload/upload-address.ts';
import { UploadMeter } from '#components/upload/upload-meter.tsx';
import { UploadProblems } from '#components/upload/upload-problems.tsx';
import { fileFaultWords } from '#lib/domain/upload/file-fault.ts';
import { fileNoteWords } from '#lib/domain/upload/file-note.ts';
import { isEnded, type UploadSummary, type UploadView } from '#lib/domain/upload/upload-view.ts';
import type { UploadViewInput } from '#lib/schemas/upload.ts';
import { capitalFirst } from '#lib/shared/capital-first.ts';
import { formatMonth } from '#lib/shared/format-date.ts';

const REFRESH_SECONDS = 2;

interface ResultPageProps {
  view: UploadView;
  filter: UploadViewInput;
  /** Whether it has gone on for so long that somebody may want to try again. */
  isSlow: boolean;
}

/** One upload: how far it is read, or what it came to. */
export function ResultPage({ view, filter, isSlow }: ResultPageProps) {
  const t = useTranslations('upload.result');
  const tMonths = useTranslations('reporting.month');
  const tForm = useTranslations('upload.form');
  const locale = useLocale();
  const { upload } = view;
  const { month, state } = upload;
  const counts = { right: upload.taken + upload.unchanged, wrong: upload.leftOut };
  const lead =
    state === 'done' ? t('leadDone', counts) : state === 'refused' ? t('leadRefused') : t('leadWaiting');
  return (
    <>
      <Breadcrumbs
        above={[
          { href: '/provider/months', words: tMonths('title') },
          { href: `/provider/months/${month}`, words: capitalFirst(formatMonth(month, locale)) },
          { href: uploadHref(month), words: tForm('here') },
        ]}
        here={upload.fileName}
      />
      <PageHeading title={<span className="break-all">{upload.fileName}</span>} lead={lead}>
        <Facts upload={upload} />
      </PageHeading>
      {!isEnded(state) && <Going upload={upload} isSlow={isSlow} />}
      {upload.fault !== null && <Refused upload={upload} />}
      {state === 'done' && <Done view={view} filter={filter} />}
    </>
  );
}

function Facts({ upload }: { upload: UploadSummary }) {
  const t = useTranslations('upload.result');
  const facts: Fact[] = [{ term: t('received'), detail: <InstantText instant={upload.receivedAt} /> }];
  if (upload.rows > 0) facts.push({ term: t('rows'), detail: upload.rows });
  if (upload.state === 'done') {
    facts.push(
      { term: t('taken'), detail: upload.taken },
      { term: t('unchanged'), detail: upload.unchanged },
      { term: t('leftOut'), detail: upload.leftOut },
      { term: t('faults'), detail: upload.faults },
    );
  }
  return <DescriptionList layout="line" facts={facts} className="mt-4" />;
}

function Going({ upload, isSlow }: { upload: UploadSummary; isSlow: boolean }) {
  const t = useTranslations('upload.result');
  const { id, state, rows, reports, checked } = upload;
  return (
    <>
      {/* Without JavaScript the page comes again by itself; with it the meter below asks. */}
      <noscript>
        <meta httpEquiv="refresh" content={String(REFRESH_SECONDS)} />
      </noscript>
      <UploadMeter progress={{ id, state, rows, reports, checked }} />
      {isSlow && <p className="mt-4">{t('slow')}</p>}
    </>
  );
}

function Refused({ upload: { fault, month } }: { upload: UploadSummary }) {
  const t = useTranslations('upload.result');
  const locale = useLocale() === 'en' ? 'en' : 'sv';
  if (fault === null) return null;
  const { message, fix } = fileFaultWords(fault, locale);
  return (
    <Notice
      tone="stop"
      title={message}
      action={<LinkAction href={uploadHref(month)}>{t('again')}</LinkAction>}
    >
      <p>{fix}</p>
    </Notice>
  );
}

function Done({ view, filter }: Omit<ResultPageProps, 'isSlow'>) {
  const t = useTranslations('upload.result');
  const language = useLocale();
  const { upload } = view;
  const { id, month, taken, faults, notes } = upload;
  return (
    <>
      <div className="grid gap-4">
        {taken > 0 && (
          <Notice
            tone="ok"
            title={t('savedTitle')}
            action={
              <LinkAction href={`/provider/months/${month}`} look={faults === 0 ? 'go' : 'line'}>
                {t('toMonth', { month: formatMonth(month, language) })}
              </LinkAction>
            }
          >
            <p>{t('savedText')}</p>
          </Notice>
        )}
        {faults > 0 ? (
          <Notice
            tone="warn"
            title={t('wrongTitle')}
            action={
              <span className="flex flex-wrap gap-3">
                <LinkAction href={`/api/provider/uploads/${id}/file`} look="go" icon="download" download>
                  {t('answer')}
                </LinkAction>
                <LinkAction href={uploadHref(month)} look="plain">
                  {t('again')}
                </LinkAction>
              </span>
            }
          >
            <p>{t('wrongText')}</p>
          </Notice>
        ) : (
          <p>{t('allRight')}</p>
        )}
      </div>
      {notes.length > 0 && (
        <PageSection title={t('notes')}>
          <ul className="grid max-w-measure gap-2">
            {notes.map((note) => (
              <li key={note.code}>{fileNoteWords(note, language === 'en' ? 'en' : 'sv')}</li>
            ))}
          </ul>
        </PageSection>
      )}
      <section aria-label={t('problems')} className="mt-10">
        <UploadProblems view={view} filter={filter} />
      </section>
    </>
  );
}
