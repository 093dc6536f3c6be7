import { useTranslations } from 'next-intl';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { TextArea } from '#components/ui/inputs.tsx';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';

interface JsonViewProps {
  input: unknown;
  evaluation: Evaluation;
  /** The whole address that programs call. */
  endpoint: string;
}

/** The same for programs: what is sent, by which command, and what is answered. */
export function JsonView({ input, evaluation, endpoint }: JsonViewProps) {
  const t = useTranslations('calculator.json');
  const sent = JSON.stringify(input, null, 2);
  const command = `curl -H 'Content-Type: application/json' --data-binary @- ${endpoint} <<'JSON'\n[${JSON.stringify(input)}]\nJSON\n`;
  const parts = [
    { id: 'json-command', words: t('command'), text: command, rows: 4 },
    { id: 'json-input', words: t('input'), text: sent, rows: 12 },
    { id: 'json-answer', words: t('answer'), text: JSON.stringify(evaluation, null, 2), rows: 12 },
  ];
  return (
    <DisclosureMore summary={t('summary')} className="no-print">
      <p className="max-w-measure text-ink-2">{t('text')}</p>
      {parts.map(({ id, words, text, rows }) => (
        <div key={id} className="mt-4 grid gap-1">
          <label htmlFor={id} className="font-medium">
            {words}
          </label>
          <TextArea
            id={id}
            rows={rows}
            readOnly
            spellCheck={false}
            defaultValue={text}
            className="font-mono text-xs whitespace-pre"
          />
        </div>
      ))}
    </DisclosureMore>
  );
}
