import { useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button, LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

interface JsonViewProps {
  id: string;
  name: string;
  document: unknown;
  faults: readonly FieldProblem[];
  version: number;
  mayEdit: boolean;
  isSaved: boolean;
  attempt: KeptForm | null;
  newKey: () => string;
}

/** In one text every fault stands at that text, with its place in words and as a pointer. */
function atText({ pointer, ...fault }: FieldProblem): FieldProblem {
  return {
    ...fault,
    code: `${fault.code} ${pointer}`,
    pointer: '/document',
    message: `${fault.message} (${pointer})`,
  };
}

/** An agreement version as the document that it is. */
export function JsonView(props: JsonViewProps) {
  const { id, name, faults, mayEdit, isSaved, attempt } = props;
  const t = useTranslations('agreement');
  const address = `/admin/agreements/drafts/${id}`;
  const problems = attempt === null ? faults.map(atText) : attempt.problem.errors;
  return (
    <>
      {attempt !== null && (
        <ErrorSummary problems={problems} title={problems.length === 0 ? attempt.problem.title : undefined} />
      )}
      {attempt === null && isSaved && <ErrorSummary problems={problems} />}
      <Breadcrumbs
        above={[
          { href: '/admin/agreements', words: t('list.title') },
          { href: address, words: name === '' ? t('list.unnamed') : name },
        ]}
        here={t('json.title')}
      />
      <PageHeading title={t('json.title')} lead={t(mayEdit ? 'json.lead' : 'edit.locked')} />
      {isSaved && attempt === null && (
        <Notice tone="ok" className="mb-6">
          {t('edit.saved')}
        </Notice>
      )}
      {mayEdit ? (
        <JsonForms {...props} address={address} problems={problems} />
      ) : (
        // Focus, so that a keyboard can move it sideways.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a text that scrolls
        <pre className="overflow-x-auto text-sm" tabIndex={0}>
          {JSON.stringify(props.document, null, 2)}
        </pre>
      )}
      <LinkAction look="quiet" href={address} className="mt-6">
        {t('edit.back')}
      </LinkAction>
    </>
  );
}

type FormsProps = JsonViewProps & { address: string; problems: readonly FieldProblem[] };

function JsonForms({ address, document, version, attempt, newKey, problems }: FormsProps) {
  const t = useTranslations('agreement');
  const head = () => <FormHead formKey={newKey()} back={`${address}/json`} version={version} />;
  return (
    <div className="grid gap-6">
      <form method="post" action={`/api${address}/document`} className="grid justify-items-start gap-4">
        {head()}
        <Field name="document" label={t('json.document')} problems={problems} className="w-full">
          {(control) => (
            <TextArea
              {...control}
              rows={28}
              spellCheck={false}
              className="font-mono"
              defaultValue={attempt?.values['document'] ?? JSON.stringify(document, null, 2)}
            />
          )}
        </Field>
        <Button look="go" big>
          {t('edit.save')}
        </Button>
      </form>
      <Card title={t('json.upload')}>
        <form
          method="post"
          encType="multipart/form-data"
          action={`/api${address}/upload/document`}
          className="grid justify-items-start gap-4"
        >
          {head()}
          <label className="grid gap-1 font-medium">
            {t('json.file')}
            <FileInput name="document" accept=".json,application/json" required />
          </label>
          <Button>{t('json.send')}</Button>
        </form>
      </Card>
    </div>
  );
}
