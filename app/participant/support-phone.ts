import { cache } from 'react';
import { database } from '#lib/server/db/client.ts';
import { findSupportPhone } from '#lib/server/participant/support-phone.ts';

/** The number to call, asked for once a page. */
export const supportPhone = cache(() => findSupportPhone(database()));
