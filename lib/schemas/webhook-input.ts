import { z } from 'zod';
import { WEBHOOK_EVENTS } from '#lib/domain/webhook/webhook-event.ts';
import { oldSecret } from '#lib/schemas/api-client.ts';

const LONGEST_URL = 500;
const version = z.int().min(1);

const target = {
  url: z
    .string()
    .trim()
    .min(1, 'Skriv adressen dit vi ska skicka.')
    .max(LONGEST_URL, `Skriv högst ${LONGEST_URL} tecken.`),
  events: z
    .array(z.enum(WEBHOOK_EVENTS))
    .min(1, 'Välj minst en händelse.')
    .max(WEBHOOK_EVENTS.length)
    .transform((given) => WEBHOOK_EVENTS.filter((event) => given.includes(event))),
};

export const createWebhookInput = z.object(target);

export const changeWebhookInput = z.object({ endpointId: z.uuid(), version, ...target });
export type ChangeWebhookInput = z.infer<typeof changeWebhookInput>;

export const rotateWebhookInput = z.object({ endpointId: z.uuid(), version, old: oldSecret });
export type RotateWebhookInput = z.infer<typeof rotateWebhookInput>;

export const webhookVersionInput = z.object({ endpointId: z.uuid(), version });
export type WebhookVersionInput = z.infer<typeof webhookVersionInput>;

export const removeWebhookInput = z.object({
  endpointId: z.uuid(),
  version,
  sure: z.boolean().refine((isTicked) => isTicked, {
    error: 'Kryssa i rutan om mottagaren ska tas bort.',
    params: { code: 'notTicked' },
  }),
});
export type RemoveWebhookInput = z.infer<typeof removeWebhookInput>;

export const testWebhookInput = z.object({ endpointId: z.uuid() });
export type TestWebhookInput = z.infer<typeof testWebhookInput>;

export const sendAgainInput = z.object({ endpointId: z.uuid(), deliveryId: z.uuid() });
export type SendAgainInput = z.infer<typeof sendAgainInput>;

export const endpointIdInput = z.object({ endpointId: z.uuid() });

/** The query of an endpoint's page: `sent` is the delivery whose answer is waited for. */
export const webhookPageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  sent: z.uuid().nullable().catch(null),
  done: z.enum(['changed', 'paused', 'resumed']).nullable().catch(null),
});
