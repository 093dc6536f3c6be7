'use client';

import { useTranslations } from 'next-intl';
import { useState, useSyncExternalStore } from 'react';
import { Field } from '#components/ui/field.tsx';
import { FileInput, TextArea } from '#components/ui/inputs.tsx';
import type { FieldProblem } from '#lib/shared/problem.ts';

const never = () => () => {};

interface RowsFieldProps {
  typed: string;
  problems: readonly FieldProblem[];
}

/** The box for pasted rows. With script, rows can be taken from a file into it: what is sent is what is seen. */
export function RowsField({ typed, problems }: RowsFieldProps) {
  const t = useTranslations('administration.many');
  const [text, setText] = useState(typed);
  const [fileName, setFileName] = useState<string | null>(null);
  // A file can be read only where scripts run.
  const isAwake = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setText(await file.text());
    setFileName(file.name);
  };
  return (
    <>
      <Field name="rows" label={t('rows')} hint={t('rowsHint')} problems={problems}>
        {(control) => (
          <TextArea
            {...control}
            rows={10}
            className="font-mono text-sm"
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      {isAwake && (
        <div className="grid justify-items-start gap-1">
          <label htmlFor="rows-file" className="font-medium">
            {t('file')}
          </label>
          <FileInput
            id="rows-file"
            accept=".csv,.txt,text/csv,text/plain"
            onChange={(event) => {
              void take(event.target.files?.[0]);
            }}
          />
          <output className="text-ink-2">{fileName !== null && t('fileRead', { name: fileName })}</output>
        </div>
      )}
    </>
  );
}
