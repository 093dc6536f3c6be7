import { useTranslations } from 'next-intl';
import { CodeFromAddress } from '#components/paper-code/code-from-address.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { Field } from '#components/ui/field.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { TextInput } from '#components/ui/inputs.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CodeTrouble } from '#lib/domain/paper-code/paper-code.ts';

export interface CodePageProps {
  /** Why the code that was typed before opened nothing. */
  trouble: CodeTrouble | null;
  /** Somebody has just said that they are done. */
  done: boolean;
}

/** The field, where what was typed there is why; nothing was wrong with it where time or tries were out. */
function pointerOf(trouble: CodeTrouble): string {
  return trouble === 'over' || trouble === 'receiptOver' || trouble === 'tooMany' ? '' : '/code';
}

/** Type the code, and what it is for. */
export function CodePage({ trouble, done }: CodePageProps) {
  const t = useTranslations('paper-code');
  const problems =
    trouble === null
      ? []
      : [{ pointer: pointerOf(trouble), code: trouble, message: t(`trouble.${trouble}.text`) }];
  return (
    <>
      {trouble !== null && <ErrorSummary title={t(`trouble.${trouble}.title`)} problems={problems} />}
      {done && (
        <Notice tone="ok" className="mb-8" title={t('done.title')}>
          {t('done.text')}
        </Notice>
      )}
      <PageHeading title={t('page.title')} lead={t('page.lead')} />
      <form method="post" action="/api/code/open" autoComplete="off" className="grid max-w-measure gap-4">
        <Field name="code" label={t('page.label')} hint={t('page.hint')} problems={problems}>
          {(control) => (
            <TextInput
              {...control}
              required
              dir="ltr"
              maxLength={60}
              autoCapitalize="characters"
              autoComplete="off"
              spellCheck={false}
              className="max-w-[24ch] font-mono text-xl tracking-widest"
            />
          )}
        </Field>
        <CodeFromAddress fieldId={fieldId('code')} />
        <p>
          <Button look="go" big>
            {t('page.submit')}
          </Button>
        </p>
      </form>
      <ul className="mt-8 grid max-w-measure list-disc gap-2 ps-5">
        <li>{t('page.once')}</li>
        <li>{t('page.time')}</li>
        <li>{t('page.none')}</li>
      </ul>
      <p className="mt-6">
        <TextLink href="/login" className="inline-flex min-h-(--target) items-center">
          {t('page.login')}
        </TextLink>
      </p>
    </>
  );
}
