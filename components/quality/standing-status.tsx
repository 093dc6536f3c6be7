import { useTranslations } from 'next-intl';
import { STATE_TONES } from '#components/quality/state-tone.ts';
import { Status } from '#components/ui/status.tsx';
import { useStaffLocale } from '#components/ui/use-staff-locale.ts';
import type { PlacementStanding } from '#lib/domain/quality/judge-placement.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';

type Props = {
  readonly standing: PlacementStanding;
  /** With the requirement's name, where nothing beside says it. */
  readonly named?: boolean;
};

/** A standing in words: its state, and why. */
export function StandingStatus({ standing, named = false }: Props) {
  const t = useTranslations('quality');
  const locale = useStaffLocale();
  const { requirement, state, because } = standing;
  const words = t(`state.${state}`);
  return (
    <Status tone={STATE_TONES[state]} reason={standingWords(because, locale)}>
      {named ? `${t(`name.${requirement}`)}: ${words.toLocaleLowerCase(locale)}` : words}
    </Status>
  );
}
