'use client';

import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useState, useSyncExternalStore } from 'react';
import { cx } from '#components/ui/class-names.ts';
import { FieldError } from '#components/ui/field-error.tsx';
import { fieldId } from '#components/ui/field-id.ts';
import { TextInput } from '#components/ui/inputs.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { FieldProblem } from '#lib/shared/problem.ts';

/** A set of participants that is ticked at once: a link without scripts, done in place with them. */
export type QuickPick = {
  readonly key: string;
  readonly words: string;
  readonly href: string;
  readonly placementIds: readonly string[];
};

export interface WhoPickerProps {
  readonly participants: readonly { readonly placementId: string; readonly participantName: string }[];
  readonly picks: readonly QuickPick[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly problems: readonly FieldProblem[];
}

const never = () => () => {};

/** Who took part: one, or all of a group at once. A list of boxes; scripts add finding by name. */
export function WhoPicker({ participants, picks, chosen, onChange, problems }: WhoPickerProps) {
  const t = useTranslations('log.entry');
  const runs = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [sought, setSought] = useState('');
  const own = problems.filter(({ pointer }) => pointer.startsWith('/placementIds'));
  const words = sought.trim().toLocaleLowerCase();
  const isFound = (name: string): boolean => name.toLocaleLowerCase().includes(words);
  const found = participants.filter(({ participantName }) => isFound(participantName));

  function toggle(placementId: string): void {
    const next = new Set(chosen);
    if (!next.delete(placementId)) next.add(placementId);
    onChange(next);
  }

  function pick(event: MouseEvent, { placementIds }: QuickPick): void {
    event.preventDefault();
    onChange(new Set(placementIds));
  }

  function stayHere(event: KeyboardEvent): void {
    // Enter in a field sends its form; here it is only looked for.
    if (event.key === 'Enter') event.preventDefault();
  }

  return (
    <fieldset id={fieldId('placementIds')} className={cx('min-w-0', own.length > 0 && 'field-wrong')}>
      <legend className="mb-1 font-medium">
        {t('who')}
        <output className="ms-3 font-normal text-ink-2">{t('chosen', { count: chosen.size })}</output>
      </legend>
      <p className="text-xs text-ink-3">{t('whoHint')}</p>
      <FieldError id="placementIds-error" problems={own} />
      <ul aria-label={t('quick')} className="mt-1 flex flex-wrap gap-x-4">
        {picks.map((one) => (
          <li key={one.key}>
            <TextLink
              href={one.href}
              onClick={(event) => pick(event, one)}
              className="inline-flex min-h-(--target) items-center"
            >
              {one.words}
            </TextLink>
          </li>
        ))}
      </ul>
      {runs && participants.length > 8 && (
        <label className="mb-2 block">
          <span className="sr-only">{t('find')}</span>
          <TextInput
            type="search"
            value={sought}
            placeholder={t('find')}
            autoComplete="off"
            onChange={(event) => setSought(event.target.value)}
            onKeyDown={stayHere}
          />
        </label>
      )}
      <div className="max-h-72 overflow-y-auto rounded-sm border border-line px-3">
        {participants.map(({ placementId, participantName }, index) => (
          <label key={placementId} className={cx('choice', !isFound(participantName) && 'hidden')}>
            <input
              type="checkbox"
              name={`placementIds.${index}`}
              value={placementId}
              checked={chosen.has(placementId)}
              onChange={() => toggle(placementId)}
            />
            <span className="choice-label">{participantName}</span>
          </label>
        ))}
        {found.length === 0 && <p className="py-2 text-ink-2">{t('noneFound')}</p>}
      </div>
    </fieldset>
  );
}
