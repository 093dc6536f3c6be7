import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { ActivityCode } from '#lib/domain/activity/activity.ts';
import type { OtherParty, PlannedActivity, PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { aimName } from '#lib/domain/plan/plan-aim.ts';
import { countChanges, type PartChange, planChanges } from '#lib/domain/plan/plan-changes.ts';
import { formatHours } from '#lib/domain/report/hours-in-words.ts';

type Numbered = PlanVersion & { readonly number: number };
type Props = {
  readonly before: Numbered;
  readonly after: Numbered;
  /** What the reader calls an activity. */
  readonly nameOf: (activity: ActivityCode) => string;
};

/** What a version changes against the one before, part by part: what it said, and what it says. */
export function PlanChangesList({ before, after, nameOf }: Props) {
  const t = useTranslations('plan.changes');
  const locale = useStaffLocale();
  const changes = planChanges(before, after);
  if (countChanges(changes) === 0) return <p>{t('none', { number: before.number })}</p>;
  const said = (plan: PlanVersion, part: 'aim' | 'field' | 'goal') =>
    part !== 'aim' ? plan[part] : plan.aim === null ? '' : aimName(plan.aim, locale);
  const activity = ({ purpose, goal, minutesPerWeek }: PlannedActivity) => ({
    purpose,
    activityGoal: goal,
    minutesPerWeek: minutesPerWeek === null ? '' : formatHours(minutesPerWeek, locale),
  });
  const party = ({ role, task }: OtherParty) => ({ role, task });
  return (
    <ul className="grid gap-4">
      {changes.goals.map((part) => (
        <Change key={part} kind="changed" name={t(part)}>
          <BeforeAfter before={said(before, part)} after={said(after, part)} />
        </Change>
      ))}
      {[...changes.activities].map(([code, change]) => (
        <Change key={code} kind={change.kind} name={nameOf(code)}>
          <Parts change={change} said={activity} />
        </Change>
      ))}
      {[...changes.parties].map(([name, change]) => (
        <Change key={name} kind={change.kind} name={name}>
          <Parts change={change} said={party} />
        </Change>
      ))}
    </ul>
  );
}

type ChangeProps = {
  readonly kind: PartChange<unknown>['kind'];
  readonly name: string;
  readonly children: ReactNode;
};

function Change({ kind, name, children }: ChangeProps) {
  const t = useTranslations('plan.changes');
  return (
    <li className="border-s-2 border-line-strong ps-4">
      <p>
        <b>{name}</b> <span className="text-xs text-ink-2">{t(kind)}</span>
      </p>
      {children}
    </li>
  );
}

type PartName = 'purpose' | 'activityGoal' | 'minutesPerWeek' | 'role' | 'task';
const PART_NAMES: readonly PartName[] = ['purpose', 'activityGoal', 'minutesPerWeek', 'role', 'task'];

type PartsProps<Part> = {
  readonly change: PartChange<Part>;
  readonly said: (part: Part) => Partial<Record<PartName, string>>;
};

/** The parts that differ; of what is new all that is said, of what is gone nothing more than its name. */
function Parts<Part>({ change, said }: PartsProps<Part>) {
  const t = useTranslations('plan.changes');
  if (change.kind === 'removed') return null;
  const was = change.kind === 'changed' ? said(change.before) : null;
  const is = said(change.after);
  return PART_NAMES.filter((name) => (is[name] ?? '') !== (was?.[name] ?? '')).map((name) => (
    <div key={name}>
      {was === null ? (
        <p>
          <span className="text-ink-2">{t(name)}:</span> {is[name]}
        </p>
      ) : (
        <>
          <p className="text-ink-2">{t(name)}</p>
          <BeforeAfter before={was[name] ?? ''} after={is[name] ?? ''} />
        </>
      )}
    </div>
  ));
}

function BeforeAfter({ before, after }: { readonly before: string; readonly after: string }) {
  const t = useTranslations('plan.changes');
  const words = (text: string) => (text === '' ? <i>{t('nothing')}</i> : text);
  return (
    <dl className="grid gap-x-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
      <dt className="text-xs text-ink-3 sm:pt-1">{t('before')}</dt>
      <dd className="text-ink-2">{words(before)}</dd>
      <dt className="text-xs text-ink-3 sm:pt-1">{t('after')}</dt>
      <dd>{words(after)}</dd>
    </dl>
  );
}
