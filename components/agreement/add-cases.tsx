import { useTranslations } from 'next-intl';
import { CaseFields } from '#components/agreement/case-fields.tsx';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TextArea } from '#components/ui/inputs.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface AddCasesProps {
  address: string;
  version: number;
  follows: boolean;
  /** What was pasted or sent as a list, if it failed. */
  pasted: KeptForm | null;
  /** What was written by hand, if it failed. */
  written: KeptForm | null;
  newKey: () => string;
}

/** The ways in which cases come: from the version that is followed, as a list, as a file, by hand. */
export function AddCases({ address, version, follows, pasted, written, newKey }: AddCasesProps) {
  const t = useTranslations('agreement.cases');
  const head = () => <FormHead formKey={newKey()} back={`${address}/cases`} version={version} />;
  const form = 'grid justify-items-start gap-4';
  return (
    <PageSection title={t('add')}>
      <div className="grid gap-4">
        {follows && (
          <form method="post" action={`/api${address}/cases/copy`} className={form}>
            {head()}
            <Button>{t('copy')}</Button>
            <p className="text-xs text-ink-3">{t('copyText')}</p>
          </form>
        )}
        <DisclosureMore summary={t('byHand')} open={written !== null}>
          <CaseFields
            address={address}
            version={version}
            index={null}
            golden={null}
            attempt={written}
            formKey={newKey()}
          />
        </DisclosureMore>
        <DisclosureMore summary={t('paste')} open={pasted !== null}>
          <form method="post" action={`/api${address}/cases`} className={form}>
            {head()}
            <Field
              name={pasted === null ? 'pasted' : 'cases'}
              label={t('pasteLabel')}
              hint={t('pasteHint')}
              problems={pasted?.problem.errors}
              className="w-full"
            >
              {(control) => (
                <TextArea
                  {...control}
                  name="cases"
                  rows={10}
                  spellCheck={false}
                  className="font-mono"
                  defaultValue={pasted?.values['cases'] ?? ''}
                />
              )}
            </Field>
            <Button>{t('pasteSend')}</Button>
          </form>
        </DisclosureMore>
        <DisclosureMore summary={t('upload')}>
          <form
            method="post"
            encType="multipart/form-data"
            action={`/api${address}/upload/cases`}
            className={form}
          >
            {head()}
            <label className="grid gap-1 font-medium">
              {t('file')}
              <FileInput name="cases" accept=".json,application/json" required />
            </label>
            <Button>{t('uploadSend')}</Button>
          </form>
        </DisclosureMore>
      </div>
    </PageSection>
  );
}
