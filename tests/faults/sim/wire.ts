/* The way between a hall and the hub in the simulation: slow, cut, silent, twice, out of order. */
import { uplinkLimits } from '@kuaizhao/sync-agent/contract/uplink.ts';
import type { News } from '@kuaizhao/sync-agent/contract/feeds.ts';
import type { Line, OpenLine } from '@kuaizhao/sync-agent/hall/uplink/parts.ts';
import type { SimulatedHub } from './hub.ts';
import type { World } from './world.ts';

export interface WireTrouble {
  /** of each message */
  readonly lost: number; readonly twice: number; readonly late: number;
  /** of each message: the connection is cut with it under way */
  readonly cut: number;
}
export interface Wire {
  readonly open: OpenLine;
  /** The line goes silent for so long: nothing arrives, and nobody is told. */
  silence(ms: number): void;
  cut(): void;
}

const usualMs = 20;
const lateMs = 3_000;

/** `crowded`: more pushes under way at once than the hub ever gave credit for. */
export function createWire(world: World, hub: SimulatedHub, hallId: string, trouble: WireTrouble, crowded: (underway: number) => void): Wire {
  let silentUntil = 0;
  const lines = new Set<() => void>();
  const delay = (): number => {
    if (!world.bad(trouble.late)) return usualMs + world.chance.below(usualMs);
    world.fault('late');
    return world.chance.below(lateMs);
  };
  /** How many times a message arrives, and each time after how long. */
  const arrivals = (): number[] => {
    if (world.now() < silentUntil && !world.healed()) { world.fault('lost in silence'); return []; }
    if (world.bad(trouble.lost)) { world.fault('lost'); return []; }
    if (!world.bad(trouble.twice)) return [delay()];
    world.fault('twice');
    return [delay(), delay()];
  };
  return {
    silence(ms) { silentUntil = Math.max(silentUntil, world.now() + ms); },
    cut() { for (const end of Array.from(lines)) end(); },
    open({ ackMs, lost, news }) {
      const { promise: opened, resolve } = Promise.withResolvers<Awaited<ReturnType<OpenLine>['opened']>>();
      let up = false;
      let atHub: ReturnType<SimulatedHub['connect']>;
      const waiting = new Set<() => void>();
      const beside = new Set<() => void>();
      const end = (): void => {
        // Either side may end it, and tells the other.
        if (!lines.delete(end)) return;
        atHub?.end();
        if (!up) return resolve({ ok: false, reason: 'not reachable', refused: false });
        up = false;
        for (const give of [...waiting, ...beside]) give();
        lost();
      };
      lines.add(end);
      const send = (event: 'hello' | 'push' | 'pull', message: object, withinMs: number, among: Set<() => void>, silence: () => void): Promise<unknown> => {
        const { promise, resolve: answer } = Promise.withResolvers<unknown>();
        if (!up) { answer(undefined); return promise; }
        const give = (reply?: unknown): void => {
          among.delete(give);
          cancel();
          answer(reply);
        };
        const cancel = world.after(withinMs, () => { give(); silence(); });
        among.add(give);
        if (waiting.size > uplinkLimits.batchesInFlightSlow) crowded(waiting.size);
        if (world.bad(trouble.cut)) { world.fault('cut'); world.after(world.chance.below(usualMs), end); }
        for (const ms of arrivals()) {
          // A line has bytes of its own: its sender lets go of them once they are acknowledged, and the second of two may still be on its way.
          const bytes = event === 'pull' ? message : copied(message);
          world.after(ms, () => {
            // A message that is under way when a line is cut may still be read by the hub.
            void atHub?.session[event](bytes).then((reply) => {
              world.tell(hallId, event, reply.kind);
              for (const backMs of arrivals()) world.after(backMs, () => { if (up) give(reply); });
            });
          });
        }
        return promise;
      };
      const line: Line = {
        ask: (event, message) => send(event, message, ackMs, waiting, end),
        askBeside: (event, message, withinMs) => (event === 'pull' ? send(event, message, withinMs, beside, () => undefined) : Promise.resolve(undefined)),
        up: () => up, close: end,
      };
      const hear = (told: News): void => { for (const ms of arrivals()) world.after(ms, () => { if (up) news?.(told); }); };
      for (const ms of arrivals().slice(0, 1)) {
        world.after(ms, () => {
          if (!lines.has(end)) return;
          atHub = hub.connect(hallId, end, hear);
          if (atHub === undefined) return end();
          up = true;
          resolve({ ok: true, line });
        });
      }
      const cancelOpening = world.after(ackMs, () => { if (!up) end(); });
      return { opened, close: () => { cancelOpening(); end(); } };
    },
  };
}

/** What was sent stays as it was, whatever its sender does with it afterwards. A payload is a piece of a larger buffer, which a structured clone would copy with it. */
function copied(message: object): object {
  const { payload, ...rest } = message as { readonly payload?: Uint8Array };
  return payload === undefined ? structuredClone(rest) : { ...structuredClone(rest), payload: new Uint8Array(payload) };
}
