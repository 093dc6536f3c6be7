import type {
  DeliveryFailure,
  DeliveryState,
  EndpointState,
  PauseReason,
} from '#lib/domain/webhook/webhook-delivery.ts';
import type { ApiScope } from '#lib/domain/api-client/scope.ts';
import type { TEST_EVENT, WebhookEvent } from '#lib/domain/webhook/webhook-event.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

/** A provider's system as its people see it. */
export type ApiClientView = {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly createdAt: Date;
  /** Null for one that came with the first load. */
  readonly createdBy: string | null;
  readonly secretMadeAt: Date;
  /** Until when the old secret counts as well; null: it does not. */
  readonly oldSecretUntil: Date | null;
  readonly lastUsedOn: PlainDate | null;
  /** Whose standing signature attests what it sends; null: nobody's. */
  readonly standing: {
    readonly name: string;
    readonly givenAt: Date | null;
    readonly isOwn: boolean;
    /** False: whoever gave it is no signatory there any more, and it counts for nothing. */
    readonly counts: boolean;
  } | null;
  readonly revokedAt: Date | null;
  readonly revokedBy: string | null;
  readonly version: number;
};

/** A receiver of webhooks as its people see it. */
export type WebhookEndpointView = {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  readonly state: EndpointState;
  readonly pauseReason: PauseReason | null;
  readonly failingSince: Date | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly oldSecretUntil: Date | null;
  /** What has not arrived yet. */
  readonly waiting: number;
  readonly lastDeliveredAt: Date | null;
  readonly version: number;
};

/** A line of the log of deliveries. */
export type DeliveryView = {
  readonly id: string;
  readonly type: WebhookEvent | typeof TEST_EVENT;
  readonly occurredAt: Date;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
  readonly lastAttemptAt: Date | null;
  readonly failure: DeliveryFailure | null;
  readonly responseStatus: number | null;
  readonly answer: string | null;
};
