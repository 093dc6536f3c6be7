import { useTranslations } from 'next-intl';
import type { ComponentType } from 'react';
import { DocumentDesk } from '#components/document/document-desk.tsx';
import type { DecisionFieldsProps } from '#components/document/document-decision.tsx';
import { DocumentHistory } from '#components/document/document-history.tsx';
import { DocumentStatusText } from '#components/document/document-status.tsx';
import { ForgetDrafts } from '#components/document/keep-draft.tsx';
import { OwnMoves } from '#components/document/own-moves.tsx';
import { ReceiptLink } from '#components/receipt/receipt-link.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { documentFindingWords } from '#lib/domain/document/copied-text.ts';
import { isCurrent, isLate } from '#lib/domain/document/document.ts';
import type { DocumentPage } from '#lib/domain/document/document-pages.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { Verdict } from '#lib/domain/document/document.ts';

/** What somebody has just done, as it stands in the address. */
export const DOCUMENT_DONE = [
  'submitted',
  'withdrawn',
  'taken',
  'handedBack',
  'handedUp',
  'noted',
  'decided',
  'judged',
] as const;
export type DocumentDone = (typeof DOCUMENT_DONE)[number];

export type DocumentPageViewProps<Content, Facts, Decided> = {
  readonly page: DocumentPage<Content, Facts, Decided>;
  readonly verdicts: readonly Verdict[];
  /** Behind which front door the page stands: `/provider`, `/admin`, `/review`. */
  readonly door: string;
  readonly personId: string;
  readonly done: DocumentDone | null;
  readonly attempt: KeptForm | null;
  readonly formKeys: { readonly step: string; readonly decide: string; readonly note: string };
  readonly Content: ComponentType<{ readonly content: Content; readonly facts: Facts }>;
  /** Fields of a decision beside verdict and reason; null where there are none. */
  readonly DecisionFields: ComponentType<DecisionFieldsProps<Content, Facts, Decided>> | null;
  /** What belongs around the content for who reads it: to compare with, to answer; null where there is nothing. */
  readonly Beside?: ComponentType<BesideProps<Content, Facts, Decided>> | null;
  /** What was decided beside verdict and reason; null where there is nothing. */
  readonly Decided: ComponentType<{ readonly decision: Decided; readonly facts: Facts }> | null;
};

export type BesideProps<Content, Facts, Decided> = {
  readonly page: DocumentPage<Content, Facts, Decided>;
  readonly door: string;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
};

/** A version of a document: how it stands and why, what it says, what can be done, what has happened. */
export function DocumentPageView<Content, Facts, Decided>(
  props: DocumentPageViewProps<Content, Facts, Decided>,
) {
  const { page, door, done, attempt, Content } = props;
  const t = useTranslations('document');
  const { document, versions, place, placement } = page;
  const current = versions.find(({ status }) => isCurrent(status));
  const title = t(`kinds.${document.kind}`);
  return (
    <>
      <AttemptSummary attempt={attempt} />
      <Breadcrumbs above={crumbs(door, place.participantName, placement.placementId, t)} here={title} />
      <PageHeading
        title={title}
        lead={t('form.for', { name: place.participantName, office: place.officeName })}
      />
      {done !== null && (
        <Notice tone="ok" className="mb-6 max-w-[880px]">
          {t(`done.${done}`)}
        </Notice>
      )}
      {done === 'submitted' && (
        <ForgetDrafts subject={`${props.personId} ${document.kind} ${placement.placementId}`} />
      )}
      {current !== undefined && current.id !== document.id && (
        <Notice
          className="mb-6 max-w-[880px]"
          action={<TextLink href={`${door}/documents/${current.id}`}>{t('page.toCurrent')}</TextLink>}
        >
          {t('status.superseded')}
        </Notice>
      )}
      <Standing {...props} />
      <Findings page={page} />
      <PageSection title={t('page.content')}>
        <Card>
          <Content content={document.content} facts={page.facts} />
          {document.why !== '' && (
            <p className="mt-4 border-t border-line pt-4">
              <b>{t('page.whyCorrected')}:</b> {document.why}
            </p>
          )}
        </Card>
        <OwnMoves page={page} formKey={props.formKeys.step} door={door} />
        {door === '/provider' && (
          <p className="no-print mt-4">
            <ReceiptLink subject="document" id={document.id} />
          </p>
        )}
      </PageSection>
      {props.Beside && (
        <props.Beside page={page} door={door} attempt={attempt} formKey={props.formKeys.note} />
      )}
      <DocumentDesk {...props} />
      <DocumentHistory page={page} door={door} />
    </>
  );
}

