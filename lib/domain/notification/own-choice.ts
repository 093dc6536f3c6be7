import { isProviderRole, type Role } from '#lib/domain/actor/role.ts';
import { DEFAULT_WAYS, type NotificationChoice, type Way, WAYS } from '#lib/domain/notification/mail-time.ts';
import { NOTIFICATION_GROUPS, type NotificationGroup } from '#lib/domain/notification/notification.ts';
import { DEFAULT_QUIET } from '#lib/domain/notification/quiet-hours.ts';

/** A choice as it is stored: hours 0–23, and a way for some groups. */
export type StoredChoice = {
  readonly ways: unknown;
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly quietWeekends: boolean;
};

function wayIn(ways: unknown, group: NotificationGroup): Way {
  const chosen =
    typeof ways === 'object' && ways !== null
      ? Object.entries(ways).find(([name]) => name === group)?.[1]
      : undefined;
  return WAYS.find((way) => way === chosen) ?? DEFAULT_WAYS[group];
}

/** What somebody has chosen, with the defaults for what they have not; null where they have chosen nothing. */
export function choiceOf(stored: StoredChoice | null): NotificationChoice {
  if (stored === null) return { ways: DEFAULT_WAYS, quiet: DEFAULT_QUIET };
  const chosen = new Map(NOTIFICATION_GROUPS.map((group) => [group, wayIn(stored.ways, group)]));
  const ways: NotificationChoice['ways'] = { ...DEFAULT_WAYS, ...Object.fromEntries(chosen) };
  return { ways, quiet: { from: stored.quietFrom, to: stored.quietTo, weekends: stored.quietWeekends } };
}

/** The groups that the role can be told of. */
export function groupsOf(role: Role): readonly NotificationGroup[] {
  if (role === 'participant') return ['participants', 'plan', 'documents', 'outcomes'];
  if (isProviderRole(role)) return NOTIFICATION_GROUPS.filter((group) => group !== 'cases');
  return ['cases', 'reports', 'outcomes'];
}
