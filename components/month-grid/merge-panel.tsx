'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useGridTools } from '#components/month-grid/grid-tools.tsx';
import { useConflicts } from '#components/month-grid/use-store.ts';
import { Button } from '#components/ui/button.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { Conflict } from '#lib/client/month-grid/grid-store.ts';
import { fieldName } from '#lib/domain/month-grid/field-name.ts';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';

type Side = 'mine' | 'theirs';

/**
 * Cells that somebody else has saved meanwhile: nothing is overwritten until one has chosen, cell by cell. It comes while one
 * types, and is said aloud: it takes no focus, or the next keys would miss their cell.
 */
export function MergePanel() {
  const t = useTranslations('month-grid.merge');
  const { store, said } = useGridTools();
  const conflicts = useConflicts();
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({});
  const count = conflicts.length;
  const words = count === 0 ? '' : t('title', { count });
  useEffect(() => {
    if (words === '') return undefined;
    said.set(words);
    return () => {
      if (said.get() === words) said.set('');
    };
  }, [said, words]);
  if (count === 0) return null;
  const all = (side: Side): void => choose(Object.fromEntries(conflicts.map((one) => [keyOf(one), side])));
  const settle = (): void => {
    store.resolve(
      conflicts.map(({ placementId, field }) => ({
        placementId,
        field,
        keep: chosen[keyOf({ placementId, field })] ?? 'theirs',
      })),
    );
    choose({});
  };
  return (
    <section
      aria-labelledby="merge-title"
      className="mb-4 rounded-md border-2 border-warn-line bg-sheet px-6 py-4"
    >
      <h2 id="merge-title" className="text-lg">
        {words}
      </h2>
      <p className="mt-1 text-ink-2">{t('lead')}</p>
      <div className="mt-3 grid gap-3">
        {conflicts.map((one) => (
          <ConflictChoice
            key={keyOf(one)}
            conflict={one}
            side={chosen[keyOf(one)] ?? 'theirs'}
            onChoose={(side) => choose({ ...chosen, [keyOf(one)]: side })}
          />
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="go" type="button" onClick={settle}>
          {t('submit')}
        </Button>
        {count > 1 && (
          <>
            <Button look="quiet" type="button" onClick={() => all('mine')}>
              {t('allMine')}
            </Button>
            <Button look="quiet" type="button" onClick={() => all('theirs')}>
              {t('allTheirs')}
            </Button>
          </>
        )}
      </div>
    </section>
  );
}

function keyOf({ placementId, field }: Pick<Conflict, 'placementId' | 'field'>): string {
  return `${placementId} ${field}`;
}

type ChoiceProps = {
  readonly conflict: Conflict;
  readonly side: Side;
  readonly onChoose: (side: Side) => void;
};

function ConflictChoice({ conflict, side, onChoose }: ChoiceProps) {
  const t = useTranslations('month-grid.merge');
  const locale = useStaffLocale();
  const { name, field, mine, theirs, changedBy, changedAt } = conflict;
  const value = theirs || t('nothing');
  const words: Record<Side, string> = {
    mine: t('mine', { value: mine || t('nothing') }),
    theirs:
      changedBy === null
        ? t('theirsUnknown', { value })
        : t('theirs', {
            who: changedBy,
            value,
            time: changedAt === null ? '' : clockInWords(new Date(changedAt), locale),
          }),
  };
  const id = `merge ${keyOf(conflict)}`;
  return (
    <fieldset>
      <legend className="font-medium">{t('cell', { name, column: fieldName(field, locale) })}</legend>
      <div className="flex flex-wrap gap-x-6">
        {(['mine', 'theirs'] as const).map((one) => (
          <label key={one} className="choice">
            <input type="radio" name={id} checked={side === one} onChange={() => onChoose(one)} form="none" />
            <span className="choice-label">{words[one]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
