import { useTranslations } from 'next-intl';
import { AgreementForm } from '#components/agreement/agreement-form.tsx';
import { formReader } from '#components/agreement/form-reader.ts';
import { AgreementRules } from '#components/agreement/rules-view.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { validateAgreement } from '#lib/domain/compensation/validate.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

interface EditViewProps {
  id: string;
  name: string;
  document: unknown;
  faults: readonly FieldProblem[];
  version: number;
  mayEdit: boolean;
  /** It was just saved. */
  isSaved: boolean;
  attempt: KeptForm | null;
  formKey: string;
}

/** An agreement version as a form while it may be edited, else as it is read. */
export function EditView(props: EditViewProps) {
  const { id, name, document, faults, mayEdit, isSaved, attempt } = props;
  const t = useTranslations('agreement');
  const address = `/admin/agreements/drafts/${id}`;
  const title = t(mayEdit ? 'edit.title' : 'edit.readTitle');
  return (
    <>
      {attempt !== null && <ErrorSummary problems={attempt.problem.errors} title={attempt.problem.title} />}
      {attempt === null && isSaved && <ErrorSummary problems={faults} />}
      <Breadcrumbs
        above={[
          { href: '/admin/agreements', words: t('list.title') },
          { href: address, words: name === '' ? t('list.unnamed') : name },
        ]}
        here={title}
      />
      <PageHeading title={title} lead={t(mayEdit ? 'edit.lead' : 'edit.locked')} />
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
      {mayEdit ? (
        <AgreementForm
          address={address}
          reader={formReader(document, faults, attempt)}
          version={props.version}
          formKey={props.formKey}
        />
      ) : (
        <ReadOnly document={document} address={address} />
      )}
    </>
  );
}

function ReadOnly({ document, address }: { document: unknown; address: string }) {
  const t = useTranslations('agreement.edit');
  const agreement = validateAgreement(document);
  return (
    <>
      {agreement.ok && <AgreementRules agreement={agreement.value} />}
      <LinkAction look="quiet" href={address} className="mt-6">
        {t('back')}
      </LinkAction>
    </>
  );
}
