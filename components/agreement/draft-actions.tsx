import { useTranslations } from 'next-intl';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { DraftLife, DraftRights } from '#lib/domain/agreement/version-draft.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface DraftActionsProps {
  /** The draft's own page; the forms post to the same path below `/api`. */
  address: string;
  life: DraftLife;
  rights: DraftRights;
  contentHash: string;
  publishWords: string;
  attempt: KeptForm | null;
  newKey: () => string;
}

/** What can be done with a draft now: submit or discard it, publish it or send it back. */
export function DraftActions(props: DraftActionsProps) {
  const { rights } = props;
  return (
    <div className="no-print mt-12 grid max-w-[760px] gap-6">
      {rights.mayEdit && <Submit {...props} />}
      {rights.mayPublish && <Publish {...props} />}
      {rights.mayReturn && <Return {...props} />}
      {rights.mayEdit && <Discard {...props} />}
    </div>
  );
}

function Submit({ address, life, newKey }: DraftActionsProps) {
  const t = useTranslations('agreement.draft');
  return (
    <Card title={t('submitTitle')}>
      <form method="post" action={`/api${address}/submit`} className="grid justify-items-start gap-4">
        <FormHead formKey={newKey()} back={address} version={life.version} />
        <p className="text-ink-2">{t('submitText')}</p>
        <Button look="go" big>
          {t('submit')}
        </Button>
      </form>
    </Card>
  );
}

function Publish({ address, life, contentHash, publishWords, newKey }: DraftActionsProps) {
  const t = useTranslations('agreement.draft');
  return (
    <Card title={t('publishTitle')} className="border-t-4 border-t-accent!">
      <form method="post" action={`/api${address}/publish`} className="grid justify-items-start gap-4">
        <FormHead formKey={newKey()} back={address} version={life.version} />
        <input type="hidden" name="contentHash" value={contentHash} />
        <p className="text-ink-2">{t('publishText')}</p>
        <Button look="go" big>
          {publishWords}
        </Button>
      </form>
    </Card>
  );
}

function Return({ address, life, attempt, newKey }: DraftActionsProps) {
  const t = useTranslations('agreement.draft');
  return (
    <Card title={t('returnTitle')}>
      <form method="post" action={`/api${address}/return`} className="grid gap-4">
        <FormHead formKey={newKey()} back={address} version={life.version} />
        <Field name="reason" label={t('reason')} hint={t('reasonHint')} problems={attempt?.problem.errors}>
          {(control) => <TextArea {...control} defaultValue={attempt?.values['reason'] ?? ''} />}
        </Field>
        <Button className="justify-self-start">{t('return')}</Button>
      </form>
    </Card>
  );
}

function Discard({ address, life, newKey }: DraftActionsProps) {
  const t = useTranslations('agreement.draft');
  return (
    <DisclosureMore summary={t('discardTitle')}>
      <form method="post" action={`/api${address}/discard`} className="grid justify-items-start gap-4">
        <FormHead formKey={newKey()} back={address} version={life.version} />
        <p className="text-ink-2">{t('discardText')}</p>
        <Button>{t('discard')}</Button>
      </form>
    </DisclosureMore>
  );
}
