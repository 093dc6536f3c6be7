import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { HelpLetter } from '#lib/domain/assistance/helped.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

export interface LetterMarkProps {
  letter: HelpLetter;
  formKey: string;
}

/** That the letter has gone: to say so, or who has, and to take it back. */
export function LetterMark({ letter, formKey }: LetterMarkProps) {
  const t = useTranslations('assisted.letter');
  const locale = useStaffLocale();
  const { id, helped, letterOn, letterBy } = letter;
  const action = `/api/admin/assistance/${id}/letter`;
  const isSent = letterOn !== null;
  return (
    <>
      {isSent && <p>{t('marked', { date: dateInWords(letterOn, locale), name: letterBy ?? '–' })}</p>}
      <form method="post" action={isSent ? `${action}/undo` : action}>
        <FormBasis formKey={formKey} back={`/admin/participants/${helped.participantId}/letters/${id}`} />
        <Button look={isSent ? 'plain' : 'go'}>{t(isSent ? 'undo' : 'mark')}</Button>
      </form>
      <TextLink href="/admin/letters">{t('list')}</TextLink>
    </>
  );
}
