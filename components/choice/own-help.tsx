import { useLocale, useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { OwnHelp } from '#lib/domain/assistance/assistance.ts';
import { dateInWords } from '#lib/shared/i18n/date-words.ts';

/** That somebody else's hand did it, and when: nobody's choice is taken over in silence. */
export function OwnHelpNotice({ help }: { help: readonly OwnHelp[] }) {
  const t = useTranslations('paper-code.own');
  const locale = useLocale();
  if (help.length === 0) return null;
  return (
    <Notice className="mb-6 max-w-[760px]">
      {help.map(({ kind, assistedBy, doneOn }) => (
        <p key={kind}>
          {t(assistedBy === 'paperCode' ? 'code' : kind, { date: dateInWords(doneOn, locale, 'weekday') })}
        </p>
      ))}
    </Notice>
  );
}
