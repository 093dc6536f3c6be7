import { useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { NumberInput, TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { typedTermsAt } from '#lib/domain/agreement/terms-form.ts';
import { TERMS_MEMBERS, type TermsMember } from '#lib/domain/agreement/terms-member.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

interface TermsEditViewProps {
  id: string;
  validFrom: string;
  document: unknown;
  faults: readonly FieldProblem[];
  version: number;
  mayEdit: boolean;
  isSaved: boolean;
  attempt: KeptForm | null;
  formKey: string;
}

const GROUPS = ['report', 'review', 'choice', 'support', 'statement'] as const;

/** Every member of the terms to type in, in the order in which people meet them. */
export function TermsEditView(props: TermsEditViewProps) {
  const { id, faults, mayEdit, isSaved, attempt } = props;
  const t = useTranslations('agreement');
  const address = `/admin/terms/drafts/${id}`;
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      {attempt === null && isSaved && <ErrorSummary problems={faults} />}
      <Breadcrumbs
        above={[
          { href: '/admin/agreements', words: t('list.title') },
          { href: address, words: t('terms.metaTitle') },
        ]}
        here={t('terms.editTitle')}
      />
      <PageHeading title={t('terms.editTitle')} lead={mayEdit ? undefined : t('edit.locked')} />
      {isSaved && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('edit.saved')}
        </Notice>
      )}
      {attempt !== null && (
        <Notice tone="warn" className="mb-6">
          {t('edit.conflict')}
        </Notice>
      )}
      {mayEdit ? <TermsForm {...props} address={address} /> : <TermsFacts {...props} />}
      {!mayEdit && (
        <LinkAction look="quiet" href={address} className="mt-6">
          {t('edit.back')}
        </LinkAction>
      )}
    </>
  );
}

function membersOf(group: TermsMember['group']): readonly (readonly [string, TermsMember])[] {
  return Object.entries(TERMS_MEMBERS).filter(([, member]) => member.group === group);
}

function TermsFacts({ document }: TermsEditViewProps) {
  const t = useTranslations('agreement.terms');
  return GROUPS.map((group) => (
    <Card key={group} title={t(`groups.${group}`)} className="mb-6">
      <DescriptionList
        facts={membersOf(group).map(([path, { words }]) => ({
          term: words,
          detail: typedTermsAt(document, path),
        }))}
      />
    </Card>
  ));
}

function TermsForm(props: TermsEditViewProps & { address: string }) {
  const { address, validFrom, document, faults, version, isSaved, attempt, formKey } = props;
  const t = useTranslations('agreement');
  const value = (path: string) => attempt?.values[path] ?? typedTermsAt(document, path);
  return (
    <form method="post" action={`/api${address}/form`} className="grid gap-6">
      <FormHead formKey={formKey} back={`${address}/edit`} version={version} />
      <Card>
        <Field
          name="validFrom"
          label={t('terms.validFrom')}
          hint={t('terms.validFromHint')}
          // A day that nobody has chosen yet is no fault before the first saving.
          problems={validFrom === '' && !isSaved && attempt === null ? [] : faults}
        >
          {(control) => (
            <TextInput
              {...control}
              type="date"
              className="max-w-48"
              defaultValue={attempt?.values['validFrom'] ?? validFrom}
            />
          )}
        </Field>
      </Card>
      {GROUPS.map((group) => (
        <Card key={group} title={t(`terms.groups.${group}`)}>
          <div className="grid gap-5 md:grid-cols-2">
            {membersOf(group).map(([path, { words, unit, min, max }]) => {
              const scale = unit === 'permille' ? 10 : 1;
              return (
                <Field
                  key={path}
                  name={path}
                  label={words}
                  hint={t(`terms.unit.${unit}`, { min: min / scale, max: max / scale })}
                  problems={faults}
                >
                  {(control) => <NumberInput {...control} inputMode="decimal" defaultValue={value(path)} />}
                </Field>
              );
            })}
          </div>
        </Card>
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <Button look="go" big>
          {t('edit.save')}
        </Button>
        <LinkAction look="quiet" href={address}>
          {t('edit.back')}
        </LinkAction>
      </div>
    </form>
  );
}
