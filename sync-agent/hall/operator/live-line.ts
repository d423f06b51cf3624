/* The operator's commands at their end of the line: which data directory a configuration means, and questions to the agent that runs there. */
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { readHallConfig } from '../config.ts';
import type { LiveAnswer, LiveAsk } from './live-door.ts';

/** Undefined when the configuration cannot be used; with `lan` also when the hall has no network of its own. */
export function dataOf(config: string, { lan }: { readonly lan: boolean }): string | undefined {
  try {
    const read = readHallConfig(config);
    return lan && read.lan === undefined ? undefined : read.data;
  } catch {
    return undefined;
  }
}

/** One question at a time to the running agent of this data directory. Rejects when there is none. */
export async function openLine(path: string) {
  const socket = connect(path);
  await once(socket, 'connect');
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  return {
    ask: async (question: LiveAsk): Promise<LiveAnswer> => {
      socket.write(`${JSON.stringify(question)}\n`);
      const told = await lines.next();
      if (told.done === true) throw new Error('the agent went away');
      return JSON.parse(told.value) as LiveAnswer;
    },
    end: () => { socket.destroy(); },
  };
}
