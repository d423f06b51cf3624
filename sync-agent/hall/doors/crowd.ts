/* How many lines one address may have, and how fast it may ask for more. Whoever wants more than the machines of a hall ever do is cut before a handshake is computed or a byte is read, and the others notice nothing. */
import type { Server } from 'node:http';
import type { Server as TlsServer } from 'node:https';
import { isIPv6, type Socket } from 'node:net';

export const crowdLimits = {
  /** lines at once of one address: a whole hall may stand behind one */
  lines: 250,
  /** of them without a device's own line yet: handshakes, pages, whoever dawdles */
  strangers: 100,
  /** lines at once of everybody */
  all: 1_200,
  /** of them, of everybody, without a device's own line yet: the rest is for devices that the hall knows. Beyond it whoever comes takes the place of the oldest line of the address that has most of them, so that many addresses together shut nobody out */
  allStrangers: 700,
  /** new lines of one address: so many at once, and so many a second from then on */
  burst: 300, perSecond: 50,
  /** pages and files of one address */
  pagesBurst: 1_000, pagesPerSecond: 100,
  /** addresses that are remembered; whoever was not heard of for longest is forgotten first */
  addresses: 4_096,
  /** of one line in ten seconds, whatever is in them: far above what doors allow, because here nobody is answered */
  packets: 2_500, characters: 8_000_000,
} as const;
/** A handshake, the head of a request, the first word of a line: who takes longer is cut. */
export const dawdleMs = 5_000;

/** So much at once, and so much a second from then on. */
interface Bucket { left: number; atMs: number }
interface Known { lines: number; strangers: number; readonly connects: Bucket; readonly pages: Bucket }

/** `leave`: it is counted no more; once. */
interface Stranger { readonly of: Known; readonly leave: () => void; readonly cut: () => void }

export type Crowd = ReturnType<typeof createCrowd>;

export function createCrowd(monotonicMs: () => number) {
  const addresses = new Map<string, Known>();
  /** each open line of a stranger by its own end, the oldest first */
  const strangers = new Map<string, Stranger>();
  let [all, cutOff] = [0, 0];
  const known = (address: string): Known => {
    const one = addresses.get(address) ?? { lines: 0, strangers: 0, connects: { left: crowdLimits.burst, atMs: monotonicMs() }, pages: { left: crowdLimits.pagesBurst, atMs: monotonicMs() } };
    // The newest stands last; an address with open lines is kept, there are at most `all` of them.
    addresses.delete(address);
    addresses.set(address, one);
    if (addresses.size > crowdLimits.addresses) for (const [oldest, { lines }] of addresses) if (lines === 0) {
      addresses.delete(oldest);
      break;
    }
    return one;
  };
  /** The oldest line of the address that has most strangers. */
  const crowding = (): Stranger | undefined => {
    let most: Stranger | undefined;
    for (const one of strangers.values()) if (most === undefined || one.of.strangers > most.of.strangers) most = one;
    return most;
  };
  /** True when there is room for one more stranger of this address; the line that has to go for it is cut. */
  const room = (of: Known): boolean => {
    if (strangers.size < crowdLimits.allStrangers && all < crowdLimits.all) return true;
    const most = crowding();
    if (most === undefined || most.of.strangers <= of.strangers) return false;
    cutOff += 1;
    most.leave();
    most.cut();
    return true;
  };
  return {
    /** Whether a new line may stay; one that may not is ended by the caller. */
    enter(line: Pick<Socket, 'remoteAddress' | 'remotePort' | 'once' | 'resetAndDestroy'>): boolean {
      const one = known(addressOf(line.remoteAddress));
      if (!take(one.connects, monotonicMs(), crowdLimits.perSecond, crowdLimits.burst) || one.lines >= crowdLimits.lines || one.strangers >= crowdLimits.strangers || !room(one)) {
        cutOff += 1;
        return false;
      }
      const end = endOf(line);
      [one.lines, one.strangers, all] = [one.lines + 1, one.strangers + 1, all + 1];
      let open = true;
      const leave = (): void => {
        if (!open) return;
        open = false;
        [one.lines, all] = [one.lines - 1, all - 1];
        if (strangers.get(end)?.leave === leave && strangers.delete(end)) one.strangers -= 1;
      };
      strangers.set(end, { of: one, leave, cut: () => { line.resetAndDestroy(); } });
      line.once('close', leave);
      return true;
    },
    /** A device has come in over this line. */
    admitted(line: Pick<Socket, 'remoteAddress' | 'remotePort'>): void {
      const one = strangers.get(endOf(line));
      if (one !== undefined && strangers.delete(endOf(line))) one.of.strangers -= 1;
    },
    /** Whether this address may have one more page or file now. */
    mayRead: (line: Pick<Socket, 'remoteAddress'>): boolean => take(known(addressOf(line.remoteAddress)).pages, monotonicMs(), crowdLimits.pagesPerSecond, crowdLimits.pagesBurst),
    /** Lines now, and how many were cut since the start. */
    seen: () => ({ lines: all, strangers: strangers.size, addresses: addresses.size, cutOff }),
  };
}

function take(bucket: Bucket, now: number, perSecond: number, most: number): boolean {
  bucket.left = Math.min(most, bucket.left + ((now - bucket.atMs) / 1_000) * perSecond);
  bucket.atMs = now;
  if (bucket.left < 1) return false;
  bucket.left -= 1;
  return true;
}

/** A machine with IPv6 has a whole network of addresses. */
export const addressOf = (address: string | undefined): string => (address === undefined ? '' : isIPv6(address) && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address.replace('::ffff:', ''));
const endOf = ({ remoteAddress, remotePort }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string => `${remoteAddress ?? ''} ${String(remotePort)}`;

/** Puts the crowd before everything the server itself does with a new line. */
export function guardServer(server: Server | TlsServer, crowd: Crowd): void {
  const own = server.listeners('connection') as ((line: Socket) => void)[];
  server.removeAllListeners('connection');
  server.on('connection', (line: Socket) => {
    if (!crowd.enter(line)) {
      line.on('error', () => undefined);
      line.resetAndDestroy();
      return;
    }
    for (const one of own) one.call(server, line);
  });
}
