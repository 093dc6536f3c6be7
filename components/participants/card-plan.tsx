import { useLocale, useTranslations } from 'next-intl';
import { AddActivityForm } from '#components/participants/add-activity-form.tsx';
import { PlanActivities } from '#components/participants/plan-activities.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { StoredPlan } from '#lib/domain/activity/stored-plan.ts';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly card: ParticipantCard;
  readonly today: PlainDate;
  /** Where the person may change the plan: the key of the form, and what was typed if it failed. */
  readonly adding: { readonly formKey: string; readonly attempt: KeptForm | null } | null;
};

/** The joint plan in force, ways to change it, and the versions before it. */
export function CardPlanSection({ card, today, adding }: Props) {
  const t = useTranslations('participants.plan');
  const [plan, ...earlier] = card.plans;
  const isOpen = card.to > today;
  return (
    <section aria-labelledby="plan">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 id="plan" className="text-lg">
          {t('title')}
        </h2>
        {plan !== undefined && adding !== null && isOpen && (
          <LinkAction href={`/provider/participants/${card.placementId}/plan`} look="plain" icon="edit">
            {t('redo')}
          </LinkAction>
        )}
      </div>
      {plan === undefined ? (
        <NoPlan card={card} today={today} mayPlan={adding !== null} />
      ) : (
        <Sheet className="grid gap-4 p-5 max-md:px-4">
          <Version plan={plan} />
          {plan.derived && <Notice tone="wait">{t('derived')}</Notice>}
          {adding !== null && isOpen && (
            <DisclosureMore summary={t('add')} open={adding.attempt !== null}>
              <AddActivityForm card={card} plan={plan} today={today} {...adding} />
            </DisclosureMore>
          )}
          {earlier.length > 0 && (
            <DisclosureMore summary={t('earlier', { count: earlier.length })}>
              <div className="grid gap-8">
                {earlier.map((version) => (
                  <Version key={version.number} plan={version} />
                ))}
              </div>
            </DisclosureMore>
          )}
        </Sheet>
      )}
    </section>
  );
}

function Version({ plan }: { readonly plan: StoredPlan }) {
  const t = useTranslations('participants.plan');
  const locale = useLocale();
  const { number, goal, createdAt, createdByName, activities } = plan;
  const day = formatDate(plainDateFromDate(new Date(createdAt)), locale);
  return (
    <div>
      <p className="font-medium">{goal}</p>
      <p className="text-xs text-ink-3">
        {t('version', { number, from: formatDate(plan.from, locale) })}.{' '}
        {createdByName === null ? t('made', { day }) : t('by', { day, name: createdByName })}.
      </p>
      <div className="mt-3">
        <PlanActivities
          activities={activities}
          caption={t('version', { number, from: formatDate(plan.from, locale) })}
        />
      </div>
    </div>
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
