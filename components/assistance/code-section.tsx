import { useTranslations } from 'next-intl';
import { HelpReason } from '#components/assistance/help-reason.tsx';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { HandedOutCode, Helped } from '#lib/domain/assistance/helped.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { LOCALE_NAMES, LOCALES } from '#lib/shared/i18n/locale.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface CodeSectionProps {
  helped: Helped;
  codes: readonly HandedOutCode[];
  /** There is something to choose. */
  canHandOut: boolean;
  attempt: KeptForm | null;
  formKey: string;
}

/** Codes on paper: those that were handed out, and a new one. */
export function CodeSection(props: CodeSectionProps) {
  const t = useTranslations('assisted.code');
  const { helped, codes, canHandOut, attempt, formKey } = props;
  const base = `/admin/participants/${helped.participantId}`;
  return (
    <div className="grid gap-6">
      {codes.length === 0 ? <p>{t('none')}</p> : <CodeTable base={base} codes={codes} formKey={formKey} />}
      {canHandOut && (
        <form method="post" action="/api/admin/paper-codes" className="grid justify-items-start gap-5">
          <FormBasis formKey={formKey} back={base} />
          <input type="hidden" name="participantId" value={helped.participantId} />
          <HelpReason name="reason" legend={t('legend')} hint={t('hint')} attempt={attempt} />
          <Field name="language" label={t('language')} problems={attempt?.problem.errors}>
            {(control) => (
              <Select
                {...control}
                defaultValue={attempt?.values['language'] ?? helped.language}
                options={LOCALES.map((value) => ({ value, label: LOCALE_NAMES[value] }))}
              />
            )}
          </Field>
          {codes.some(({ state }) => state === 'open') && <p className="text-ink-2">{t('again')}</p>}
          <Button look="go">{t('submit')}</Button>
        </form>
      )}
    </div>
  );
}

type TableProps = {
  readonly base: string;
  readonly codes: readonly HandedOutCode[];
  readonly formKey: string;
};

function CodeTable({ base, codes, formKey }: TableProps) {
  const t = useTranslations('assisted.code');
  const reasons = useTranslations('assisted.reason');
  const locale = useStaffLocale();
  return (
    <DataTable
      caption={t('caption')}
      captionHidden
      rows={codes}
      rowKey={({ id }) => id}
      columns={[
        { key: 'made', head: t('madeAt'), cell: ({ madeOn }) => <DateText date={madeOn} /> },
        { key: 'by', head: t('by'), cell: ({ by }) => by },
        { key: 'reason', head: t('reason'), cell: ({ reason }) => reasons(reason) },
        {
          key: 'stands',
          head: t('stands'),
          wide: true,
          cell: ({ id, state, day }) => (
            <>
              {t(state, { date: dateInWords(day, locale) })}
              {state === 'open' && (
                <form method="post" action={`/api/admin/paper-codes/${id}/revoke`} className="mt-2">
                  <FormBasis formKey={`${formKey}-${id}`} back={base} />
                  <Button look="line">{t('revoke')}</Button>
                </form>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
