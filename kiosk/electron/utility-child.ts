/* A process for a foreign library as Electron starts it: the fuses keep its binary from being a Node, so the fork that the hardware uses elsewhere would start a second kiosk. */
import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { openKiosk } from '@kuaizhao/kiosk/host/open-kiosk.ts';

type StartChild = NonNullable<NonNullable<Parameters<typeof openKiosk>[3]>['startChild']>;

/** What a library prints may be a person's data: nobody listens to it. */
export const startUtilityChild: StartChild = (entry) => {
  const child = utilityProcess.fork(fileURLToPath(entry), [], { stdio: 'ignore', serviceName: 'kuaizhao-library' });
  return {
    send: child.postMessage.bind(child),
    onMessage: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', (code) => listener(code, null)),
    kill() {
      // `child.kill()` asks; a thread stuck inside a library hears only this.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
};
