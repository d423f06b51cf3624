/* Entries of the city as its staff would write them: signed in at the desk's own door, entry by entry, each with its command. */
import { io } from 'socket.io-client';
import type { EntryKind } from '@kuaizhao/db/domain/registry/entries.ts';
import { cityAnswerSchema, cityDeskNamespace, cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';

const answerMs = 10_000;

/** Throws when one of them is refused. What is there already stays as it is. */
export async function writeDirectory(url: string, staff: { readonly staffId: string; readonly pin: string }, entries: readonly { readonly kind: EntryKind; readonly name: string; readonly body: unknown }[]): Promise<void> {
  const line = io(`${url}${cityDeskNamespace}`, { transports: ['websocket'], auth: { version: cityDeskVersion }, forceNew: true });
  const say = async (event: string, message: unknown): Promise<unknown> => (await line.timeout(answerMs).emitWithAck(event, message)) as unknown;
  try {
    await say('signIn', staff);
    for (const { kind, name, body } of entries) {
      const answer = cityAnswerSchema.parse(await say('change', { type: 'put', commandId: `sample-${kind}-${name}`, kind, expected: 0, body }));
      // The second start on the same data finds everything there.
      if (!answer.ok && answer.refusal.code !== 'changedMeanwhile') throw new Error(`the sample was refused: ${kind} ${name} ${answer.refusal.code} ${answer.refusal.field ?? ''}`);
    }
  } finally {
    line.disconnect();
  }
}
