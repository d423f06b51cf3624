/* A real hall agent on its own disk, and somebody at its kiosk who does not give up: a command is sent until it is answered, with the same id. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { io, type Socket } from 'socket.io-client';
import { answerSchema, type Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { hashPin } from '@kuaizhao/db/sealing/pin-hash.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import { program, type Program } from './process.ts';

const deviceId = 'kiosk-0';
const key = 'k'.repeat(32);
const answerMs = 2_000;

export interface RealHall {
  readonly hallId: string;
  readonly program: Program;
  start(): Promise<void>;
  /** Registers people, one after the other, until `stop`; gives the ids of all commands that were answered with yes. */
  work(stop: () => boolean): Promise<readonly string[]>;
  /** Every row of its journal. Of a stopped hall: a running one owns its file. */
  readonly journal: () => readonly { readonly op: string; readonly commandId: string; readonly kind: string }[];
}

export async function realHall(dir: string, hallId: string, city: { readonly url: string; readonly key: string }): Promise<RealHall> {
  const home = join(dir, hallId);
  mkdirSync(home);
  const config = join(home, 'hall.json');
  writeFileSync(config, JSON.stringify({
    hall: { ...hallSettings, hallId }, town: true, listen: { host: '127.0.0.1', port: 0 }, data: 'data', kiosks: [{ deviceId, key, printer: hallSettings.printers[0] }],
    staff: [{ staffId: 'staff-1', name: '值班员', role: 'supervisor', pin: await hashPin('246810') }], city,
  }));
  const agent = program('sync-agent/hall/main.ts', config);
  let url = '';
  return {
    hallId, program: agent,
    async start() { url = (await agent.start())['agent'] ?? ''; },
    async work(stop) {
      const answered: string[] = [];
      const kiosk = insistent(() => url, stop);
      for (let n = 0; !stop(); n++) {
        const commandId = randomUUID();
        const answer = await kiosk.ask({ type: 'registerWorker', commandId, card: person(n, 1950 + Math.floor(n / 84) % 50), consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] });
        if (answer?.ok === true) answered.push(commandId);
        else if (answer !== undefined) throw new Error(`refused: ${JSON.stringify(answer)}`);
      }
      kiosk.close();
      return answered;
    },
    journal() {
      const db = new Database(join(home, 'data', 'hall.db'), { readonly: true });
      try {
        return db.prepare<[], { op: string; commandId: string; kind: string }>("SELECT boot || '-' || counter AS op, command_id AS commandId, kind FROM journal ORDER BY seq").all();
      } finally {
        db.close();
      }
    },
  };
}

/** A kiosk that does not give up: the same command again and again, over a new connection where the old one is gone, until somebody answers. Undefined when it was time to stop. */
function insistent(url: () => string, stop: () => boolean) {
  let line: Socket | undefined;
  const connected = async (): Promise<Socket | undefined> => {
    if (line?.connected === true) return line;
    line?.close();
    line = io(url() + namespaces.kiosk, { transports: ['websocket'], forceNew: true, reconnection: false, timeout: answerMs, auth: { version: lanVersion, deviceId, key } });
    const { promise, resolve } = Promise.withResolvers<boolean>();
    line.once('connect', () => { resolve(true); });
    line.once('connect_error', () => { resolve(false); });
    return await promise ? line : undefined;
  };
  return {
    async ask(command: object): Promise<Answer | undefined> {
      while (!stop()) {
        const socket = await connected();
        if (socket !== undefined) {
          const gone = new Promise<undefined>((resolve) => { socket.once('disconnect', () => { resolve(undefined); }); });
          const answer = await Promise.race([socket.timeout(answerMs).emitWithAck('command', command).then((said) => answerSchema.parse(said), () => undefined), gone]);
          // A kiosk that is quicker than people is told to wait, and does.
          if (answer !== undefined && (answer.ok || answer.refusal.code !== 'tooMany')) return answer;
          if (answer === undefined) socket.close();
        }
        await new Promise((again) => { setTimeout(again, 20); });
      }
      return undefined;
    },
    close(): void { line?.close(); },
  };
}
