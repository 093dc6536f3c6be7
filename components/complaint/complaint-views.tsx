import { useLocale, useTranslations } from 'next-intl';
import { ComplaintForm } from '#components/complaint/complaint-form.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { cx } from '#components/ui/class-names.ts';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { ViewSwitch } from '#components/ui/view-switch.tsx';
import { type Complaint, LONGEST_COMPLAINT } from '#lib/domain/complaint/complaint.ts';
import type { ComplaintList } from '#lib/domain/complaint/complaint-list.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly list: ComplaintList;
  readonly show: 'all' | 'open';
  readonly today: PlainDate;
  readonly done: 'written' | 'answered' | null;
  /** Whether who reads may write. */
  readonly writes: boolean;
  readonly crumb: { readonly href: string; readonly words: string } | null;
  readonly attempt: KeptForm | null;
  readonly answerAttempt: KeptForm | null;
  readonly newKey: () => string;
};

/** The complaints about a provider, each with what came of it, and the form that writes one down. */
export function ComplaintsView(props: Props) {
  const { list, show, done, writes, attempt, answerAttempt, crumb } = props;
  const t = useTranslations('review-insight.complaints');
  const path = `/review/providers/${list.providerId}/complaints`;
  const hrefOf = (to: 'all' | 'open', page = 1): string => `${path}?show=${to}&page=${page}`;
  return (
    <>
      <AttemptSummary attempt={attempt ?? answerAttempt} />
      {crumb !== null && <Breadcrumbs above={[crumb]} here={t('title')} />}
      <PageHeading title={t('titleOf', { provider: list.providerName })} lead={t('lead')} />
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <ViewSwitch
        views={(['all', 'open'] as const).map((view) => ({
          href: hrefOf(view),
          words: t(`show.${view}`),
          current: view === show,
          ...(view === 'open' ? { count: list.open } : {}),
        }))}
      />
      {list.complaints.length === 0 ? (
        <div className="mt-6">
          <EmptyState>{t('none')}</EmptyState>
        </div>
      ) : (
        <ul className="mt-6 grid gap-6">
          {list.complaints.map((complaint) => (
            <li key={complaint.id}>
              <ComplaintCard {...props} complaint={complaint} path={path} />
            </li>
          ))}
        </ul>
      )}
      <Pagination
        page={list.page}
        pages={Math.ceil(list.total / list.pageSize)}
        hrefOf={(page) => hrefOf(show, page)}
      />
      {writes && (
        <PageSection title={t('write')} note={t('writeNote')} offPaper>
          <ComplaintForm {...props} back={path} />
        </PageSection>
      )}
    </>
  );
}

/** What was complained of, and the answer or the form that gives one. */
function ComplaintCard({
  complaint,
  path,
  writes,
  answerAttempt,
  newKey,
}: Props & { readonly complaint: Complaint; readonly path: string }) {
  const t = useTranslations('review-insight.complaints');
  const locale = useLocale();
  const {
    id,
    from,
    category,
    receivedOn,
    words,
    officeName,
    participantName,
    writtenByName,
    mayName,
    answered,
  } = complaint;
  const about = [officeName, participantName].filter((one) => one !== null).join(', ');
  const own = answerAttempt?.values['complaintId'] === id ? answerAttempt : null;
  // Several may be open at once; the error summary leads to the one that was sent.
  const field = own === null ? `answer-${id}` : fieldId('answer');
  return (
    <Card level={2} title={t('head', { category: t(`category.${category}`), from: t(`from.${from}`) })}>
      <div className="mb-3 text-ink-2">
        <Status tone={answered === null ? 'wait' : 'ok'}>
          {t(answered === null ? 'received' : 'handled')}
        </Status>
        <p>
          {t('by', { day: formatDate(receivedOn, locale), name: writtenByName })}
          {about !== '' && <> {t('about', { what: about })}</>}
        </p>
        {mayName !== null && <p>{t(mayName ? 'mayName' : 'mayNotName')}</p>}
      </div>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{words}</p>
      {answered !== null && (
        <div className="mt-4 border-t border-line pt-4">
          <h3 className="font-bold">{t('answer')}</h3>
          <p className="max-w-measure whitespace-pre-line wrap-anywhere">{answered.words}</p>
          <p className="mt-1 text-sm text-ink-3">
            {t('answeredBy', { day: formatDate(answered.answeredOn, locale), name: answered.answeredByName })}
          </p>
        </div>
      )}
      {answered === null && writes && (
        <div className="no-print mt-4">
          <DisclosureMore summary={t('giveAnswer')} open={own !== null}>
            <form method="post" action={`/api/complaints/${id}/answer`} className="grid gap-4">
              <FormBasis formKey={own?.idempotencyKey ?? newKey()} back={path} />
              <div className={cx('grid gap-1', own !== null && 'field-wrong')}>
                <label htmlFor={field} className="font-medium">
                  {t('answer')}
                </label>
                <FieldError id={`${field}-error`} problems={own?.problem.errors ?? []} />
                <TextArea
                  id={field}
                  name="answer"
                  aria-describedby={own === null ? `${field}-hint` : `${field}-error ${field}-hint`}
                  maxLength={LONGEST_COMPLAINT}
                  defaultValue={own?.values['answer']}
                />
                <p id={`${field}-hint`} className="text-xs text-ink-3">
                  {t(mayName === null ? 'answerHint' : 'answerToParticipant')}
                </p>
              </div>
              <div>
                <Button look="go">{t('sendAnswer')}</Button>
              </div>
            </form>
          </DisclosureMore>
        </div>
      )}
    </Card>
  );
}
