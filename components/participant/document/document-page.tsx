import { useLocale, useTranslations } from 'next-intl';
import { OwnDocumentParts } from '#components/participant/document/content.tsx';
import { OwnDocumentDecided } from '#components/participant/document/decided.tsx';
import { OwnDocumentStatus } from '#components/participant/document/standing.tsx';
import { FreeTextNote, OwnWords, SwedishText } from '#components/participant/own-words.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PrintButton } from '#components/ui/print-button.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OwnDocument } from '#lib/domain/participant/own-document.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** A document about the participant: what it is, how it stands, what was answered, and what it says. */
export function OwnDocumentPage({ document }: { readonly document: OwnDocument }) {
  const t = useTranslations('own-documents');
  const locale = useLocale();
  const { kind, number, why, versions, switched } = document;
  const current = versions.find((version) => version.current);
  return (
    <>
      <PageHeading title={t(`kind.${kind}`)} lead={t(`about.${kind}`)}>
        <FreeTextNote />
        <p className="no-print mt-4 flex flex-wrap items-center gap-3">
          <PrintButton>{t('page.print')}</PrintButton>
          {kind === 'finalReport' && switched && (
            <LinkAction look="plain" href="/participant/sharing">
              {t('page.share')}
            </LinkAction>
          )}
        </p>
      </PageHeading>
      <div className="grid gap-5">
        {current !== undefined && current.id !== document.id && (
          <Notice
            action={
              <LinkAction big href={`/participant/documents/${current.id}`}>
                {t('page.toNewer')}
              </LinkAction>
            }
          >
            {t('page.newer')}
          </Notice>
        )}
        <Card>
          <OwnDocumentStatus document={document} />
          <DescriptionList
            className="mt-3"
            facts={[
              { term: t('page.from'), detail: <OwnWords>{document.provider}</OwnWords> },
              { term: t('page.on'), detail: dateInWords(document.submittedOn, locale, 'weekdayDate') },
              ...(number > 1 ? [{ term: t('page.versions'), detail: t('page.version', { number }) }] : []),
            ]}
          />
        </Card>
        <AnswerCard document={document} />
        <Card title={t('page.says')}>
          <OwnDocumentParts document={document} />
          {why !== '' && (
            <div className="mt-4 border-t border-line pt-4">
              <p className="text-ink-2">{t('page.whyNew')}</p>
              <SwedishText>{why}</SwedishText>
            </div>
          )}
        </Card>
        <Versions document={document} />
        <p className="no-print max-w-measure">
          {t('page.wrong')} <TextLink href="/participant/rights#complaint">{t('page.complain')}</TextLink>
        </p>
        <p className="no-print">
          <LinkAction big href="/participant/documents">
            {t('page.back')}
          </LinkAction>
        </p>
      </div>
    </>
  );
}

/** What the authority answered; nothing while it has not. */
function AnswerCard({ document }: { readonly document: OwnDocument }) {
  const t = useTranslations('own-documents.page');
  const locale = useLocale();
  const { status, decidedOn, decisionReason, completeBy } = document;
  if (decidedOn === null || status === 'submitted' || status === 'inReview') return null;
  return (
    <Card title={t('answer')}>
      <p className="text-ink-2">{t('answeredOn', { day: dateInWords(decidedOn, locale) })}</p>
      <OwnDocumentDecided document={document} />
      {decisionReason !== null && decisionReason !== '' && (
        <div className="mt-3">
          <p className="text-ink-2">{t('reason')}</p>
          <SwedishText>{decisionReason}</SwedishText>
        </div>
      )}
      {status === 'returned' && completeBy !== null && (
        <p className="mt-3">{t('completeBy', { day: dateInWords(completeBy, locale) })}</p>
      )}
    </Card>
  );
}

function Versions({ document: { id, versions } }: { readonly document: OwnDocument }) {
  const t = useTranslations('own-documents.page');
  const locale = useLocale();
  if (versions.length < 2) return null;
  return (
    <Card title={t('versions')} className="no-print">
      <ul>
        {versions.map((version) => {
          const words = t('versionOf', {
            number: version.number,
            day: dateInWords(version.submittedOn, locale),
          });
          return (
            <li key={version.id} className="flex min-h-(--target) items-center">
              {version.id === id ? (
                <b aria-current="page">{words}</b>
              ) : (
                <TextLink
                  href={`/participant/documents/${version.id}`}
                  className="inline-flex min-h-(--target) items-center"
                >
                  {words}
                </TextLink>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
