import { headers } from 'next/headers';
import { getLocale, getTranslations } from 'next-intl/server';
import { ReadAloud } from '#components/frame/read-aloud.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import { isStaffDoor } from '#lib/shared/i18n/door.ts';
import { reviewCount } from '#lib/shared/i18n/review-status.ts';
import { PATH_HEADER } from '#lib/shared/path-header.ts';

/** Under the head of every page of participants: what helps to read it, and who has reviewed what it says. */
export async function HelpStrip() {
  const [t, locale, sent] = await Promise.all([getTranslations('frame'), getLocale(), headers()]);
  // Staff pages in the same frame have neither words of participants nor translations of them.
  if (isStaffDoor(sent.get(PATH_HEADER) ?? '/')) return null;
  const { texts, reviewed } = reviewCount(locale);
  return (
    <div className="no-print border-t border-line">
      <div className="band flex flex-wrap items-center gap-x-8">
        {reviewed < texts && (
          <p className="text-sm">
            <TextLink href="/languages" className="inline-flex min-h-(--target) items-center text-ink-2">
              {t('unreviewed.text')}
            </TextLink>
          </p>
        )}
        <div className="flex min-h-(--target) flex-wrap items-center gap-x-8">
          {reviewed < texts && (
            <form method="post" action="/api/locale">
              <button name="locale" value="sv" className="link min-h-(--target)">
                {t('unreviewed.swedish')}
              </button>
            </form>
          )}
          <TextLink href="/words" className="inline-flex min-h-(--target) items-center">
            {t('wordList')}
          </TextLink>
          <ReadAloud />
        </div>
      </div>
    </div>
  );
}
