import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { DateText } from '#components/ui/date-text.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card, Sheet } from '#components/ui/sheet.tsx';
import type { ShownRelatedCompany } from '#lib/domain/related-company/related-company.ts';
import { formatOrgNo } from '#lib/shared/format-org-no.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

type Props = {
  readonly providerId: string;
  readonly companies: readonly ShownRelatedCompany[];
  readonly today: PlainDate;
  readonly done: 'registered' | 'ended' | null;
  readonly attempt: KeptForm | null;
  readonly newKey: () => string;
};

/** Companies related to a provider: what outcomes' employers are held against. */
export function RelatedCompanies(props: Props) {
  const { companies, done } = props;
  const t = useTranslations('review-insight.related');
  return (
    <div id="related">
      <PageSection title={t('title')} note={t('note')}>
        {done !== null && (
          <Notice tone="ok" className="mb-4">
            {t(`done.${done}`)}
          </Notice>
        )}
        {companies.length === 0 ? (
          <p className="mb-6 text-ink-2">{t('none')}</p>
        ) : (
          <Sheet className="mb-6 px-6 py-4 max-md:px-4">
            <DataTable<ShownRelatedCompany>
              caption={t('title')}
              captionHidden
              rows={companies}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'name',
                  head: t('name'),
                  cell: ({ name, orgNo }) => (
                    <>
                      {name} <small className="block text-ink-3">{formatOrgNo(orgNo)}</small>
                    </>
                  ),
                },
                { key: 'source', head: t('source'), wide: true, cell: ({ source }) => source },
                { key: 'from', head: t('from'), cell: ({ from }) => <DateText date={from} /> },
                {
                  key: 'to',
                  head: t('to'),
                  cell: (company) =>
                    company.to === null ? (
                      <EndForm {...props} company={company} />
                    ) : (
                      <DateText date={company.to} />
                    ),
                },
              ]}
            />
          </Sheet>
        )}
        <RegisterForm {...props} />
      </PageSection>
    </div>
  );
}

function EndForm({ providerId, company, today, newKey }: Props & { readonly company: ShownRelatedCompany }) {
  const t = useTranslations('review-insight.related');
  const field = `to-${company.id}`;
  return (
    <DisclosureMore summary={t('end')}>
      <form method="post" action={`/api/related-companies/${company.id}/end`} className="grid gap-3">
        <FormBasis formKey={newKey()} back={`/admin/providers/${providerId}`} />
        <div className="grid gap-1">
          <label htmlFor={field} className="font-medium">
            {t('endsOn', { name: company.name })}
          </label>
          <TextInput id={field} name="to" type="date" max={today} aria-describedby={`${field}-hint`} />
          <p id={`${field}-hint`} className="text-xs text-ink-3">
            {t('endsOnHint')}
          </p>
        </div>
        <div>
          <Button look="line">{t('endIt')}</Button>
        </div>
      </form>
    </DisclosureMore>
  );
}

function RegisterForm({ providerId, today, attempt, newKey }: Props) {
  const t = useTranslations('review-insight.related');
  const problems = attempt?.problem.errors;
  const value = (name: string): string | undefined => attempt?.values[name];
  return (
    <Card title={t('add')} className="max-w-[760px]">
      <form method="post" action="/api/related-companies" className="grid gap-5">
        <FormBasis formKey={attempt?.idempotencyKey ?? newKey()} back={`/admin/providers/${providerId}`} />
        <input type="hidden" name="providerId" value={providerId} />
        <Field name="orgNo" label={t('orgNo')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              autoComplete="off"
              className="max-w-56"
              defaultValue={value('orgNo')}
            />
          )}
        </Field>
        <Field name="companyName" label={t('companyName')} problems={problems}>
          {(control) => <TextInput {...control} autoComplete="off" defaultValue={value('companyName')} />}
        </Field>
        <Field name="source" label={t('source')} hint={t('sourceHint')} problems={problems}>
          {(control) => <TextInput {...control} defaultValue={value('source')} />}
        </Field>
        <Field name="from" label={t('from')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              max={today}
              className="max-w-56"
              defaultValue={value('from')}
            />
          )}
        </Field>
        <div>
          <Button look="go">{t('addIt')}</Button>
        </div>
      </form>
    </Card>
  );
}
