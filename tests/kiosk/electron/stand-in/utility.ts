/* `utilityProcess`: a real process of Node whose module finds `process.parentPort`, as it does in Electron. */
import { fork as forkNode, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

/** Runs in the process before its module: the port that Electron gives it, made of what Node gives. */
const port = `data:text/javascript,${encodeURIComponent(`
  const ask = process.send.bind(process);
  process.parentPort = {
    postMessage: (message) => ask(message),
    on: (event, listener) => process.on('message', (data) => listener({ data })),
  };
  process.send = undefined;
`)}`;

class Utility extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(path: string, args: readonly string[], { stdio }: { stdio: 'ignore' }) {
    super();
    // Not the main's own options: the stand-in is no part of a utility process.
    this.#child = forkNode(path, args, { execArgv: ['--import', port], serialization: 'advanced', stdio: [stdio, stdio, stdio, 'ipc'] });
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.once('exit', (code) => this.emit('exit', code ?? -1));
  }

  get pid(): number | undefined { return this.#child.exitCode === null ? this.#child.pid : undefined; }
  postMessage(message: object): void { this.#child.send(message, () => undefined); }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (path: string, args: readonly string[], options: { stdio: 'ignore'; serviceName: string }) => strict('UtilityProcess', new Utility(path, args, options)),
});
