import { useTranslations } from 'next-intl';
import { EntryFields } from '#components/reporting/entry-fields.tsx';
import { type LogFilter, logHref } from '#components/reporting/log-href.ts';
import type { LogPageState } from '#components/reporting/log-view.tsx';
import { Button } from '#components/ui/button.tsx';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { Card } from '#components/ui/sheet.tsx';
import type { WeekLog } from '#lib/domain/activity/week-log.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Props = { readonly log: WeekLog; readonly filter: LogFilter; readonly state: LogPageState };

/** One activity, for one participant or for several at once. */
export function LogForm({ log, filter, state }: Props) {
  const t = useTranslations('reporting.log');
  const attempt = state.attempts.add;
  const problems = attempt?.problem.errors;
  const lastDay = addDays(log.weekTo, -1);
  return (
    <Card title={t('add')}>
      <form method="post" action="/api/provider/entries" className="grid gap-4">
        <input type="hidden" name="idempotencyKey" value={attempt?.idempotencyKey ?? state.keys.add} />
        <input type="hidden" name="back" value={logHref(filter, { page: filter.page })} />
        <Participants log={log} attempt={attempt} placementId={state.placementId} />
        <EntryFields
          prefix="entries.0."
          saved={{
            date: log.today <= lastDay ? log.today : lastDay,
            activity: '',
            form: '',
            minutes: '',
            language: '',
            note: '',
          }}
          typed={attempt?.values}
          problems={problems}
          today={log.today}
        />
        <Button look="go" className="justify-self-start">
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}

type ParticipantsProps = {
  readonly log: WeekLog;
  readonly attempt: KeptForm | null;
  readonly placementId: string | null;
};

/** Who took part. One who is chosen from their card, or who is the only one, is ticked. */
function Participants({ log, attempt, placementId }: ParticipantsProps) {
  const t = useTranslations('reporting.log');
  const problems = (attempt?.problem.errors ?? []).filter(({ pointer }) =>
    pointer.startsWith('/placementIds'),
  );
  const only = log.participants.length === 1 ? log.participants[0]?.placementId : null;
  return (
    <fieldset id={fieldId('placementIds')} className={problems.length > 0 ? 'field-wrong' : undefined}>
      <legend className="mb-1 font-medium">{t('who')}</legend>
      <p className="text-xs text-ink-3">{t('whoHint')}</p>
      <FieldError id="placementIds-error" problems={problems} />
      <div className="mt-1 max-h-64 overflow-y-auto rounded-sm border border-line px-3">
        {log.participants.map((who, index) => {
          const name = `placementIds.${index}`;
          const ticked =
            attempt === null
              ? who.placementId === (placementId ?? only)
              : attempt.values[name] === who.placementId;
          return (
            <label key={who.placementId} className="choice">
              <input type="checkbox" name={name} value={who.placementId} defaultChecked={ticked} />
              <span className="choice-label">{who.participantName}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
