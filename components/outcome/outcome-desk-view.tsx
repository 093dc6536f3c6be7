import { useTranslations } from 'next-intl';
import { EffectSummary } from '#components/effect/effect-summary.tsx';
import { OutcomeContentFacts } from '#components/outcome/outcome-content-facts.tsx';
import { OutcomeDecisions } from '#components/outcome/outcome-decisions.tsx';
import { OutcomeForm } from '#components/outcome/outcome-form.tsx';
import { OutcomePlacementFacts } from '#components/outcome/outcome-placement-facts.tsx';
import { OutcomeStandingView } from '#components/outcome/outcome-standing-view.tsx';
import { AttemptSummary } from '#components/ui/attempt-summary.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { CONFIRM_OUTCOME } from '#lib/domain/outcome/settle-outcome.ts';
import type { OutcomeDesk } from '#lib/domain/outcome/outcome-page.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = {
  readonly desk: OutcomeDesk;
  readonly attempt: KeptForm | null;
  readonly withdrawAttempt: KeptForm | null;
  readonly keys: { readonly save: string; readonly withdraw: string };
  readonly done: 'registered' | 'corrected' | 'withdrawn' | null;
};

/** The caseworker's page of a placement's outcome: what there is, writing it down, putting it right, taking it back. */
export function OutcomeDeskView({ desk, attempt, withdrawAttempt, keys, done }: Props) {
  const t = useTranslations('outcome');
  const { placement, current } = desk;
  const confirming = attempt?.problem.code === CONFIRM_OUTCOME;
  const failed = confirming ? null : (attempt ?? withdrawAttempt);
  const heading = t('desk.title', { name: placement.participantName });
  return (
    <>
      <AttemptSummary attempt={failed} />
      <Breadcrumbs
        above={[
          { href: '/admin/placements', words: t('desk.placements') },
          { href: `/admin/placements/${placement.placementId}`, words: placement.participantName },
        ]}
        here={heading}
      />
      <PageHeading
        title={heading}
        lead={current === null ? t('desk.none') : t('desk.stands', { status: t(`status.${current.status}`) })}
      />
      {done !== null && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t(`desk.done.${done}`)}
        </Notice>
      )}
      {confirming && (
        <Notice tone="info" className="mb-6">
          <p>{t('desk.confirm')}</p>
          <TextLink href="#kronor">{t('desk.toKronor')}</TextLink>
        </Notice>
      )}
      <OutcomePlacementFacts placement={placement} windows={desk.windows} />
      {current !== null && (
        <>
          <PageSection title={t('sections.content')} note={t('sections.version', { number: current.number })}>
            <OutcomeContentFacts content={current} verifiedThrough={current.verifiedThrough} />
          </PageSection>
          <PageSection title={t('sections.standing')}>
            <OutcomeStandingView standing={desk.standing} today={desk.today} />
          </PageSection>
        </>
      )}
      {(current !== null || desk.decisions.length > 0) && (
        <PageSection title={t('sections.decisions')}>
          <OutcomeDecisions decisions={desk.decisions} />
        </PageSection>
      )}
      <PageSection
        title={current === null ? t('sections.register') : t('sections.correct')}
        note={current === null ? t('sections.registerNote') : t('sections.correctNote')}
      >
        {current === null || attempt !== null ? (
          <OutcomeForm desk={desk} attempt={attempt} confirming={confirming} formKey={keys.save} />
        ) : (
          <DisclosureMore summary={t('desk.openCorrect')}>
            <OutcomeForm desk={desk} attempt={null} confirming={false} formKey={keys.save} />
          </DisclosureMore>
        )}
      </PageSection>
      {current !== null && desk.withdrawing !== null && (
        <PageSection title={t('sections.withdraw')} note={t('sections.withdrawNote')}>
          <form
            method="post"
            action={`/api/outcomes/${current.id}/withdraw`}
            className="grid max-w-measure gap-4"
          >
            <FormBasis
              formKey={withdrawAttempt?.idempotencyKey ?? keys.withdraw}
              back={`/admin/placements/${placement.placementId}/outcome`}
            />
            <input type="hidden" name="version" value={current.version} />
            <EffectSummary effect={desk.withdrawing} caption={t('sections.withdraw')} />
            <Field name="reason" label={t('desk.reason')} problems={withdrawAttempt?.problem.errors}>
              {(control) => (
                <TextArea
                  {...control}
                  rows={3}
                  maxLength={2000}
                  defaultValue={withdrawAttempt?.values['reason']}
                />
              )}
            </Field>
            <div>
              <Button>{t('desk.withdraw')}</Button>
            </div>
          </form>
        </PageSection>
      )}
    </>
  );
}
