import { useLocale, useTranslations } from 'next-intl';
import { ComplaintForm } from '#components/participant/complaint-form.tsx';
import { OwnWords, SwedishText } from '#components/participant/own-words.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import { complaintNumber, type OwnComplaint } from '#lib/domain/complaint/own-complaint.ts';
import type { OwnRights } from '#lib/domain/participant/own-rights.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

type Props = { readonly own: OwnRights; readonly attempt: KeptForm | null; readonly formKey: string };

/** To complain of a provider, and what has become of the own complaints. */
export function ComplaintPart({ own: { complainedOf, complaints }, attempt, formKey }: Props) {
  const t = useTranslations('own-rights.complaint');
  return (
    <div className="grid gap-5">
      <Card title={t('title')} className="no-print">
        {complainedOf.length === 0 ? (
          <p>{t('nobody')}</p>
        ) : (
          <>
            <p className="mb-4 max-w-measure">{t('text')}</p>
            <ComplaintForm complainedOf={complainedOf} attempt={attempt} formKey={formKey} />
          </>
        )}
      </Card>
      {complaints.length > 0 && (
        <div id="complaints" className="scroll-mt-4">
          <Card title={t('mine')}>
            <ul>
              {complaints.map((complaint) => (
                <ComplaintItem key={complaint.id} complaint={complaint} />
              ))}
            </ul>
          </Card>
        </div>
      )}
    </div>
  );
}

function ComplaintItem({ complaint }: { readonly complaint: OwnComplaint }) {
  const t = useTranslations('own-rights.complaint');
  const locale = useLocale();
  const { number, category, provider, words, sentOn, mayName, answered } = complaint;
  return (
    <li className="border-t border-line py-4 first:border-t-0 first:pt-0 last:pb-0">
      <h3>{t('head', { number: complaintNumber(number), category: t(`categories.${category}`) })}</h3>
      <Status tone={answered === null ? 'wait' : 'ok'}>
        {t(answered === null ? 'waiting' : 'answered')}
      </Status>
      <p className="text-ink-2">
        {t.rich('sentTo', {
          day: dateInWords(sentOn, locale),
          provider,
          name: (name) => <OwnWords>{name}</OwnWords>,
        })}
      </p>
      <p className="text-ink-2">{t(mayName ? 'named' : 'notNamed')}</p>
      <p dir="auto" className="mt-2 max-w-measure wrap-anywhere whitespace-pre-line">
        {words}
      </p>
      {answered !== null && (
        <div className="mt-3 border-s-4 border-accent ps-4">
          <p className="font-medium">{t('answer', { day: dateInWords(answered.answeredOn, locale) })}</p>
          <SwedishText>{answered.words}</SwedishText>
        </div>
      )}
    </li>
  );
}
