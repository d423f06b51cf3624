/* The sealed code, on an agent that runs as a process of its own: made once, used once, guessed slowly, and gone after a use. */
import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { recoveryTriesFileName } from '@kuaizhao/sync-agent/hall/accounts/recovery.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { root } from '../../../house/source.ts';
import { demoPin, hallConfig } from '../../../town/town.ts';

const [, ...asStarted] = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { hall: string } }).scripts.hall.split(' ');

async function openHall() {
  const dir = tempDir();
  const config = join(dir, 'hall.json');
  writeFileSync(config, JSON.stringify(hallConfig(dir)));
  const { data } = JSON.parse(readFileSync(config, 'utf8')) as { data: string };
  let agent: ChildProcessWithoutNullStreams | undefined;
  let url = '';
  const stop = async (signal: NodeJS.Signals = 'SIGTERM'): Promise<void> => {
    if (agent === undefined) return;
    const gone = once(agent, 'exit');
    agent.kill(signal);
    await gone;
    agent = undefined;
  };
  const start = async (): Promise<void> => {
    agent = spawn(process.execPath, [...asStarted, '--config', config], { cwd: root });
    const [line] = await once(createInterface({ input: agent.stdout }), 'line') as [string];
    url = (JSON.parse(line) as { urls: { agent: string } }).urls.agent;
  };
  onTestFinished(() => stop('SIGKILL'));
  await start();
  const tool = (args: readonly string[], input = ''): { readonly status: number | null; readonly told: Record<string, unknown>; readonly out: string } => {
    const { status, stdout } = spawnSync(process.execPath, [...asStarted, ...args, '--config', config, '--json'], { cwd: root, encoding: 'utf8', input });
    return { status, told: JSON.parse(stdout) as Record<string, unknown>, out: stdout };
  };
  const sit = async (staffId: string, pin: string) => {
    const socket: Socket = io(url + namespaces.console, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { version: lanVersion, deviceId: 'console-1' } });
    onTestFinished(() => { socket.close(); });
    await once(socket as unknown as NodeJS.EventEmitter, 'desk');
    return { socket, signedIn: await socket.timeout(30_000).emitWithAck('signIn', { staffId, pin }) as unknown };
  };
  return { data: resolve(dir, data), dir, start, stop, tool, sit };
}
/** Everything that lies in a folder. */
const bytesIn = (folder: string): Buffer => Buffer.concat(readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).map((path) => readFileSync(path)));

test('§4 the admin’s sealed code: once, for an admin, and nothing of it is kept that could be read', async () => {
  const hall = await openHall();
  expect(hall.tool(['recover', '--staff', 'admin-1'], 'AAAA-AAAA-AAAA-AAAA-AAAA\n')).toMatchObject({ status: 2, told: { refusal: 'recoveryUnknown' } });
  const first = hall.tool(['recovery-code']).told['code'] as string;
  const code = hall.tool(['recovery-code']).told['code'] as string;
  expect([code, first]).toEqual([expect.stringMatching(/^([A-HJKMNP-Z2-9]{4}-){4}[A-HJKMNP-Z2-9]{4}$/), expect.not.stringMatching(code)]);
  const stored = bytesIn(hall.dir);
  for (const secret of [code, code.replaceAll('-', '')]) expect(stored.includes(secret)).toBe(false);
  // The one before is void; a clerk is no admin; nobody has this id.
  expect(hall.tool(['recover', '--staff', 'admin-1'], `${first}\n`)).toMatchObject({ status: 2, told: { refusal: 'recoveryWrong' } });
  for (const staff of ['clerk-1', 'nobody']) expect(hall.tool(['recover', '--staff', staff], `${code}\n`)).toMatchObject({ status: 2, told: { refusal: 'accountUnknown' } });
  const sits = await hall.sit('admin-1', demoPin);
  const cut = once(sits.socket as unknown as NodeJS.EventEmitter, 'disconnect');
  const recovered = hall.tool(['recover', '--staff', 'admin-1'], `${code.toLowerCase().replaceAll('-', ' ')}\n`);
  expect(recovered).toMatchObject({ status: 0, told: { ok: true, pin: expect.stringMatching(/^\d{6}$/) } });
  // Whoever sits there by the old PIN is out, and the old PIN is no more.
  await cut;
  expect((await hall.sit('admin-1', demoPin)).signedIn).toMatchObject({ ok: false });
  expect(hall.tool(['recover', '--staff', 'admin-1'], `${code}\n`)).toMatchObject({ status: 2, told: { refusal: 'recoveryUnknown' } });
  await hall.stop();
  await hall.start();
  const again = await hall.sit('admin-1', recovered.told['pin'] as string);
  expect(again.signedIn).toMatchObject({ ok: true, role: 'admin', mustSetPin: true });
  const own = await again.socket.timeout(30_000).emitWithAck('command', { type: 'setOwnPin', commandId: 'command-own-pin', pin: '905173' }) as Answer;
  expect(own.ok).toBe(true);
  expect(hall.tool(['recover', '--staff', 'admin-1'], `${code}\n`)).toMatchObject({ status: 2, told: { refusal: 'recoveryUnknown' } });
}, 300_000);

test('§4 the sealed code is guessed slowly, also by whoever pulls the plug in between; the tools refuse what is not exactly right', async () => {
  const hall = await openHall();
  expect(hall.tool(['recovery-code'])).toMatchObject({ status: 0 });
  const wrong = () => hall.tool(['recover', '--staff', 'admin-1'], 'AAAA-AAAA-AAAA-AAAA-AAAA\n').told;
  const waits = [];
  for (let tried = 1; tried <= 5; tried++) waits.push(wrong()['waitMs']);
  expect(waits).toEqual([0, 0, 0, 0, 15_000]);
  await hall.stop('SIGKILL');
  expect(readFileSync(join(hall.data, recoveryTriesFileName), 'utf8')).toContain('"wrong":5');
  await hall.start();
  expect(wrong()).toMatchObject({ refusal: 'recoveryWrong', waitMs: expect.any(Number) as number });
  expect(wrong()['waitMs']).toBeGreaterThan(0);
  for (const [args, input] of [[['recover'], 'x'], [['recover', '--staff', 'admin-1'], 'short'], [['recover', '--staff', '../x'], 'AAAA-AAAA-AAAA-AAAA-AAAA'], [['recovery-code', '--staff', 'admin-1'], '']] as const) {
    expect(hall.tool(args, `${input}\n`)).toMatchObject({ status: 2, told: { refusal: 'badArguments' } });
  }
  await hall.stop();
  expect(hall.tool(['recovery-code'])).toMatchObject({ status: 2, told: { refusal: 'agentAway' } });
}, 300_000);
