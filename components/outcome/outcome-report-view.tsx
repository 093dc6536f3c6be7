import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { OutcomeContentFacts } from '#components/outcome/outcome-content-facts.tsx';
import { OwnOutcomeFindings } from '#components/outcome/outcome-findings.tsx';
import { OutcomeFields } from '#components/outcome/outcome-fields.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { FocusOnArrival } from '#components/ui/focus-on-arrival.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { OutcomeReportForm } from '#lib/domain/outcome/provider-outcome.ts';
import { CONFIRM_OUTCOME } from '#lib/domain/outcome/settle-outcome.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly form: OutcomeReportForm;
  /** The version that is put right; null for a new report. */
  readonly replacesId: string | null;
  readonly attempt: KeptForm | null;
  readonly formKey: string;
  readonly saved: boolean;
};

/** Writing an outcome report, or putting one right: the fields, then what will be sent, then sending it. */
export function OutcomeReportView(props: Props) {
  const { form, replacesId, attempt, formKey } = props;
  const t = useTranslations('outcome.report');
  const list = useTranslations('outcome.list');
  const { placement, current, refused, preview, signalledOn } = form;
  const confirming = attempt?.problem.code === CONFIRM_OUTCOME && preview !== null;
  const problems = attempt?.problem.errors ?? [];
  const path = `/provider/outcomes/new?placement=${placement.placementId}${replacesId === null ? '' : `&replaces=${replacesId}`}`;
  const fields = (
    <OutcomeFields
      values={attempt?.values ?? form.values}
      problems={problems}
      windows={form.windows}
      today={form.today}
      types={form.types}
      {...(signalledOn === null ? {} : { signalledOn })}
    />
  );
  return (
    <>
      {attempt !== null && !confirming && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      <Breadcrumbs
        above={[{ href: '/provider/outcomes', words: list('title') }]}
        here={placement.participantName}
      />
      <PageHeading
        title={t('title')}
        lead={t('for', { name: placement.participantName, level: placement.level })}
      />
      <ReportNotices {...props} />
      {refused === null && (
        <form
          method="post"
          action="/api/outcomes/report"
          className="grid max-w-[880px] gap-8"
          noValidate={confirming}
        >
          <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={path} />
          <input type="hidden" name="placementId" value={placement.placementId} />
          <input type="hidden" name="replacesId" value={replacesId ?? ''} />
          <input type="hidden" name="version" value={current?.version ?? 0} />
          <input type="hidden" name="draftVersion" value={form.draftVersion} />
          {confirming ? <Preview preview={preview}>{fields}</Preview> : fields}
          <div className="flex flex-wrap items-center gap-4">
            <Button look={confirming ? 'line' : 'go'} big={!confirming}>
              {t(confirming ? 'reviewAgain' : 'review')}
            </Button>
            <Button look="plain" formAction="/api/outcomes/draft" formNoValidate>
              {t('saveDraft')}
            </Button>
            {form.draftVersion > 0 && (
              <Button look="quiet" formAction="/api/outcomes/draft/discard" formNoValidate>
                {t('discard')}
              </Button>
            )}
            <LinkAction href={`/provider/participants/${placement.placementId}`} look="quiet">
              {t('cancel')}
            </LinkAction>
          </div>
        </form>
      )}
    </>
  );
}

/** What will be sent, with its kronor for those who see money; the fields stay beneath, to be changed. */
function Preview({
  preview,
  children,
}: {
  readonly preview: NonNullable<OutcomeReportForm['preview']>;
  readonly children: ReactNode;
}) {
  const t = useTranslations('outcome.report');
  return (
    <div className="grid gap-6">
      <section
        id="preview"
        tabIndex={-1}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- what will be sent is what comes next, with scripts and without
        autoFocus
        aria-labelledby="preview-title"
        className="grid gap-4 outline-none"
      >
        <h2 id="preview-title" className="text-lg">
          {t('previewTitle')}
        </h2>
        <p>{t('previewLead')}</p>
        <OutcomeContentFacts content={preview.content} />
        <OwnOutcomeFindings findings={preview.findings} />
        {preview.effect !== null && (
          <Card title={t('kronor')}>
            <EffectSummary effect={preview.effect} caption={t('kronor')} open />
          </Card>
        )}
        <p className="max-w-measure text-ink-2">{t('thenReview')}</p>
        <div>
          <Button look="go" big name="confirmed" value={preview.confirmation}>
            {t('send')}
          </Button>
        </div>
        <FocusOnArrival target="preview" of={preview.confirmation} />
      </section>
      <DisclosureMore summary={t('change')}>
        <div className="grid gap-6">{children}</div>
      </DisclosureMore>
    </div>
  );
}

/** What has to be known before one writes. */
function ReportNotices({ form, replacesId, saved }: Props) {
  const t = useTranslations('outcome.report');
  const locale = useLocale();
  const { placement, current, refused, signalledOn } = form;
  return (
    <div className="mb-8 grid max-w-[880px] gap-4 empty:hidden">
      {saved && <Notice tone="ok">{t('saved')}</Notice>}
      {refused !== null && (
        <Notice
          tone="stop"
          title={t('refusedTitle')}
          action={
            <TextLink
              href={
                current === null
                  ? `/provider/participants/${placement.placementId}`
                  : `/provider/outcomes/${current.id}`
              }
            >
              {current === null ? t('toParticipant') : placement.participantName}
            </TextLink>
          }
        >
          {refused}
        </Notice>
      )}
      {refused === null && replacesId !== null && current !== null && (
        <Notice>{t('correcting', { number: current.number })}</Notice>
      )}
      {refused === null && signalledOn !== null && (
        <p className="text-ink-2">
          {t('signalledOn', { day: formatDate(signalledOn, locale) })} {replacesId === null && t('filled')}
        </p>
      )}
    </div>
  );
}
