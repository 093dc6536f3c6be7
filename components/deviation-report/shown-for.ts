import type { DeviationCause, FollowUp } from '#lib/domain/deviation-report/deviation.ts';
import { ASKED, DEVIATION_CAUSES } from '#lib/domain/deviation-report/deviation.ts';

/** Shows what belongs to a cause while it is chosen, within `group/cause`. Style alone: nothing here needs scripts. */
const WHILE_CHOSEN: Readonly<Record<DeviationCause, string>> = {
  sick: 'group-has-[[value=sick]:checked]/cause:grid',
  careOfChild: 'group-has-[[value=careOfChild]:checked]/cause:grid',
  work: 'group-has-[[value=work]:checked]/cause:grid',
  education: 'group-has-[[value=education]:checked]/cause:grid',
  otherKnown: 'group-has-[[value=otherKnown]:checked]/cause:grid',
  unknown: 'group-has-[[value=unknown]:checked]/cause:grid',
  declinedActivity: 'group-has-[[value=declinedActivity]:checked]/cause:grid',
  declinedJob: 'group-has-[[value=declinedJob]:checked]/cause:grid',
  cannotBenefit: 'group-has-[[value=cannotBenefit]:checked]/cause:grid',
  misconduct: 'group-has-[[value=misconduct]:checked]/cause:grid',
  preventedJob: 'group-has-[[value=preventedJob]:checked]/cause:grid',
};

/** Class names of something that is seen only while one of the causes is chosen. */
export function shownFor(...causes: readonly DeviationCause[]): string {
  return ['hidden', ...causes.map((cause) => WHILE_CHOSEN[cause])].join(' ');
}

/** Class names of the question of a follow-up. */
export function shownWhereAsked(name: FollowUp): string {
  return shownFor(...DEVIATION_CAUSES.filter((cause) => ASKED[cause][name] !== undefined));
}
