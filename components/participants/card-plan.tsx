import { useLocale, useTranslations } from 'next-intl';
import { AddActivityForm } from '#components/participants/add-activity-form.tsx';
import { PlanContent } from '#components/participants/plan-content.tsx';
import { PlanDueNotice } from '#components/participants/plan-due-notice.tsx';
import { PlanVersionLinks } from '#components/participants/plan-version-links.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { versionInForce } from '#lib/domain/activity/plan-version.ts';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly card: ParticipantCard;
  readonly today: PlainDate;
  /** Where the person may change the plan: the key of the form, and what was typed if it failed. */
  readonly adding: { readonly formKey: string; readonly attempt: KeptForm | null } | null;
};

/** The joint plan in force, ways to change it, and every version of it. */
export function CardPlanSection({ card, today, adding }: Props) {
  const t = useTranslations('participants.plan');
  const [latest] = card.plans;
  const mayChange = adding !== null && card.to > today;
  return (
    <section aria-labelledby="plan">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="plan" className="text-lg">
          {t('title')}
        </h2>
        {latest !== undefined && mayChange && card.planDue === null && (
          <LinkAction href={`/provider/participants/${card.placementId}/plan`} look="plain" icon="edit">
            {t('redo')}
          </LinkAction>
        )}
      </div>
      {latest === undefined ? (
        <NoPlan card={card} today={today} mayPlan={adding !== null} />
      ) : (
        <>
          {card.planDue !== null && (
            <PlanDueNotice
              due={card.planDue}
              today={today}
              href={mayChange ? `/provider/participants/${card.placementId}/plan` : null}
            />
          )}
          <Sheet className="grid gap-4 p-5 max-md:px-4">
            <Plan card={card} latest={latest} today={today} />
            {mayChange && (
              <DisclosureMore summary={t('add')} open={adding.attempt !== null} className="no-print">
                <AddActivityForm card={card} plan={latest} today={today} {...adding} />
              </DisclosureMore>
            )}
            <PlanVersionLinks placementId={card.placementId} versions={card.plans} today={today} />
          </Sheet>
        </>
      )}
    </section>
  );
}

type PlanProps = Pick<Props, 'card' | 'today'> & { readonly latest: StoredPlan };

/** The version in force, or the first that will be; and that another is to come, where one is. */
function Plan({ card, latest, today }: PlanProps) {
  const t = useTranslations('participants.plan');
  const words = useTranslations('plan.card');
  const locale = useLocale();
  const plan = versionInForce(card.plans, today) ?? latest;
  const { number, from } = latest;
  return (
    <>
      {plan !== latest && (
        <Notice>{words('coming', { number, from: formatDate(from, locale), current: plan.number })}</Notice>
      )}
      <PlanContent plan={plan} />
      {plan.derived && <Notice tone="wait">{t('derived')}</Notice>}
    </>
  );
}

type NoPlanProps = Pick<Props, 'card' | 'today'> & { readonly mayPlan: boolean };

function NoPlan({ card, today, mayPlan }: NoPlanProps) {
  const t = useTranslations('participants.plan');
  const locale = useLocale();
  const due = card.steps.find(({ kind }) => kind === 'plan')?.date ?? card.from;
  if (card.to <= today) return <EmptyState>{t('emptyEnded')}</EmptyState>;
  return (
    <EmptyState
      action={
        mayPlan ? (
          <LinkAction href={`/provider/participants/${card.placementId}/plan`} look="go">
            {t('create')}
          </LinkAction>
        ) : undefined
      }
    >
      {t(due < today ? 'emptyLate' : 'empty', { day: formatDate(due, locale) })}
    </EmptyState>
  );
}
