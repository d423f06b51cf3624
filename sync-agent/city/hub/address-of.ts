/* From where somebody asks over http: what a limit by address counts. */
import { isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

/** The hub listens on its own machine only: behind a proxy the newest entry is the proxy's word, everything before it is the caller's. One who has an IPv6 network has all its addresses. */
export function addressOf({ headers, socket }: IncomingMessage, behindProxy: boolean): string {
  const told = behindProxy ? String(headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : undefined;
  const address = told === undefined || told === '' ? socket.remoteAddress ?? 'unknown' : told.slice(0, 64);
  return isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
}
