import { z } from 'zod';

/** A calendar of one's own: there is nothing to say about it. */
export const calendarFeedInput = z.object({});

/** Whether somebody wants reminders by mail. */
export const chooseRemindersInput = z.object({
  byMail: z.enum(['yes', 'no'], 'Välj om du vill ha påminnelser.'),
});
export type ChooseRemindersInput = z.infer<typeof chooseRemindersInput>;
