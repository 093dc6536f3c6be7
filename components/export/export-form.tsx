import { useLocale, useTranslations } from 'next-intl';
import { instantWords } from '#components/export/instant-words.ts';
import { ChoicesOf, chosenIn } from '#components/ui/choices-of.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { EXPORT_FORMATS, type ExportKind, type ExportView } from '#lib/domain/export/export-kind.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface ExportFormProps {
  exports: readonly ExportView[];
  kinds: readonly ExportKind[];
  formKey: string;
  attempt: KeptForm | null;
}

const MOST_EARLIER = 3;

/** What, in which form, and since when. */
export function ExportForm({ exports, kinds, formKey, attempt }: ExportFormProps) {
  const t = useTranslations('administration.export');
  const locale = useLocale();
  const problems = attempt?.problem.errors;
  const fetched = exports.filter(({ fetchedAt }) => fetchedAt !== null).slice(0, MOST_EARLIER);
  const values = attempt?.values;
  return (
    <Card className="max-w-[760px]">
      <form method="post" action="/api/provider/exports" className="grid gap-6">
        <FormBasis formKey={formKey} back="/provider/export" />
        <ChoicesOf
          name="kinds"
          legend={t('what')}
          groups={[{ title: null, options: kinds.map((value) => ({ value, label: t(`kinds.${value}`) })) }]}
          chosen={values === undefined ? new Set(kinds) : chosenIn(values, 'kinds')}
          problems={problems}
        />
        <RadioGroup
          name="format"
          legend={t('format')}
          options={EXPORT_FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
          chosen={values?.['format'] ?? 'xlsx'}
          problems={problems}
        />
        {fetched.length > 0 && (
          <RadioGroup
            name="since"
            legend={t('since')}
            hint={t('sinceHint')}
            options={[
              { value: '', label: t('everything') },
              ...fetched.map(({ id, until }, index) => ({
                value: id,
                label: t(index === 0 ? 'sinceLast' : 'sinceEarlier', { at: instantWords(until, locale) }),
              })),
            ]}
            chosen={values?.['since'] ?? ''}
            problems={problems}
          />
        )}
        <div>
          <Button look="go" big>
            {t('submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
