'use client';

import { useQuery } from '@tanstack/react-query';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { leaveCase, presenceOptions } from '#lib/client/review/presence.ts';
import type { CaseRef } from '#lib/domain/review/case.ts';
import type { Present } from '#lib/domain/review/presence.ts';
import { clockInWords } from '#lib/shared/i18n/date-words.ts';

interface PresenceNoticeProps {
  of: CaseRef;
  /** Who had it open when the page was made. */
  present: readonly Present[];
}

/** Who else has the case open, said before any work is done and kept true while the page is open. */
export function PresenceNotice({ of, present }: PresenceNoticeProps) {
  const t = useTranslations('review-bench.presence');
  const locale = useLocale();
  const { kind, id } = of;
  const { data } = useQuery({ ...presenceOptions({ kind, id }), initialData: present });
  useEffect(() => {
    const leave = () => leaveCase({ kind, id });
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [kind, id]);
  return (
    <div aria-live="polite" className="empty:hidden">
      {data.length > 0 && (
        <div className="mb-6 rounded-e-md border-s-4 border-warn-line bg-warn-wash px-6 py-4">
          {data.map(({ personId, name, openedAt }) => (
            <p key={personId} className="font-bold">
              {t('one', { name, time: clockInWords(new Date(openedAt), locale) })}
            </p>
          ))}
          <p>{t('ask')}</p>
        </div>
      )}
      {data.length === 0 && present.length > 0 && <p className="mb-6 text-ink-2">{t('gone')}</p>}
    </div>
  );
}
