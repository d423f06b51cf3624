/* Sends a command until it is answered: again under the same id, so that the hall does it once however often it hears it. */
import type { CommandOf, CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Refusal } from '@kuaizhao/db/domain/refusal.ts';
import { answerSchema } from '@kuaizhao/sync-agent/contract/answer.ts';
import { limits } from '@kuaizhao/sync-agent/contract/lan.ts';
import type { Link } from '../../kit/link.ts';

export const commandTries = 4;

type Draft<T extends CommandType> = T extends CommandType ? Omit<CommandOf<T>, 'commandId'> : never;
/** What a console can send; its id is given when it is sent. Whose role it is the agent says (`staffMay`). */
export type StaffCommand = Draft<CommandType>;

export type Outcome =
  | { readonly kind: 'done'; readonly facts: readonly Fact[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** nobody can tell whether it happened: the floor shows */
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'badAnswer' };

/** Waits at most `commandTries` × `limits.answerMs`. */
export async function sendCommand(link: Pick<Link, 'ask'>, command: StaffCommand, newId: () => string): Promise<Outcome> {
  const commandId = newId();
  for (let tried = 1; tried <= commandTries; tried++) {
    const message = await link.ask('command', { ...command, commandId }, limits.answerMs);
    if (message === undefined) continue;
    const answer = answerSchema.safeParse(message);
    if (!answer.success) return { kind: 'badAnswer' };
    if (answer.data.ok) return { kind: 'done', facts: answer.data.facts };
    // After a broken line the sign-in is gone, and this refusal says nothing about the first try.
    if (answer.data.refusal.code === 'notSignedIn' && tried > 1) return { kind: 'noAnswer' };
    return { kind: 'refused', refusal: answer.data.refusal };
  }
  return { kind: 'noAnswer' };
}
