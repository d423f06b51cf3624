/* The driver's end of a process, as small as it can be: Node starts one by fork; Electron, whose fuses forbid that, by its utility processes. */
import { fork } from 'node:child_process';
import type { FromLibrary, ToLibrary } from './messages.ts';

export interface ChildEnd {
  /** Never throws; a process that is just going takes no message. */
  send(message: ToLibrary): void;
  onMessage(listener: (message: FromLibrary) => void): void;
  /** Called once, also when the process could not be started. */
  onExit(listener: (code: number | null, signal: string | null) => void): void;
  /** At once; a thread stuck inside a library hears nothing else. */
  kill(): void;
}
/** Starts a process that runs the module. */
export type StartChild = (entry: URL) => ChildEnd;

/** What a library prints may be a person's data: nobody listens to it. */
export const startNodeChild: StartChild = (entry) => {
  const child = fork(entry, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return {
    send: (message) => void child.send(message, () => undefined),
    onMessage: (listener) => child.on('message', listener),
    onExit(listener) {
      child.once('exit', listener);
      child.once('error', () => listener(null, null));
    },
    kill: () => void child.kill('SIGKILL'),
  };
};
