import { useTranslations } from 'next-intl';
import { ReceiptVerdictView } from '#components/receipt/receipt-verdict-view.tsx';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TextArea } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { ReceiptVerdict } from '#lib/domain/receipt/receipt-subject.ts';

type Props = {
  /** Null before anything was asked. */
  readonly verdict: ReceiptVerdict | null;
  readonly note: 'wait' | 'empty' | 'pending' | null;
  readonly keys: readonly { readonly id: string; readonly publicKey: string }[];
};

/** Anybody sees whether a receipt is genuine, and finds the key to see it without us. */
export function VerifyView({ verdict, note, keys }: Props) {
  const t = useTranslations('receipt');
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      {note !== null && (
        <Notice tone="warn" className="mb-6 max-w-[760px]">
          {t(`note.${note}`)}
        </Notice>
      )}
      {verdict !== null && <ReceiptVerdictView verdict={verdict} />}
      <Sheet className="max-w-[760px] p-6 max-md:px-4">
        <form
          method="post"
          action="/api/receipts/upload"
          encType="multipart/form-data"
          className="grid gap-5"
        >
          <Field name="file" label={t('file')}>
            {(control) => <FileInput {...control} accept=".json,application/json" />}
          </Field>
          <Field name="text" label={t('text')}>
            {(control) => <TextArea {...control} rows={6} spellCheck={false} dir="ltr" lang="zxx" />}
          </Field>
          <div>
            <Button look="go">{t('check')}</Button>
          </div>
        </form>
      </Sheet>
      <h2 className="mt-10 mb-2 text-lg">{t('keyTitle')}</h2>
      <p className="max-w-measure">{t('keyText')}</p>
      <p className="mt-2">
        <TextLink href="/.well-known/audit-keys.json" download="audit-keys.json" className="break-all">
          /.well-known/audit-keys.json
        </TextLink>
      </p>
      {keys.map(({ id, publicKey }) => (
        <pre key={id} dir="ltr" className="mt-3 text-xs break-all whitespace-pre-wrap">
          {publicKey}
        </pre>
      ))}
    </>
  );
}
