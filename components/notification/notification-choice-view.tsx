import { useTranslations } from 'next-intl';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { WordsFor } from '#lib/domain/notification/event-words.ts';
import { type NotificationChoice, WAYS } from '#lib/domain/notification/mail-time.ts';
import type { NotificationGroup } from '#lib/domain/notification/notification.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

const PAGE = '/notifications/choices';
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const PARTICIPANT_GROUPS = ['participants', 'plan', 'documents', 'outcomes'] as const;

export interface NotificationChoiceViewProps {
  readonly choice: NotificationChoice & {
    readonly groups: readonly NotificationGroup[];
    readonly email: string | null;
  };
  readonly to: WordsFor;
  /** Providers' people choose reminders of last days on a page of their own. */
  readonly hasReminders: boolean;
  readonly isDone: boolean;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
}

/** By group of events: a mail at once, one a day, or none; and when mail is not wanted. */
export function NotificationChoiceView({
  choice,
  to,
  hasReminders,
  isDone,
  formKey,
  attempt,
}: NotificationChoiceViewProps) {
  const t = useTranslations('notification');
  const { email } = choice;
  const problems = attempt?.problem.errors ?? [];
  return (
    <>
      {attempt !== null && <ErrorSummary problems={problems} title={attempt.problem.title} />}
      <Breadcrumbs above={[{ href: '/notifications', words: t('title') }]} here={t('choices.title')} />
      <PageHeading title={t('choices.title')} lead={t('choices.lead')} />
      {isDone && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('choices.done')}
        </Notice>
      )}
      <p className="max-w-measure">
        {email === null ? t('choices.noAddress') : t('choices.address', { email })}
      </p>
      {hasReminders && (
        <p className="mt-2 max-w-measure">
          {t('choices.reminders')} <TextLink href="/provider/calendar">{t('choices.toReminders')}</TextLink>
        </p>
      )}
      <form method="post" action="/api/notifications/choices" className="mt-8 grid max-w-190 gap-8">
        <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={PAGE} />
        <Ways choice={choice} to={to} values={attempt?.values ?? {}} problems={problems} />
        <Quiet choice={choice} values={attempt?.values ?? null} problems={problems} />
        <Button look="go" className="justify-self-start">
          {t('choices.submit')}
        </Button>
      </form>
    </>
  );
}

type WaysProps = Pick<NotificationChoiceViewProps, 'choice' | 'to'> & {
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
};

function Ways({ choice, to, values, problems }: WaysProps) {
  const t = useTranslations('notification.choices');
  const options = WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }));
  return (
    <fieldset>
      <legend className="sr-only">{t('what')}</legend>
      {choice.groups.map((group) => {
        const own = to === 'participant' ? PARTICIPANT_GROUPS.find((known) => known === group) : undefined;
        const name = `ways.${group}`;
        return (
          <Field
            key={group}
            name={name}
            label={own === undefined ? t(`group.${group}`) : t(`participantGroup.${own}`)}
            hint={own === undefined ? t(`hint.${group}`) : t(`participantHint.${own}`)}
            problems={problems}
            className="border-t border-line py-4"
          >
            {(control) => (
              <Select
                {...control}
                className="max-w-64"
                options={options}
                defaultValue={values[name] ?? choice.ways[group]}
              />
            )}
          </Field>
        );
      })}
    </fieldset>
  );
}

type QuietProps = Pick<NotificationChoiceViewProps, 'choice'> & {
  readonly values: Readonly<Record<string, string>> | null;
  readonly problems: readonly FieldProblem[];
};

function Quiet({ choice: { quiet }, values, problems }: QuietProps) {
  const t = useTranslations('notification.choices.quiet');
  const options = HOURS.map((hour) => ({
    value: String(hour),
    label: t('hour', { hour: String(hour).padStart(2, '0') }),
  }));
  const weekends = values === null ? quiet.weekends : values['weekends'] === 'on';
  return (
    <fieldset aria-describedby="quiet-hint" className="grid gap-4">
      <legend className="text-lg font-bold">{t('title')}</legend>
      <p id="quiet-hint" className="max-w-measure text-ink-2">
        {t('hint')}
      </p>
      <div className="flex flex-wrap gap-x-6 gap-y-4">
        {(['quietFrom', 'quietTo'] as const).map((name) => (
          <Field key={name} name={name} label={t(name === 'quietFrom' ? 'from' : 'to')} problems={problems}>
            {(control) => (
              <Select
                {...control}
                className="w-32"
                options={options}
                defaultValue={values?.[name] ?? String(name === 'quietFrom' ? quiet.from : quiet.to)}
              />
            )}
          </Field>
        ))}
      </div>
      <Checkbox name="weekends" label={t('weekends')} defaultChecked={weekends} />
    </fieldset>
  );
}
