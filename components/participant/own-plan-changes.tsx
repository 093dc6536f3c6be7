import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Duration } from '#components/participant/duration.tsx';
import { OwnWords, SwedishText } from '#components/participant/own-words.tsx';
import type { OtherParty, PlannedActivity, PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { countChanges, type PartChange, planChanges } from '#lib/domain/plan/plan-changes.ts';

type Numbered = PlanVersion & { readonly number: number };

/** What a version of the own plan changes against the one before: what came, what went, and what says something else now. */
export function OwnPlanChanges({ before, after }: { readonly before: Numbered; readonly after: Numbered }) {
  const t = useTranslations('own-plan');
  const activityName = useTranslations('participant.activity');
  const changes = planChanges(before, after);
  if (countChanges(changes) === 0) return <p>{t('changes.none', { number: before.number })}</p>;
  const aim = (plan: PlanVersion): ReactNode =>
    plan.aim === null
      ? null
      : t.rich(`aim.${plan.aim}`, { field: plan.field, name: (words) => <OwnWords>{words}</OwnWords> });
  return (
    <ul className="grid gap-4">
      {(changes.goals.includes('aim') || changes.goals.includes('field')) && (
        <Change kind="changed" name={t('changes.aim')}>
          <BeforeAfter before={aim(before)} after={aim(after)} />
        </Change>
      )}
      {changes.goals.includes('goal') && (
        <Change kind="changed" name={t('changes.goal')}>
          <BeforeAfter before={swedish(before.goal)} after={swedish(after.goal)} />
        </Change>
      )}
      {[...changes.activities].map(([code, change]) => (
        <Change key={code} kind={change.kind} name={activityName(code)}>
          <Parts change={change} said={saidOfActivity} />
        </Change>
      ))}
      {[...changes.parties].map(([name, change]) => (
        <Change key={name} kind={change.kind} name={<OwnWords>{name}</OwnWords>}>
          <Parts change={change} said={saidOfParty} />
        </Change>
      ))}
    </ul>
  );
}

const swedish = (text: string): ReactNode => (text === '' ? null : <SwedishText>{text}</SwedishText>);

type PartName = 'purpose' | 'activityGoal' | 'minutesPerWeek' | 'role' | 'task';
const PART_NAMES: readonly PartName[] = ['purpose', 'activityGoal', 'minutesPerWeek', 'role', 'task'];

/** What a part says, to compare and to show. */
type Said = Partial<Record<PartName, { readonly value: string | number | null; readonly shown: ReactNode }>>;

const saidOfActivity = ({ purpose, goal, minutesPerWeek }: PlannedActivity): Said => ({
  purpose: { value: purpose, shown: swedish(purpose) },
  activityGoal: { value: goal, shown: swedish(goal) },
  minutesPerWeek: {
    value: minutesPerWeek,
    shown: minutesPerWeek === null ? null : <Duration minutes={minutesPerWeek} />,
  },
});

const saidOfParty = ({ role, task }: OtherParty): Said => ({
  role: { value: role, shown: swedish(role) },
  task: { value: task, shown: swedish(task) },
});

type ChangeProps = {
  readonly kind: PartChange<unknown>['kind'];
  readonly name: ReactNode;
  readonly children: ReactNode;
};

function Change({ kind, name, children }: ChangeProps) {
  const t = useTranslations('own-plan.changes');
  return (
    <li className="border-s-2 border-line-strong ps-4">
      <p className="font-bold">{name}</p>
      <p className="text-ink-2">{t(kind)}</p>
      {children}
    </li>
  );
}

type PartsProps<Part> = { readonly change: PartChange<Part>; readonly said: (part: Part) => Said };

/** The parts that differ; of what is new all that is said, of what is gone nothing more than its name. */
function Parts<Part>({ change, said }: PartsProps<Part>) {
  const t = useTranslations('own-plan.changes');
  if (change.kind === 'removed') return null;
  const was = change.kind === 'changed' ? said(change.before) : null;
  const is = said(change.after);
  return PART_NAMES.filter((name) => (is[name]?.value ?? '') !== (was?.[name]?.value ?? '')).map((name) => (
    <div key={name} className="mt-2">
      <p className="text-ink-2">{t(name)}</p>
      {was === null ? (
        is[name]?.shown
      ) : (
        <BeforeAfter before={was[name]?.shown ?? null} after={is[name]?.shown ?? null} />
      )}
    </div>
  ));
}

function BeforeAfter({ before, after }: { readonly before: ReactNode; readonly after: ReactNode }) {
  const t = useTranslations('own-plan.changes');
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="text-ink-3">{t('before')}</dt>
      <dd className="text-ink-2">{before ?? <i>{t('nothing')}</i>}</dd>
      <dt className="text-ink-3">{t('after')}</dt>
      <dd>{after ?? <i>{t('nothing')}</i>}</dd>
    </dl>
  );
}
