import { Agent } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { sendUntilAnswered, type Received } from '#bench/lib/crash/send.ts';
import type { Call } from '#bench/lib/send-calls.ts';
import type { Sender } from '#bench/lib/submit-data.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import type { Pick } from '#lib/domain/compensation/testing/random-input.ts';
import { newId } from '#lib/server/ids.ts';
import type { Month } from '#lib/shared/month.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';

export const ROWS_EACH = 4;

/** One provider: its system, and a coach and an administrator who are logged in. */
export type CrashClient = Sender & {
  readonly number: number;
  readonly token: string;
  readonly coachCookie: string;
  readonly adminCookie: string;
};

export type Tally = {
  readonly reports: string[];
  readonly entries: string[];
  readonly invitations: string[];
  /** Answers to a key that was used again, and how many of them differed from the first. */
  replayed: number;
  differed: number;
  /** What was answered in place of a receipt. */
  readonly refused: string[];
};

type Sending = {
  readonly url: string;
  readonly month: Month;
  readonly today: PlainDate;
  readonly pick: Pick;
  readonly tally: Tally;
  /** No more calls are begun. */
  readonly stop: AbortSignal;
  /** Those that were begun are given up. */
  readonly giveUp: AbortSignal;
};

type Submission = {
  readonly call: Call;
  readonly of: string;
  readonly kept: string[];
  readonly isReceipt: (received: Received) => boolean;
};

/** Sends one call after the other until told to stop: mostly reports by the API, forms of the log and invitations between. */
export async function keepSending(client: CrashClient, sending: Sending): Promise<void> {
  const { url, pick, tally, stop, giveUp } = sending;
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let next = 0;
  try {
    for (let n = 0; !stop.aborted; n += 1) {
      const isReport = (n + client.number) % 5 !== 4 && next < client.placements.length;
      const { call, of, kept, isReceipt } = isReport
        ? report(client, next++, sending)
        : (n + client.number) % 20 === 19
          ? invitation(client, n, sending)
          : entry(client, n, sending);
      const received = await sendUntilAnswered(url, agent, call, giveUp);
      if (received === null) return;
      if (isReceipt(received)) kept.push(of);
      else
        tally.refused.push(
          `${call.path} ${received.status} ${received.location} ${received.body.slice(0, 300)}`,
        );
      if (pick(1, 10) === 1) await replay(call, received, agent, sending);
    }
  } finally {
    agent.destroy();
  }
}

/** The same key with the same body gives the same answer. */
async function replay(
  call: Call,
  first: Received,
  agent: Agent,
  { url, tally, giveUp }: Sending,
): Promise<void> {
  const again = await sendUntilAnswered(url, agent, call, giveUp);
  if (again === null) return;
  tally.replayed += 1;
  if (!isDeepStrictEqual(said(again), said(first))) tally.differed += 1;
}

/** As its reader takes it: the order of an object's fields says nothing. */
function said({ status, location, body }: Received): unknown {
  const read: unknown = body.startsWith('{') ? JSON.parse(body) : body;
  return { status, location, read };
}

function report(client: CrashClient, index: number, { month, pick, tally }: Sending): Submission {
  const reference = client.placements[index]?.reference ?? '';
  const rows = Array.from({ length: ROWS_EACH }, (_, n) => ({
    implementation_reference: reference,
    month,
    activity: ACTIVITY_CODES[n * 2] ?? '',
    form: ACTIVITY_FORMS[pick(0, ACTIVITY_FORMS.length - 1)] ?? '',
    minutes: 15 * pick(4, 20),
  }));
  return {
    of: reference,
    kept: tally.reports,
    isReceipt: ({ status }) => status === 200,
    call: {
      path: '/api/v1/reports',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${client.token}`,
        'idempotency-key': newId(),
      },
      body: JSON.stringify({ rows }),
    },
  };
}

function entry(client: CrashClient, n: number, { today, tally }: Sending): Submission {
  const note = `${client.number}-${n}`;
  const fields = {
    'placementIds.0': client.placements[n % client.placements.length]?.id ?? '',
    'entries.0.date': today,
    'entries.0.activity': ACTIVITY_CODES[0] ?? '',
    'entries.0.form': ACTIVITY_FORMS[0] ?? '',
    'entries.0.minutes': '30',
    'entries.0.note': note,
  };
  return {
    of: note,
    kept: tally.entries,
    isReceipt: ({ status, location }) => status === 303 && location.includes('added=1'),
    call: form('/api/provider/entries', '/provider/log', client.coachCookie, fields),
  };
}

function invitation(client: CrashClient, n: number, { today, tally }: Sending): Submission {
  const email = `c${client.number}-${n}@example.se`;
  const fields = {
    name: 'Prov Person',
    email,
    'roles.0': 'coach',
    allOffices: 'true',
    from: today,
    through: '',
  };
  return {
    of: email,
    kept: tally.invitations,
    isReceipt: ({ status, location }) => status === 303 && location.includes('done=invited'),
    call: form('/api/administration/invitations', '/provider/administration', client.adminCookie, fields),
  };
}

/** A native form with its key, as a browser without script sends it. */
function form(path: string, back: string, cookie: string, fields: Readonly<Record<string, string>>): Call {
  return {
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    body: new URLSearchParams({ ...fields, back, idempotencyKey: newId() }).toString(),
  };
}
