import { useTranslations } from 'next-intl';
import { PLANABLE_PERMILLE } from '#lib/domain/quality/final-reports.ts';
import type { Requirement } from '#lib/domain/quality/standing.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';

/** What each requirement asks for, in a few words, by the terms in force. */
export function useLimit(terms: Terms): (requirement: Requirement) => string {
  const t = useTranslations('quality.limit');
  const { firstPeriod, secondPeriod } = terms.leastSupportMinutesPerWeek;
  return (requirement) => {
    switch (requirement) {
      case 'support':
        return t('support', { first: firstPeriod, second: secondPeriod });
      case 'onSite':
        return t('onSite', { share: terms.onSitePermille / 10 });
      case 'meeting':
        return t('meeting', { days: terms.meetingDays });
      case 'onSiteMeeting':
        return t('onSiteMeeting', { days: terms.onSiteMeetingDays });
      case 'plan':
        return t('plan', { days: terms.planDays });
      case 'report':
        return t('report', { day: terms.reportDueDay });
      case 'otherActor':
        return t('otherActor', { months: terms.otherActorMonths });
      case 'coachLoad':
        return t('coachLoad', { most: terms.participantsPerCoach });
      case 'finalReport':
        return t('finalReport', { days: terms.finalReportWorkdays });
      case 'planable':
        return t('planable', { share: PLANABLE_PERMILLE / 10 });
      case 'premises':
        return t('premises', { hours: terms.premisesHoursPerDay, days: terms.premisesDaysPerWeek });
    }
  };
}
