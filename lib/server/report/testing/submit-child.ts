import type { ClientActor } from '#lib/domain/actor/actor.ts';
import type { SubmitRowsInput } from '#lib/schemas/report.ts';
import { execute } from '#lib/server/command/execute.ts';
import { openDatabase } from '#lib/server/db/client.ts';
import { submitRows } from '#lib/server/report/submit-rows.ts';

// A portal without its pages, in a process of its own, for whoever wants to kill it: it receives reports, and says of each key what it
// answered.

export type Told = { readonly appUrl: string; readonly actor: ClientActor };
export type Asked = { readonly idempotencyKey: string; readonly input: SubmitRowsInput };
export type Answered = { readonly idempotencyKey: string; readonly received: boolean };

process.once('message', (told) => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by acknowledged-killed.itest.ts alone
  const { appUrl, actor } = told as Told;
  const database = openDatabase(appUrl, 4);
  const answer = async ({ idempotencyKey, input }: Asked): Promise<void> => {
    const received = await execute(submitRows, input, {
      database,
      actor,
      now: new Date(),
      idempotencyKey,
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    process.send?.({ idempotencyKey, received } satisfies Answered);
  };
  process.on('message', (asked) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- said by acknowledged-killed.itest.ts alone
    void answer(asked as Asked);
  });
  process.send?.('ready');
});
