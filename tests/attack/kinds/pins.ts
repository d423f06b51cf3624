/* Against a PIN: tries without an end, side by side, over several lines, and over restarts of the agent, which must not give new tries. */
import type { Socket } from 'socket.io-client';
import { benchPin } from '../../bench/agent.ts';
import { tally, type Attack } from '../outcome.ts';
import type { Stage } from '../stage.ts';

type Reply = { readonly ok: boolean; readonly waitMs?: number };
const attempt = async (socket: Socket, pin: string): Promise<Reply> => await socket.timeout(20_000).emitWithAck('signIn', { staffId: 'victim-9', pin }) as Reply;
const come = async (stage: Stage): Promise<Socket> => {
  const socket = stage.line('console-1', 'console');
  await new Promise<void>((told, failed) => { socket.once('connect', told).once('connect_error', failed); });
  return socket;
};

/** Restarts the hall: the last attack of all. */
export const pins: Attack = {
  name: 'a PIN tried out, with restarts',
  async run(stage) {
    const { expect, outcome } = tally();
    let looked = 0;
    for (let start = 0; start < 3; start++) {
      const lines = await Promise.all([come(stage), come(stage), come(stage)]);
      const replies: Reply[] = [];
      // Until the hall has just said that it looks at none for a while.
      for (let n = 0; n < 40 && (replies.at(-1)?.waitMs ?? 0) < 5_000; n++) replies.push(...await Promise.all(lines.map((line, at) => attempt(line, String(100_000 + start * 1_000 + n * 10 + at)))));
      expect('a wrong PIN was right', replies.every(({ ok }) => !ok));
      // Five tries are free once, not at each start: from the second on the first answer is a wait.
      expect(`start ${String(start)}: new tries`, start === 0 || replies.slice(0, 3).some(({ waitMs = 0 }) => waitMs > 0));
      looked += replies.length;
      const right = await attempt(lines[0] ?? await come(stage), benchPin);
      expect(`start ${String(start)}: the right one was looked at while it waits`, !right.ok && (right.waitMs ?? 0) > 1_000);
      for (const line of lines) line.disconnect();
      await stage.restart();
    }
    return outcome({ tries: looked });
  },
};
