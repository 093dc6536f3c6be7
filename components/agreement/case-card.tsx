import { useTranslations } from 'next-intl';
import { CaseDifferences } from '#components/agreement/case-differences.tsx';
import { CaseFields } from '#components/agreement/case-fields.tsx';
import { CaseOutputTable } from '#components/agreement/case-output.tsx';
import { FormHead } from '#components/agreement/form-head.tsx';
import { Button } from '#components/ui/button.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { CheckedCase, GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export interface CaseCardProps {
  address: string;
  version: number;
  index: number;
  golden: GoldenCase;
  /** Null: the version cannot be calculated with yet. */
  checked: CheckedCase | null;
  outputHash: string | null;
  mayEdit: boolean;
  /** What was typed into this case's form, if it failed. */
  attempt: KeptForm | null;
  newKey: () => string;
}

/** One golden case: whether it holds, exactly how it differs, and what can be done about it. */
export function CaseCard(props: CaseCardProps) {
  const { index, golden, checked, mayEdit } = props;
  const t = useTranslations('agreement.cases');
  return (
    <div id={fieldId(`cases.${index}`)} tabIndex={-1}>
      <Card title={golden.name} aside={<CaseStatus checked={checked} />}>
        <div className="grid gap-4">
          {checked?.state === 'invalid' && (
            <ul className="grid gap-1">
              {checked.faults.map(({ pointer, code, message }) => (
                <li key={`${pointer} ${code}`}>
                  <code>{pointer}</code> {message}
                </li>
              ))}
            </ul>
          )}
          {checked?.state === 'differs' && <CaseDifferences differences={checked.differences} />}
          {checked !== null && checked.state !== 'invalid' && (
            <DisclosureMore summary={t('output')} open={checked.state === 'noExpected'}>
              <CaseOutputTable output={checked.output} />
            </DisclosureMore>
          )}
          {mayEdit && <Confirm {...props} />}
          {mayEdit && <Change {...props} />}
        </div>
      </Card>
    </div>
  );
}

function CaseStatus({ checked }: { checked: CheckedCase | null }) {
  const t = useTranslations('agreement.cases');
  switch (checked?.state) {
    case undefined:
      return <Status tone="none">{t('unchecked')}</Status>;
    case 'passes':
      return <Status tone="ok">{t('passes')}</Status>;
    case 'differs':
      return <Status tone="stop">{t('differs', { count: checked?.differences.length ?? 0 })}</Status>;
    case 'noExpected':
      return <Status tone="warn">{t('noExpected')}</Status>;
    case 'invalid':
      return <Status tone="stop">{t('invalid')}</Status>;
  }
}

function Confirm({ address, version, index, checked, outputHash, newKey }: CaseCardProps) {
  const t = useTranslations('agreement.cases');
  if (outputHash === null || (checked?.state !== 'differs' && checked?.state !== 'noExpected')) return null;
  return (
    <form method="post" action={`/api${address}/cases/confirm`} className="grid justify-items-start gap-2">
      <FormHead formKey={newKey()} back={`${address}/cases`} version={version} />
      <input type="hidden" name="index" value={index} />
      <input type="hidden" name="outputHash" value={outputHash} />
      <Button>{t('confirm')}</Button>
      <p className="text-xs text-ink-3">{t('confirmText')}</p>
    </form>
  );
}

function Change({ address, version, index, golden, attempt, newKey }: CaseCardProps) {
  const t = useTranslations('agreement.cases');
  return (
    <DisclosureMore summary={t('change')} open={attempt !== null}>
      <div className="grid gap-6">
        <CaseFields
          address={address}
          version={version}
          index={index}
          golden={golden}
          attempt={attempt}
          formKey={newKey()}
        />
        <form method="post" action={`/api${address}/cases/remove`}>
          <FormHead formKey={newKey()} back={`${address}/cases`} version={version} />
          <input type="hidden" name="index" value={index} />
          <Button look="plain">{t('remove')}</Button>
        </form>
      </div>
    </DisclosureMore>
  );
}
