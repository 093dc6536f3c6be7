'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { fillForm, forgetForm, keepForm, recallForm } from '#components/reporting/kept-entry.ts';
import { type QuickPick, WhoPicker } from '#components/reporting/who-picker.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { activityName, isActivityCode } from '#lib/domain/activity/activity.ts';
import {
  activityChoice,
  notPlannedFor,
  type PlannedParticipant,
} from '#lib/domain/activity/activity-choice.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export interface QuickEntryProps {
  readonly participants: readonly (PlannedParticipant & { readonly placementId: string })[];
  readonly picks: readonly QuickPick[];
  readonly ticked: readonly string[];
  readonly activity: string;
  readonly problems: readonly FieldProblem[];
  /** Whose form it is: what was typed is given back to nobody else. */
  readonly keepUnder: string;
  /** Whether what was kept is of use: not after it was sent, and not where the server gave it back. */
  readonly recall: boolean;
  /** The other fields. */
  readonly children: ReactNode;
}

const ACTIVITY = 'entries.0.activity';
const never = () => () => {};

/** Who did what: the activities offered follow those who are chosen. */
export function QuickEntry(props: QuickEntryProps) {
  const { participants, picks, ticked, problems, keepUnder, recall, children } = props;
  const t = useTranslations('log.entry');
  const locale = useStaffLocale();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(ticked));
  const [activity, setActivity] = useState(props.activity);
  const canRecall = useSyncExternalStore(
    never,
    () => recall && recallForm(keepUnder) !== null,
    () => false,
  );
  const those = participants.filter(({ placementId }) => chosen.has(placementId));
  const { planned, others } = activityChoice(those.length > 0 ? those : participants);
  const lacking = isActivityCode(activity) ? notPlannedFor(activity, those) : [];

  useEffect(() => {
    if (!recall) forgetForm();
    const form = box.current?.closest('form');
    const keep = (event: Event): void => {
      if (event.target instanceof HTMLFormElement) keepForm(keepUnder, event.target);
    };
    form?.addEventListener('submit', keep);
    return () => form?.removeEventListener('submit', keep);
  }, [keepUnder, recall]);

  function fillIn(): void {
    const kept = recallForm(keepUnder) ?? [];
    const form = box.current?.closest('form');
    setChosen(new Set(kept.flatMap(([name, value]) => (name.startsWith('placementIds.') ? [value] : []))));
    setActivity(kept.findLast(([name]) => name === ACTIVITY)?.[1] ?? '');
    if (form !== null && form !== undefined) fillForm(form, kept);
    forgetForm();
  }

  return (
    <div ref={box} className="grid min-w-0 gap-4">
      {canRecall && (
        <div className="border-s-4 border-accent bg-accent-wash px-3 py-2">
          <p>{t('kept')}</p>
          <Button type="button" look="plain" className="mt-2" onClick={fillIn}>
            {t('fillIn')}
          </Button>
        </div>
      )}
      <WhoPicker
        participants={participants}
        picks={picks}
        chosen={chosen}
        onChange={setChosen}
        problems={problems}
      />
      <Field name={ACTIVITY} label={t('activity')} problems={problems}>
        {(control) => (
          <select
            {...control}
            className="in"
            value={activity}
            onChange={(event) => setActivity(event.target.value)}
          >
            <option value="">{t('pickActivity')}</option>
            {planned.length > 0 && (
              <optgroup label={t('planned')}>
                {planned.map((one) => (
                  <option key={one.activity} value={one.activity}>
                    {one.forAll
                      ? activityName(one.activity, locale)
                      : t('notForAll', { activity: activityName(one.activity, locale) })}
                  </option>
                ))}
              </optgroup>
            )}
            <optgroup label={t('others')}>
              {others.map((code) => (
                <option key={code} value={code}>
                  {activityName(code, locale)}
                </option>
              ))}
            </optgroup>
          </select>
        )}
      </Field>
      <output className={lacking.length === 0 ? 'hidden' : 'block text-xs text-warn'}>
        {lacking.length > 0 && isActivityCode(activity) && (
          <>
            <Icon name="warn" />{' '}
            {t('notPlanned', {
              activity: activityName(activity, locale),
              names: new Intl.ListFormat(locale).format(lacking),
            })}
          </>
        )}
      </output>
      {children}
    </div>
  );
}
