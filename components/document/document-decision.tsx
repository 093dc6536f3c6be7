import { useTranslations } from 'next-intl';
import type { DocumentPageViewProps } from '#components/document/document-page-view.tsx';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/choices.tsx';
import { Field } from '#components/ui/field.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { documentFindingWords } from '#lib/domain/document/copied-text.ts';
import type { DocumentPage } from '#lib/domain/document/document-pages.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** What the fields of a kind's decision get: what fills them in by name (`answer.endsOn`), and what is wrong. */
export type DecisionFieldsProps<Content, Facts, Decided> = {
  readonly page: DocumentPage<Content, Facts, Decided>;
  readonly value: (name: string) => string;
  readonly problems: readonly FieldProblem[];
};

/** The decision: verdict, the kind's own fields, the reason. */
export function DocumentDecision<Content, Facts, Decided>(
  props: DocumentPageViewProps<Content, Facts, Decided>,
) {
  const { page, verdicts, door, attempt, formKeys, DecisionFields } = props;
  const t = useTranslations('document');
  const { document } = page;
  const problems = attempt?.problem.errors ?? [];
  const value = (name: string): string => attempt?.values[name] ?? '';
  return (
    <Card title={t('desk.verdict')}>
      <form method="post" action={`/api/documents/${document.kind}/decide`} className="grid gap-6">
        <FormBasis
          formKey={attempt?.idempotencyKey ?? formKeys.decide}
          back={`${door}/documents/${document.id}`}
        />
        <input type="hidden" name="documentId" value={document.id} />
        <input type="hidden" name="version" value={document.version} />
        <RadioGroup
          name="verdict"
          legend={t('desk.verdict')}
          legendHidden
          chosen={value('verdict')}
          problems={problems}
          options={verdicts.map((verdict) => ({
            value: verdict,
            label: verdict === 'approve' ? t(`desk.approve.${document.kind}`) : t(`desk.verdicts.${verdict}`),
          }))}
        />
        {DecisionFields !== null && <DecisionFields page={page} value={value} problems={problems} />}
        <CopiedVerdict page={page} chosen={value('copied')} problems={problems} />
        <Field
          name="reason"
          label={t('desk.reason')}
          hint={t('desk.reasonHint')}
          problems={problems}
          optional
        >
          {(control) => <TextArea {...control} rows={4} maxLength={2000} defaultValue={value('reason')} />}
        </Field>
        <div>
          <Button look="go" big>
            {t('desk.submit')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

type CopiedProps = {
  readonly page: Pick<DocumentPage<unknown, unknown, unknown>, 'findings'>;
  readonly chosen: string;
  readonly problems: readonly FieldProblem[];
};

/** Whether the check of its texts was right: what its precision is counted from. */
function CopiedVerdict({ page: { findings }, chosen, problems }: CopiedProps) {
  const t = useTranslations('review-insight.verdict');
  const locale = useStaffLocale();
  const [finding] = findings;
  if (finding === undefined) return null;
  return (
    <RadioGroup
      name="copied"
      legend={t('legend')}
      hint={documentFindingWords(finding, locale).message}
      chosen={chosen}
      problems={problems}
      options={[
        { value: 'upheld', label: t('upheld') },
        { value: 'notUpheld', label: t('notUpheld') },
      ]}
    />
  );
}
