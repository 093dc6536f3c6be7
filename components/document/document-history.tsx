import { useLocale, useTranslations } from 'next-intl';
import { InstantText } from '#components/ui/date-text.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { isRole } from '#lib/domain/actor/role.ts';
import type { DocumentPage } from '#lib/domain/document/document-pages.ts';
import { formatDate } from '#lib/shared/format-date.ts';

type Props<Content, Facts, Decided> = {
  readonly page: DocumentPage<Content, Facts, Decided>;
  readonly door: string;
};

/** Everything that has happened to a document, the latest first, and its versions. */
export function DocumentHistory<Content, Facts, Decided>({ page, door }: Props<Content, Facts, Decided>) {
  const t = useTranslations('document');
  const roles = useTranslations('auth.role');
  const locale = useLocale();
  const { events, versions, document } = page;
  return (
    <PageSection title={t('page.history')}>
      <ol className="grid max-w-[880px]">
        {events.map(({ id, act, text, personName, role, at, number }) => (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-medium">
              {act === 'approved' ? t(`approvedAs.${document.kind}`) : t(`acts.${act}`)}
              {versions.length > 1 && (
                <span className="font-normal text-ink-3">
                  {' '}
                  · {t('page.version', { number }).toLowerCase()}
                </span>
              )}
            </p>
            <p className="text-sm text-ink-2">
              <InstantText instant={new Date(at)} />
              {' · '}
              {personName ?? (role !== null && isRole(role) ? roles(role) : t('page.system'))}
            </p>
            {text !== '' && <p className="mt-1 max-w-measure whitespace-pre-line">{text}</p>}
          </li>
        ))}
      </ol>
      {versions.length > 1 && (
        <ul aria-label={t('page.versions')} className="mt-6 grid gap-1">
          {versions.map(({ id, number, submittedOn }) => (
            <li key={id}>
              {id === document.id ? (
                <b>{t('page.version', { number })}</b>
              ) : (
                <TextLink href={`${door}/documents/${id}`}>{t('page.version', { number })}</TextLink>
              )}
              <span className="text-ink-3"> · {formatDate(submittedOn, locale)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mt-4 text-xs break-all text-ink-3">
        {t('page.hash')}: {document.contentHash}
      </p>
    </PageSection>
  );
}
