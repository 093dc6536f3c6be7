import { useTranslations } from 'next-intl';
import { DoneNotice, type Done } from '#components/administration/done-notice.tsx';
import { RequestDecision } from '#components/administration/request-decision.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { Button } from '#components/ui/button.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { SignatoryRequestView } from '#lib/domain/administration/account.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface SignatoryViewProps {
  isSignatory: boolean;
  ownRequest: SignatoryRequestView | null;
  /** The one request of a colleague that is decided here; the next follows when it is. */
  request: SignatoryRequestView | null;
  whoDecides: 'administrator' | 'authority';
  done: Done | null;
  formKey: string;
  decisionKey: string;
  attempts: { readonly ask: KeptForm | null; readonly decide: KeptForm | null };
}

const PAGE = '/provider/administration/signatory';

/** Asking to attest, and deciding for colleagues who ask. */
export function SignatoryView(props: SignatoryViewProps) {
  const { isSignatory, ownRequest, request, done, formKey, decisionKey, attempts } = props;
  const t = useTranslations('administration');
  return (
    <>
      <Breadcrumbs
        above={[{ href: '/provider/administration', words: t('title') }]}
        here={t('signatory.title')}
      />
      <DoneNotice done={done} />
      <PageHeading title={t('signatory.title')} lead={t('signatory.lead')} />
      {request !== null && (
        <PageSection title={t('signatory.requests')}>
          <RequestDecision
            request={request}
            isNamed={false}
            back={PAGE}
            formKey={decisionKey}
            attempt={attempts.decide}
          />
        </PageSection>
      )}
      {request === null && isSignatory && <Notice>{t('signatory.already')}</Notice>}
      {request === null && !isSignatory && ownRequest !== null && (
        <Waiting request={ownRequest} formKey={formKey} />
      )}
      {request === null && !isSignatory && ownRequest === null && (
        <Asking whoDecides={props.whoDecides} formKey={formKey} attempt={attempts.ask} />
      )}
    </>
  );
}

function Waiting({ request, formKey }: { request: SignatoryRequestView; formKey: string }) {
  const t = useTranslations('administration.signatory');
  return (
    <Card className="max-w-[760px]">
      <p>{t.rich('waits', { date: () => <InstantText instant={request.requestedAt} /> })}</p>
      <form
        method="post"
        action={`/api/administration/signatory-requests/${request.id}/withdraw`}
        className="mt-4"
      >
        <FormBasis formKey={formKey} back={PAGE} />
        <input type="hidden" name="version" value={request.version} />
        <Button>{t('withdraw')}</Button>
      </form>
    </Card>
  );
}

interface AskingProps extends Pick<SignatoryViewProps, 'whoDecides' | 'formKey'> {
  attempt: KeptForm | null;
}

function Asking({ whoDecides, formKey, attempt }: AskingProps) {
  const t = useTranslations('administration.signatory');
  return (
    <Card className="max-w-[760px]">
      <form method="post" action="/api/administration/signatory-requests" className="grid gap-5">
        <FormBasis formKey={formKey} back={PAGE} />
        <p>{t(whoDecides === 'administrator' ? 'whoAdministrator' : 'whoAuthority')}</p>
        <Field name="reason" label={t('reason')} problems={attempt?.problem.errors}>
          {(control) => (
            <TextArea {...control} rows={3} maxLength={500} defaultValue={attempt?.values['reason']} />
          )}
        </Field>
        <div>
          <Button look="go">{t('submit')}</Button>
        </div>
      </form>
    </Card>
  );
}
