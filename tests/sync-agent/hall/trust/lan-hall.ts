/* A hall that listens on TLS alone, and devices that are enrolled in it the real way. */
import { once } from 'node:events';
import { pino } from 'pino';
import { io, type Socket } from 'socket.io-client';
import { onTestFinished } from 'vitest';
import type { DeviceRole } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { systemClock, type HallClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import type { HallConfig } from '@kuaizhao/sync-agent/hall/config.ts';
import { startHall, type HallAgent } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { enrol } from '@kuaizhao/kiosk/host/agent/enrol.ts';
import type { AgentTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import { systemClock as hostClock } from '@kuaizhao/kiosk/host/host-clock.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { hallConfig } from '../../../town/town.ts';

export async function openLanHall(clock: HallClock = systemClock, dir = tempDir(), more: Pick<HallConfig, 'updates'> = {}) {
  const { listen: _plain, town: _town, ...config } = hallConfig(dir);
  const said: string[] = [];
  const hall = await startHall({ ...config, kiosks: [], lan: { host: '127.0.0.1', port: 0, names: ['hall.local'] }, ...more }, pino({ level: 'info' }, { write: (line: string) => { said.push(line); } }), clock);
  onTestFinished(() => hall.close());
  if (hall.trust === undefined) throw new Error('no trust');
  return { hall, trust: hall.trust, said, url: hall.urls.agent, now: clock.now };
}

let commands = 0;
export const byAgent = (hall: HallAgent, type: string, asked: object): Promise<Answer> => hall.engine.handle({ type, commandId: `command-trust-${String(commands += 1)}`, ...asked }, { role: 'agent' });

/** By code, proof and yes, as a technician and a supervisor do it; the device's clock is the hall's. */
export async function enrolled({ hall, trust, url, now }: Awaited<ReturnType<typeof openLanHall>>, deviceId = 'kiosk-1', role: DeviceRole = 'kiosk'): Promise<AgentTrust> {
  const wanted = { deviceId, role, name: '样例设备', ...(role === 'kiosk' ? { printer: 'printer-1' } : {}) };
  const code = trust.enrolment.open(wanted);
  let answer: Promise<Answer> | undefined;
  const result = await enrol({
    url, code, timer: hostClock.timer, now,
    showSigns: (signs) => {
      const now = trust.enrolment.now();
      if (now?.at !== 'proved' || now.signs !== signs) throw new Error('the signs differ');
      answer = byAgent(hall, 'enrolDevice', { ...wanted, fingerprint: now.fingerprint, proof: 'certificate' });
    },
  });
  const given = await answer;
  if (!result.ok || given?.ok !== true) throw new Error(`not enrolled: ${JSON.stringify(result)} ${JSON.stringify(given)}`);
  return result.trust;
}

export interface Line { readonly key?: string; readonly certificate?: string; readonly authority?: string; readonly deviceId: string }
export function connect(url: string, namespace: string, { key, certificate, authority, deviceId }: Line, more: object = {}): Socket {
  const socket = io(url + namespace, {
    transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId, ...more },
    ...(key === undefined ? {} : { key }), ...(certificate === undefined ? {} : { cert: certificate }), ...(authority === undefined ? {} : { ca: authority }),
  });
  onTestFinished(() => { socket.close(); });
  return socket;
}
const on = (socket: Socket): NodeJS.EventEmitter => socket as unknown as NodeJS.EventEmitter;
export const refusal = async (socket: Socket): Promise<string> => ((await once(on(socket), 'connect_error')) as [Error])[0].message;
export const arrived = async (socket: Socket): Promise<Socket> => {
  await Promise.race([once(on(socket), 'connect'), refusal(socket).then((why) => { throw new Error(why); })]);
  return socket;
};
