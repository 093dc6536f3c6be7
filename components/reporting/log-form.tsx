import { useTranslations } from 'next-intl';
import { ClientMessages } from '#components/frame/client-messages.tsx';
import { AbsentWarning } from '#components/reporting/absent-warning.tsx';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import { picksOf, tickedBy } from '#components/reporting/log-picks.ts';
import type { LogPageState } from '#components/reporting/log-view.tsx';
import { QuickChoice } from '#components/reporting/quick-choice.tsx';
import { QuickEntry } from '#components/reporting/quick-entry.tsx';
import { supportLanguages } from '#components/reporting/support-languages.ts';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextInput } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { ACTIVITY_FORMS, formName } from '#lib/domain/activity/activity-form.ts';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly state: LogPageState };

const MINUTES = ['15', '30', '45', '60', '90', '120'];

/** One activity, for one participant or for several at once: at most a press for each thing that is asked. */
export function LogForm({ log, filter, state }: Props) {
  const tIntake = useTranslations('intake');
  const t = useTranslations('log.entry');
  const tLog = useTranslations('reporting.log');
  const locale = useStaffLocale();
  const attempt = state.attempts.add;
  const problems = attempt?.problem.errors ?? [];
  const lastDay = addDays(log.weekTo, -1);
  const goesOn = log.today <= lastDay;
  const typed = (part: string): string => attempt?.values[`entries.0.${part}`] ?? '';
  const yesterday = addDays(log.today, -1);
  return (
    <Card title={tLog('add')} className="scroll-mt-4">
      <form method="post" action="/api/provider/entries" className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <FormBasis
          formKey={attempt?.idempotencyKey ?? state.keys.add}
          back={logHref(filter, { page: filter.page })}
        />
        <ClientMessages features={['log']}>
          <QuickEntry
            key={attempt?.idempotencyKey ?? state.pick ?? ''}
            participants={log.participants.map(({ placementId, participantName, coveringFor, planned }) => ({
              placementId,
              participantName:
                coveringFor === null
                  ? participantName
                  : `${participantName} (${tIntake('own.for', { name: coveringFor })})`,
              planned,
            }))}
            picks={picksOf(log, filter, state.done, t, locale)}
            ticked={tickedBy(log, state)}
            activity={typed('activity')}
            problems={problems}
            keepUnder={state.keepUnder}
            recall={attempt === null && state.done === null}
          >
            <QuickChoice
              name="entries.0.minutes"
              legend={t('minutes')}
              options={MINUTES.map((value) => ({ value, label: value }))}
              value={typed('minutes')}
              problems={problems}
              other={{ label: t('otherMinutes'), hint: t('otherMinutesHint'), type: 'text' }}
            />
            <QuickChoice
              name="entries.0.form"
              legend={t('form')}
              options={[
                ...ACTIVITY_FORMS.map((form) => ({ value: form, label: formName(form, locale) })),
                { value: '', label: t('noForm') },
              ]}
              value={attempt === null ? null : typed('form')}
              problems={problems}
            />
            <QuickChoice
              name="entries.0.date"
              legend={t('date')}
              options={
                goesOn
                  ? [
                      { value: log.today, label: t('today') },
                      { value: yesterday, label: t('yesterday') },
                    ]
                  : []
              }
              value={attempt === null ? (state.day ?? (goesOn ? log.today : lastDay)) : typed('date')}
              problems={problems}
              other={{ label: t('otherDate'), hint: t('otherDateHint'), type: 'date', max: log.today }}
            />
            <AbsentWarning
              participants={log.participants.flatMap(({ placementId, participantName, absences }) =>
                absences.length === 0 ? [] : [{ placementId, participantName, absences }],
              )}
            />
            <DisclosureMore summary={t('more')} open={typed('language') !== '' || typed('note') !== ''}>
              <div className="grid gap-4">
                <Field name="entries.0.language" label={t('language')} problems={problems}>
                  {(control) => (
                    <Select
                      {...control}
                      defaultValue={typed('language')}
                      empty={t('swedish')}
                      options={supportLanguages(locale, typed('language'))}
                    />
                  )}
                </Field>
                <Field
                  name="entries.0.note"
                  label={t('note')}
                  hint={t('noteHint')}
                  problems={problems}
                  optional
                >
                  {(control) => <TextInput {...control} maxLength={500} defaultValue={typed('note')} />}
                </Field>
              </div>
            </DisclosureMore>
            <Button look="go" big className="justify-self-start max-sm:w-full">
              {tLog('submit')}
            </Button>
          </QuickEntry>
        </ClientMessages>
      </form>
    </Card>
  );
}