/** What the checks found in its texts, with the same sentence for who sent it and who decides on it. */
function Findings<Content, Facts, Decided>({
  page: { findings },
}: Pick<DocumentPageViewProps<Content, Facts, Decided>, 'page'>) {
  const t = useTranslations('document.page');
  const locale = useStaffLocale();
  return findings.map((finding) => {
    const { message, fix } = documentFindingWords(finding, locale);
    return (
      <Notice key={finding.code} tone="warn" title={t('findings')} className="mb-6 max-w-[880px]">
        {message} {fix}
      </Notice>
    );
  });
}

type Words = ReturnType<typeof useTranslations<'document'>>;

function crumbs(door: string, name: string, placementId: string, t: Words) {
  if (door === '/provider')
    return [
      { href: '/provider/participants', words: t('form.participants') },
      { href: `/provider/participants/${placementId}`, words: name },
    ];
  return [{ href: `${door}/documents`, words: t('queue.nav') }];
}

const DESK_WORDS = { assess: 'waitsAssess', decide: 'waitsDecide', review: 'waitsReview' } as const;

/** How the version stands, whose it is, and why it was refused where it was. */
function Standing<Content, Facts, Decided>({
  page,
  Decided,
}: DocumentPageViewProps<Content, Facts, Decided>) {
  const t = useTranslations('document.page');
  const locale = useStaffLocale();
  const { document, place, facts, today } = page;
  const { status, submittedAt, number, dueOn, decisionReason, decision, completeBy, desk } = document;
  const day = (date: Parameters<typeof formatDate>[0]): string => formatDate(date, locale);
  const late = isLate(document) === true && dueOn !== null;
  const awaiting = status === 'submitted' || status === 'inReview';
  const rows: readonly (Fact | null)[] = [
    { term: t('participant'), detail: place.participantName },
    place.implementationReference === null
      ? null
      : { term: t('reference'), detail: place.implementationReference },
    { term: t('office'), detail: `${place.providerName}, ${place.officeName}` },
    place.coachName === null ? null : { term: t('coach'), detail: place.coachName },
    {
      term: t('submittedBy'),
      detail: (
        <>
          {day(plainDateFromDate(new Date(submittedAt)))}, {t('version', { number }).toLowerCase()}
          {late && <small className="block font-normal text-warn">{t('late', { day: day(dueOn) })}</small>}
        </>
      ),
    },
  ];
  return (
    <Card className="max-w-[880px]">
      <DocumentStatusText document={document} />
      {awaiting && (
        <p className="mt-1 text-ink-2">
          {t(DESK_WORDS[desk])} {document.takenByName !== null && t('taken', { name: document.takenByName })}
        </p>
      )}
      {(status === 'returned' || status === 'rejected' || (decisionReason ?? '') !== '') && !awaiting && (
        <div className="mt-3 border-s-4 border-line-strong ps-4">
          <p className="text-xs text-ink-3">{t('reason')}</p>
          <p className="max-w-measure whitespace-pre-line">
            {decisionReason === null || decisionReason === '' ? t('noReason') : decisionReason}
          </p>
          {status === 'returned' && completeBy !== null && (
            <p className={today > completeBy ? 'mt-1 font-medium text-warn' : 'mt-1 font-medium'}>
              {t('completeBy')} {day(completeBy)}
            </p>
          )}
        </div>
      )}
      {decision !== null && Decided !== null && <Decided decision={decision} facts={facts} />}
      <DescriptionList facts={rows.filter((row): row is Fact => row !== null)} className="mt-4" />
    </Card>
  );
}
