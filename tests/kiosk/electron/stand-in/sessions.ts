/* Sessions: who may load what, by which protocol, with which refusals. A partition shares nothing with another. */
import { EventEmitter } from 'node:events';
import { strict } from './strict.ts';

type Serve = (request: Request) => Response | Promise<Response>;
type Decide = (answer: { cancel: boolean }) => void;
type BeforeRequest = (details: { url: string }, decide: Decide) => void;

const privileged = new Set<string>();

class Protocol {
  readonly schemes = new Map<string, Serve>();
  handle(scheme: string, serve: Serve): void {
    if (!privileged.has(scheme)) throw new Error('modules load from a privileged scheme only');
    this.schemes.set(scheme, serve);
  }
}

export class Session extends EventEmitter {
  readonly protocol = strict('protocol', new Protocol());
  readonly #refused = new Set<string>();
  #beforeRequest: BeforeRequest | undefined;
  readonly webRequest = strict('webRequest', { onBeforeRequest: (listener: BeforeRequest) => { this.#beforeRequest = listener; } });

  setPermissionRequestHandler(handler: (contents: unknown, permission: string, decide: (granted: boolean) => void) => void): void {
    handler(null, 'media', (granted) => { if (!granted) this.#refused.add('request'); });
  }
  setPermissionCheckHandler(handler: () => boolean): void { if (!handler()) this.#refused.add('check'); }
  setDevicePermissionHandler(handler: () => boolean): void { if (!handler()) this.#refused.add('device'); }
  setDisplayMediaRequestHandler(handler: (request: unknown, give: (streams: object) => void) => void): void {
    handler({}, (streams) => { if (Object.keys(streams).length === 0) this.#refused.add('display'); });
  }
  setSpellCheckerEnabled(on: boolean): void { if (!on) this.#refused.add('spelling'); }

  /** Every permission is refused, and loads are judged. */
  isLocked(): boolean { return this.#refused.size === 5 && this.#beforeRequest !== undefined; }
  mayLoad(url: string): boolean {
    let may = true;
    this.#beforeRequest?.({ url }, ({ cancel }) => { may = !cancel; });
    return may;
  }
}

const partitions = new Map<string, Session>();
const sessionOf = (name: string): Session => {
  const known = partitions.get(name) ?? strict('session', new Session());
  partitions.set(name, known);
  return known;
};
export const session = strict('session', { defaultSession: sessionOf(''), fromPartition: sessionOf });
export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (list: { scheme: string }[]) => { for (const { scheme } of list) privileged.add(scheme); },
  handle: (scheme: string, serve: Serve) => session.defaultSession.protocol.handle(scheme, serve),
});
