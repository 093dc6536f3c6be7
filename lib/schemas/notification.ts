import { z } from 'zod';
import { WAYS } from '#lib/domain/notification/mail-time.ts';

/** What the list of one's own notifications shows; what makes no sense is as if it were not said. */
export const notificationListInput = z.object({
  show: z.enum(['unread', 'all']).catch('unread').default('unread'),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type NotificationListInput = z.infer<typeof notificationListInput>;

export const readNotificationInput = z.object({ notificationId: z.uuid() });
export type ReadNotificationInput = z.infer<typeof readNotificationInput>;

/** `before`: what had happened when the list was shown. */
export const readAllNotificationsInput = z.object({ before: z.iso.datetime() });
export type ReadAllNotificationsInput = z.infer<typeof readAllNotificationsInput>;

const way = z.enum(WAYS, 'Välj hur du vill få veta.');
const hour = z.coerce
  .number('Välj en hel timme.')
  .int('Välj en hel timme.')
  .min(0, 'Välj en hel timme.')
  .max(23, 'Välj en hel timme.');

/** How somebody wants to be told. A group that the person never meets is left as it was. */
export const chooseNotificationsInput = z.object({
  ways: z.object({
    documents: way.optional(),
    reports: way.optional(),
    participants: way.optional(),
    plan: way.optional(),
    outcomes: way.optional(),
    money: way.optional(),
    cases: way.optional(),
    organisation: way.optional(),
  }),
  quietFrom: hour,
  quietTo: hour,
  weekends: z.boolean(),
});
export type ChooseNotificationsInput = z.infer<typeof chooseNotificationsInput>;
