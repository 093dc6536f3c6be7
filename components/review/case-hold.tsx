import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select, TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { HeldDesk } from '#lib/domain/review/case-desk.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { clockInWords, dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly desk: HeldDesk;
  readonly personId: string;
  /** The page's own path, with its place in the queue. */
  readonly back: string;
  readonly formKey: string;
  readonly attempt: KeptForm | null;
};

function momentIn(instant: string, locale: Locale): string {
  const at = new Date(instant);
  return `${dateInWords(plainDateFromDate(at), locale, 'day')} ${clockInWords(at, locale)}`;
}

/** Whose the case is, and the steps that change that. The panel of a report or a document takes it and hands it back. */
export function CaseHold({ desk, personId, back, formKey, attempt }: Props) {
  const t = useTranslations('review-bench.hold');
  const locale = useLocale();
  if (!desk.waits || desk.ownSubmission) return null;
  const { kind, takenByPersonId, takenByName, takenAt, handedOver } = desk;
  // A document says itself who has taken it.
  if (kind === 'finalReport' && takenByPersonId !== personId) return null;
  if (takenByPersonId !== null && takenByPersonId !== personId) {
    const when = takenAt === null ? '' : momentIn(takenAt, locale);
    return (
      <Notice tone="wait" className="mb-6">
        {t('colleague', { name: takenByName ?? '', when })}
      </Notice>
    );
  }
  const isOwn = takenByPersonId === personId;
  return (
    <section aria-label={t('title')} className="no-print mb-6 grid gap-3">
      {isOwn && handedOver !== null && (
        <Notice>
          {t('from', { name: handedOver.name, when: momentIn(handedOver.at, locale) })}{' '}
          {handedOver.word !== '' && t('said', { word: handedOver.word })}
        </Notice>
      )}
      <div className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
        {kind !== 'periodicReport' && kind !== 'finalReport' && (
          <TakeForm desk={desk} isOwn={isOwn} back={back} formKey={formKey} />
        )}
        {isOwn && (
          <DisclosureMore summary={t('over')} open={attempt !== null}>
            <HandOverForm desk={desk} back={back} formKey={formKey} attempt={attempt} />
          </DisclosureMore>
        )}
      </div>
    </section>
  );
}

type FormProps = Pick<Props, 'desk' | 'back' | 'formKey'>;

function TakeForm({ desk, isOwn, back, formKey }: FormProps & { readonly isOwn: boolean }) {
  const t = useTranslations('review-bench.hold');
  return (
    <form
      method="post"
      action={isOwn ? '/api/review/cases/hand-back' : '/api/review/cases/take'}
      className="flex flex-wrap items-baseline gap-x-4 gap-y-2"
    >
      <FormBasis formKey={`${formKey}-hold`} back={back} />
      <input type="hidden" name="kind" value={desk.kind} />
      <input type="hidden" name="id" value={desk.id} />
      <span className="text-ink-2">{t(isOwn ? 'yours' : 'free')}</span>
      <Button look="plain" data-review-key={isOwn ? undefined : 'take'}>
        {t(isOwn ? 'handBack' : 'take')}
      </Button>
    </form>
  );
}

function HandOverForm({ desk, back, formKey, attempt }: FormProps & Pick<Props, 'attempt'>) {
  const t = useTranslations('review-bench.hold');
  const problems = attempt?.problem.errors;
  return (
    <form
      method="post"
      action="/api/review/cases/hand-over"
      className="grid max-w-measure justify-items-start gap-3"
    >
      <FormBasis formKey={`${formKey}-over`} back={back} />
      <input type="hidden" name="kind" value={desk.kind} />
      <input type="hidden" name="id" value={desk.id} />
      <Field name="toPersonId" label={t('to')} problems={problems} className="w-full max-w-100">
        {(control) => (
          <Select
            {...control}
            empty={t('pick')}
            defaultValue={attempt?.values['toPersonId'] ?? ''}
            options={desk.colleagues.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
        )}
      </Field>
      <Field name="word" label={t('word')} optional problems={problems} className="w-full">
        {(control) => (
          <TextArea {...control} rows={2} maxLength={500} defaultValue={attempt?.values['word'] ?? ''} />
        )}
      </Field>
      <Button look="plain">{t('give')}</Button>
    </form>
  );
}
