/* A whole town in one process: city hub, hall agent, and a kiosk with simulated reader and printer. The demo and the stories of tests/flows start here. */
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { CityConfig } from '@kuaizhao/sync-agent/city/config.ts';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import type { HallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { startKiosk, type Kiosk } from '@kuaizhao/kiosk/start-kiosk.ts';
import { hallSettings } from '../fixtures/hall.ts';
import { startLanRelay, type LanRelay } from './lan-relay.ts';

/** Only for halls that exist in a demo or a test; every real hall has its own. */
const demoKey = 'demo-key-of-a-hall-that-does-not-exist';
export const demoPin = '246810';
/** What `hash-pin` prints for it, each with a salt of its own: made anew for every hall of every test it would cost each of them four times the time that makes a PIN hard to guess. */
const demoPins = {
  host: 'scrypt$ZGVtby10b3duLXNhbHQtMQ$L48Oe2SVYd4YHolWYp8JwlTR1mrKAiglprr5o454BaI',
  clerk: 'scrypt$ZGVtby10b3duLXNhbHQtMg$VOTmafZr57gl-fpywx-2hijMvARxc9A-GWe0Rpc6rD4',
  supervisor: 'scrypt$ZGVtby10b3duLXNhbHQtMw$WjTLNi1I_q_z0hbEEoRQq3oqdMp6QHsn6yo1zdXYr9U',
  admin: 'scrypt$ZGVtby10b3duLXNhbHQtNA$GD1W9GR1SL810nyfb0WrCrt5f_NdGK1xXpZ7u6FjjVo',
} as const;

export interface TownPlan {
  readonly dir: string;
  /** 0 takes any free port */
  readonly ports?: { readonly city: number; readonly hall: number; readonly kiosk: number };
  readonly kiosks?: number;
  readonly withCity?: boolean;
  readonly clock?: HallClock;
  /** who works at the city's desk; nobody when absent */
  readonly cityStaff?: CityConfig['staff'];
  /** staff who are at this hall beside those of every demo */
  readonly moreStaff?: HallConfig['staff'];
  /** after so long without input a console locks; as shipped when absent */
  readonly idleLockMinutes?: number;
  readonly log?: Logger;
}

export type Town = Awaited<ReturnType<typeof startTown>>;

export async function startTown({ dir, ports = { city: 0, hall: 0, kiosk: 0 }, kiosks = 1, withCity = true, clock = systemClock, cityStaff, moreStaff = [], idleLockMinutes, log = pino({ level: 'silent' }) }: TownPlan) {
  const city = withCity ? await startCity({ ...cityConfig(dir, ports.city), ...(cityStaff === undefined ? {} : { staff: cityStaff }) }, log.child({ process: 'city' })) : undefined;
  const config = hallConfig(dir, ports.hall, city?.urls.uplink);
  const hall = await startHall({ ...config, hall: { ...config.hall, ...(idleLockMinutes === undefined ? {} : { idleLockMinutes }) }, staff: [...config.staff, ...moreStaff] }, log.child({ process: 'hall' }), clock);
  const faces: Kiosk[] = [];
  const lans: LanRelay[] = [];
  for (let n = 1; n <= kiosks; n += 1) {
    const lan = await startLanRelay(Number(new URL(hall.urls.agent).port));
    lans.push(lan);
    const config = { ...kioskConfig(dir, lan.url, n), scanner: 'simulator' as const, socialCard: 'simulator' as const, listen: { host: '127.0.0.1', port: n === 1 ? ports.kiosk : 0 } };
    faces.push(await startKiosk(config, { log: log.child({ process: `kiosk-${n}` }), lan }));
  }
  return {
    city, hall, kiosks: faces,
    /** the cable of each kiosk */
    lans,
    /** Faces first, the city last: whoever speaks upward ends before whoever listens. */
    async close(): Promise<void> {
      await Promise.all(faces.map((kiosk) => kiosk.close()));
      await Promise.all(lans.map((lan) => lan.close()));
      await hall.close();
      await city?.close();
    },
  };
}

export const cityConfig = (dir: string, port = 0) => ({
  listen: { host: '127.0.0.1' as const, port }, database: 'embedded' as const, data: join(dir, 'city'),
  halls: [{ hallId: hallSettings.hallId, name: hallSettings.name, key: demoKey }],
});

export const hallConfig = (dir: string, port = 0, cityUrl?: string): HallConfig => ({
  hall: hallSettings, town: true, listen: { host: '127.0.0.1', port }, data: join(dir, 'hall'), ballastMb: 1,
  kiosks: hallSettings.printers.map((printer, index) => ({ deviceId: `kiosk-${index + 1}`, key: demoKey, printer })),
  staff: [
    { staffId: 'host-1', name: '洽谈桌值班', role: 'host', pin: demoPins.host },
    { staffId: 'clerk-1', name: '窗口值班', role: 'clerk', pin: demoPins.clerk },
    { staffId: 'supervisor-1', name: '值班主管', role: 'supervisor', pin: demoPins.supervisor },
    { staffId: 'admin-1', name: '站长', role: 'admin', pin: demoPins.admin },
  ],
  ...(cityUrl === undefined ? {} : { city: { url: cityUrl, key: demoKey } }),
});

export const kioskConfig = (dir: string, agentUrl: string, n = 1) => ({
  deviceId: `kiosk-${n}`, agent: { url: agentUrl, key: demoKey }, reader: 'simulator' as const, printer: 'simulator' as const, printerId: `printer-${n}`, data: join(dir, `kiosk-${n}`),
});
