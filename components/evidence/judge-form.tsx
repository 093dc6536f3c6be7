import { useLocale, useTranslations } from 'next-intl';
import {
  EvidenceDays,
  EvidenceStatus,
  EvidenceWhat,
  FileLinks,
  useNameOf,
} from '#components/evidence/evidence-facts.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import type { EvidenceItem, EvidencePage } from '#lib/domain/evidence/evidence-page.ts';
import { TextInput } from '#components/ui/inputs.tsx';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly page: EvidencePage; readonly attempt: KeptForm | null; readonly formKey: string };

/** Each piece with what it shows, and whether it is accepted; one form for all of them. */
export function JudgeForm({ page, attempt, formKey }: Props) {
  const t = useTranslations('evidence.judge');
  const { outcome } = page;
  const standing = page.items.filter(({ withdrawnAt }) => withdrawnAt === null);
  return (
    <form method="post" action={`/api/evidence/outcomes/${outcome.id}/judge`} className="grid gap-4">
      <FormBasis formKey={attempt?.idempotencyKey ?? formKey} back={`/review/outcomes/${outcome.id}`} />
      <input type="hidden" name="version" value={outcome.version} />
      {standing.map((item, index) => (
        <JudgedPiece key={item.id} item={item} index={index} page={page} attempt={attempt} />
      ))}
      <div>
        <Button>{t('submit')}</Button>
      </div>
    </form>
  );
}

type PieceProps = Omit<Props, 'formKey'> & { readonly item: EvidenceItem; readonly index: number };

function JudgedPiece({ item, index, page, attempt }: PieceProps) {
  const t = useTranslations('evidence.judge');
  const nameOf = useNameOf(page.outcome);
  const locale = useLocale();
  const problems = attempt?.problem.errors;
  const name = (field: string): string => `pieces.${index}.${field}`;
  const judged = item.verdict === null ? undefined : item.verdict.accepted ? 'accept' : 'decline';
  const about = `${nameOf(item)}, ${item.covers === null ? '' : formatDate(item.covers.from, locale)}`;
  return (
    <Sheet className="grid gap-4 p-4 md:grid-cols-[minmax(0,1fr)_minmax(0,14rem)]">
      <div className="grid content-start gap-2">
        <EvidenceWhat item={item} outcome={page.outcome} />
        <div>
          {item.employerName}: <EvidenceDays item={item} />
        </div>
        <EvidenceStatus item={item} outcome={page.outcome} />
        <FileLinks item={item} outcome={page.outcome} />
      </div>
      <div className="grid content-start gap-2">
        <input type="hidden" name={name('evidenceId')} value={item.id} />
        <RadioGroup
          name={name('verdict')}
          legend={
            <>
              {t('legend')} <span className="sr-only">{about}</span>
            </>
          }
          chosen={attempt?.values[name('verdict')] ?? judged}
          problems={problems}
          options={[
            { value: 'accept', label: t('accept') },
            { value: 'decline', label: t('decline') },
          ]}
        />
        <Field name={name('reason')} label={t('reason')} hint={t('reasonHint')} problems={problems} optional>
          {(control) => (
            <TextInput
              {...control}
              maxLength={2000}
              defaultValue={attempt?.values[name('reason')] ?? item.verdict?.reason ?? ''}
            />
          )}
        </Field>
      </div>
    </Sheet>
  );
}
