import { useLocale, useTranslations } from 'next-intl';
import { DescriptionList } from '#components/ui/description-list.tsx';
import { PhoneLink } from '#components/ui/phone-link.tsx';
import { Card } from '#components/ui/sheet.tsx';
import type { ParticipantCard } from '#lib/domain/placement/participant-card.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import { addDays } from '#lib/shared/plain-date.ts';

/** How those around the participant are reached. */
export function CardContacts({ card }: { readonly card: ParticipantCard }) {
  const t = useTranslations('participants');
  const locale = useLocale();
  const { name, email, coach, cover, officeName, officePhone } = card;
  return (
    <div id="contacts">
      <Card title={t('contacts.title')}>
        <DescriptionList
          facts={[
            {
              term: t('contacts.participant'),
              detail: (
                <Reached name={name} email={email} note={card.protected ? t('contacts.protected') : null} />
              ),
            },
            ...(coach === null
              ? []
              : [
                  {
                    term: t('contacts.coach'),
                    detail: <Reached name={coach.name} email={coach.email} note={null} />,
                  },
                ]),
            ...(cover === null
              ? []
              : [
                  {
                    term: t('contacts.cover'),
                    detail: t('coach.covers', {
                      name: cover.name,
                      day: dateInWords(addDays(cover.to, -1), locale, 'day'),
                    }),
                  },
                ]),
            {
              term: t('contacts.office'),
              detail: (
                <>
                  {officeName}
                  {officePhone !== null && (
                    <span className="block font-normal">
                      <PhoneLink phone={officePhone} inRow />
                    </span>
                  )}
                </>
              ),
            },
          ]}
        />
      </Card>
    </div>
  );
}

type ReachedProps = { readonly name: string; readonly email: string | null; readonly note: string | null };

function Reached({ name, email, note }: ReachedProps) {
  const t = useTranslations('participants.contacts');
  return (
    <>
      {name}
      <span className="block font-normal wrap-anywhere">
        {note ?? (email === null ? t('noEmail') : <a href={`mailto:${email}`}>{email}</a>)}
      </span>
    </>
  );
}
