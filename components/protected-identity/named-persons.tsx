import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Select } from '#components/ui/inputs.tsx';
import type { ProtectedView } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface NamedPersonsProps {
  view: ProtectedView;
  back: string;
  formKey: string;
  attempt: KeptForm | null;
}

/** Who sees the person, and naming one more. */
export function NamedPersons({ view, back, formKey, attempt }: NamedPersonsProps) {
  const t = useTranslations('protected-identity.named');
  const { participantId, named, candidates } = view;
  return (
    <div className="grid gap-6">
      <DataTable
        caption={t('caption')}
        captionHidden
        rows={named}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', head: t('name'), cell: ({ name }) => name },
          { key: 'organisation', head: t('organisation'), cell: ({ organisation }) => organisation },
          {
            key: 'remove',
            head: t('unname'),
            headHidden: true,
            wide: true,
            cell: ({ personId, name, responsible }) =>
              responsible ? (
                t('responsible')
              ) : (
                <form method="post" action="/api/protected/unname">
                  <FormBasis formKey={`${formKey}-${personId}`} back={back} />
                  <input type="hidden" name="participantId" value={participantId} />
                  <input type="hidden" name="personId" value={personId} />
                  <Button look="line" aria-label={t('unnameOf', { name })}>
                    {t('unname')}
                  </Button>
                </form>
              ),
          },
        ]}
      />
      {candidates.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <form method="post" action="/api/protected/name" className="grid justify-items-start gap-5">
          <FormBasis formKey={attempt?.idempotencyKey ?? `${formKey}-name`} back={back} />
          <input type="hidden" name="participantId" value={participantId} />
          <h3>{t('add')}</h3>
          <Field name="personId" label={t('who')} problems={attempt?.problem.errors}>
            {(control) => (
              <Select
                {...control}
                className="max-w-full"
                defaultValue={attempt?.values['personId'] ?? ''}
                empty={t('choose')}
                options={candidates.map(({ personId, name, organisation }) => ({
                  value: personId,
                  label: `${name}, ${organisation}`,
                }))}
              />
            )}
          </Field>
          <Button look="line">{t('submit')}</Button>
        </form>
      )}
    </div>
  );
}
