import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { HelpLetter } from '#lib/domain/assistance/helped.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

export interface LetterMarkProps {
  letter: HelpLetter;
  formKey: string;
}

/** That the letter has gone: to say so, or who has. */
export function LetterMark({ letter, formKey }: LetterMarkProps) {
  const t = useTranslations('assisted.letter');
  const locale = useStaffLocale();
  const { id, helped, letterOn, letterBy } = letter;
  if (letterOn !== null)
    return <p>{t('marked', { date: dateInWords(letterOn, locale), name: letterBy ?? '–' })}</p>;
  return (
    <form method="post" action={`/api/admin/assistance/${id}/letter`}>
      <FormBasis formKey={formKey} back={`/admin/participants/${helped.participantId}/letters/${id}`} />
      <Button look="go">{t('mark')}</Button>
    </form>
  );
}
