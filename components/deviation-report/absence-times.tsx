'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Checkbox } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { conflictWords } from '#lib/domain/deviation-report/conflict-words.ts';
import type { DeviationFacts } from '#lib/domain/deviation-report/deviation.ts';
import { durationText } from '#lib/domain/deviation-report/duration-text.ts';
import { liveConflict, liveUsual } from '#lib/domain/deviation-report/live-absence.ts';
import type { LoggedConflict } from '#lib/domain/deviation-report/logged-conflict.ts';
import type { UsualMinutes } from '#lib/domain/deviation-report/usual-minutes.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

export type AbsenceTimesProps = {
  readonly placementId: string;
  readonly facts: DeviationFacts;
  readonly expected: string;
  readonly absent: string;
  readonly keepLogged: boolean;
  /** What told the time that stands there before anybody wrote one; null where somebody did, or nothing tells. */
  readonly proposedBy: UsualMinutes['by'] | null;
  readonly problems: readonly FieldProblem[];
};

type Fields = Parameters<typeof liveConflict>[0];

/**
 * Expected and absent time. While somebody types, the time follows the day until it is written by hand, and what the log says
 * against it stands beside it.
 */
export function AbsenceTimes(props: AbsenceTimesProps) {
  const { facts, problems } = props;
  const t = useTranslations('deviation-report');
  const box = useRef<HTMLDivElement>(null);
  const [conflict, setConflict] = useState<LoggedConflict | null>(null);
  const [by, setBy] = useState(props.proposedBy);
  const isAsked = props.keepLogged || problems.some(({ pointer }) => pointer === '/content/keepLogged');

  useEffect(() => {
    const form = box.current?.closest('form');
    if (!form) return;
    // What stands there and was not proposed has been written by somebody.
    const own = {
      expected: props.proposedBy === null && props.expected !== '',
      absent: props.proposedBy === null && props.absent !== '',
    };
    const look = (): void => {
      const typed = fieldsOf(form);
      if (!own.expected) {
        const usual = liveUsual(typed, facts);
        typed.expected = write(form, 'expected', usual === null ? '' : durationText(usual.minutes));
        setBy(usual?.by ?? null);
      }
      if (!own.absent) typed.absent = write(form, 'absent', typed.expected);
      setConflict(liveConflict(typed, facts.logged));
    };
    const listen = (event: Event): void => {
      const name = event.target instanceof HTMLInputElement ? event.target.name : '';
      if (name === 'content.expected') own.expected = true;
      if (name === 'content.absent') own.absent = true;
      if (name === 'content.expected') setBy(null);
      look();
    };
    look();
    form.addEventListener('input', listen);
    return () => form.removeEventListener('input', listen);
  }, [facts, props.expected, props.absent, props.proposedBy]);

  return (
    <div ref={box} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          name="content.expected"
          label={t('expected')}
          hint={by === null ? t('timeHint') : t(`proposed.${by}`)}
          problems={problems}
        >
          {(control) => <TextInput {...control} autoComplete="off" defaultValue={props.expected} />}
        </Field>
        <Field name="content.absent" label={t('absent')} hint={t('absentHint')} problems={problems}>
          {(control) => <TextInput {...control} autoComplete="off" defaultValue={props.absent} />}
        </Field>
      </div>
      <Conflict conflict={conflict} placementId={props.placementId} />
      {(isAsked || (conflict !== null && conflict.isWhole && conflict.support > 0)) && (
        <Checkbox
          name="content.keepLogged"
          label={t('keepLogged')}
          problems={problems}
          defaultChecked={props.keepLogged}
        />
      )}
    </div>
  );
}

function Conflict({
  conflict,
  placementId,
}: {
  readonly conflict: LoggedConflict | null;
  readonly placementId: string;
}) {
  const t = useTranslations('deviation-report');
  const locale = useStaffLocale();
  const [first] = conflict?.days ?? [];
  const words = conflict === null ? null : conflictWords(conflict, locale);
  return (
    <output className="block empty:hidden">
      {words !== null && first !== undefined && (
        <Notice
          tone="warn"
          title={t('conflict')}
          action={
            <TextLink href={`/provider/log?week=${first.date}&participant=${placementId}`}>
              {t('toLog')}
            </TextLink>
          }
        >
          <p>{words.message}</p>
          <p>{words.fix}</p>
        </Notice>
      )}
    </output>
  );
}

function fieldsOf(form: HTMLFormElement): { -readonly [Name in keyof Fields]: string } {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(`content.${name}`);
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    cause: text('cause'),
    from: text('from'),
    otherDay: text('otherDay'),
    through: text('through'),
    expected: text('expected'),
    absent: text('absent'),
  };
}

/** Writes into a field that nobody has written in. Returns what stands there. */
function write(form: HTMLFormElement, name: string, text: string): string {
  const field = form.elements.namedItem(`content.${name}`);
  if (field instanceof HTMLInputElement) field.value = text;
  return text;
}
