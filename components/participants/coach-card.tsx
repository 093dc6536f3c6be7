import { useLocale, useTranslations } from 'next-intl';
import { CoachChoice } from '#components/participants/coach-choice.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Assigning = { readonly formKey: string; readonly attempt: KeptForm | null };
type Props = { readonly card: ParticipantCard; readonly assigning: Assigning | null };

/** Who the coach is and who covers, and for intake the way to name another. */
export function CoachCard({ card, assigning }: Props) {
  const t = useTranslations('participants.coach');
  const locale = useLocale();
  const { coach, cover } = card;
  return (
    <div id="coach">
      <Card title={t('title')}>
        {coach === null ? (
          <Status tone="warn">{t('none')}</Status>
        ) : (
          <p className="font-medium">{coach.name}</p>
        )}
        {cover !== null && (
          <Status tone="wait" className="mt-1">
            {t('covers', { name: cover.name, day: dateInWords(addDays(cover.to, -1), locale, 'day') })}
          </Status>
        )}
        {assigning === null ? (
          coach === null && <p className="mt-2 text-ink-2">{t('ask')}</p>
        ) : (
          <div className="mt-3 no-print">
            {coach === null ? (
              <CoachChoice card={card} {...assigning} />
            ) : (
              <DisclosureMore summary={t('change')} open={assigning.attempt !== null}>
                <CoachChoice card={card} {...assigning} />
              </DisclosureMore>
            )}
          </div>
        )}
      </Card>
    </div>
  );
}
