'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import { absenceOn, absenceWords, type ShownAbsence } from '#lib/domain/deviation-report/absence-on.ts';
import { parsePlainDate } from '#lib/shared/plain-date.ts';

type Somebody = {
  readonly placementId: string;
  readonly participantName: string;
  readonly absences: readonly ShownAbsence[];
};

type Found = { readonly key: string; readonly words: string; readonly documentId: string };

const DATE = 'entries.0.date';

/** Says while somebody logs that those who are chosen are reported absent on the day. */
export function AbsentWarning({ participants }: { readonly participants: readonly Somebody[] }) {
  const t = useTranslations('log.entry');
  const locale = useStaffLocale();
  const place = useRef<HTMLOutputElement>(null);
  const [found, setFound] = useState<readonly Found[]>([]);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const look = (): void => {
      const fields = [...new FormData(form)];
      const chosen = new Set(
        fields.flatMap(([name, value]) => (name.startsWith('placementIds.') ? [value] : [])),
      );
      const typed = fields.findLast(([name, value]) => name === DATE && value !== '')?.[1];
      const date = parsePlainDate(typed);
      setFound(
        date === null
          ? []
          : participants.flatMap(({ placementId, participantName, absences }): Found[] => {
              const absence = chosen.has(placementId) ? absenceOn(date, absences) : null;
              if (absence === null) return [];
              const words = absenceWords(participantName, date, absence, locale);
              return [{ key: placementId, words, documentId: absence.documentId }];
            }),
      );
    };
    // Several are ticked at once without an event of their own: looked at once more when it has settled.
    const soon = (): void => void setTimeout(look);
    look();
    form.addEventListener('input', soon);
    form.addEventListener('click', soon);
    return () => {
      form.removeEventListener('input', soon);
      form.removeEventListener('click', soon);
    };
  }, [participants, locale]);
  return (
    <output ref={place} className="grid gap-1 text-xs text-warn empty:hidden">
      {found.map(({ key, words, documentId }) => (
        <span key={key}>
          <Icon name="warn" /> {words}{' '}
          <TextLink href={`/provider/documents/${documentId}`} className="inline-block py-1">
            {t('seeAbsence')}
          </TextLink>
        </span>
      ))}
    </output>
  );
}
