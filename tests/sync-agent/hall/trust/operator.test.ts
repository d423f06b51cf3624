/* The operator's commands for devices, against an agent that runs. */
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { systemClock } from '@kuaizhao/sync-agent/hall/clock.ts';
import { runDevices } from '@kuaizhao/sync-agent/hall/operator/devices.ts';
import { livePath } from '@kuaizhao/sync-agent/hall/operator/live-door.ts';
import { enrolHere } from '@kuaizhao/kiosk/host/agent/enrol-here.ts';
import { readTrust } from '@kuaizhao/kiosk/host/agent/trust-file.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { hallConfig } from '../../../town/town.ts';
import { arrived, connect, openLanHall } from './lan-hall.ts';

async function office() {
  const dir = tempDir();
  const hall = await openLanHall(systemClock, dir);
  const { listen: _plain, town: _town, ...config } = hallConfig(dir);
  const path = join(dir, 'hall.json');
  writeFileSync(path, JSON.stringify({ ...config, kiosks: [], lan: { host: '127.0.0.1', port: 7443 } }));
  const lines: string[] = [];
  const run = (args: readonly string[], reads = (): Promise<string> => Promise.resolve('')) =>
    runDevices([...args, '--config', path], { print: (line) => { lines.push(line); }, read: reads, after: (ms, then) => { systemClock.after(ms, then); } });
  return { ...hall, dir, path, lines, run };
}
const kiosk = ['enrol', '--device', 'kiosk-1', '--role', 'kiosk', '--name', '一号机', '--printer', 'printer-1'];
async function within(lines: readonly string[], wanted: RegExp): Promise<string> {
  const found = (): string => wanted.exec(lines.join('\n'))?.[0] ?? '';
  await expect.poll(found, { timeout: 10_000 }).not.toBe('');
  return found();
}

test('enrol, devices, revoke: the code on one screen, the same signs on both, a yes, a list, and out', async () => {
  const { url, lines, run } = await office();
  const data = tempDir();
  const atKiosk: string[] = [];
  const enrolling = run(kiosk, async () => {
    const signs = await within(atKiosk, /[0-9A-Z]{5}-[0-9A-Z]{5}/);
    return lines.join('\n').includes(`核对码 ${signs}`) ? 'y' : 'n';
  });
  const code = (await within(lines, /\d{4} \d{4}/)).replace(' ', '');
  expect(await enrolHere({ deviceId: 'kiosk-1', printerId: 'printer-1', data, url, code, say: (line) => { atKiosk.push(line); } })).toBe(0);
  expect(await enrolling).toBe(0);
  const trust = readTrust(data);
  if (trust === undefined) throw new Error('no trust');
  const line = await arrived(connect(url, namespaces.kiosk, trust));
  lines.length = 0;
  expect(await run(['devices'])).toBe(0);
  expect(lines.join('\n')).toMatch(/^kiosk-1 {2}kiosk {2}一号机 {2}有效到/);
  expect(await run(['revoke', '--device', 'kiosk-1'])).toBe(0);
  await expect.poll(() => line.connected).toBe(false);
  expect(await run(['revoke', '--device', 'kiosk-1'])).toBe(2);
  expect(lines.at(-1)).toContain('已停用');
});

test('a no lets nobody in; a wrong code, another device id and arguments that are not right are each one line', async () => {
  const { hall, trust, url, lines, run } = await office();
  const data = tempDir();
  const said: string[] = [];
  const here = (code: string, deviceId = 'kiosk-1') => enrolHere({ deviceId, printerId: 'printer-1', data, url, code, say: (line) => { said.push(line); } });
  expect(await here('12345678')).toBe(2);
  expect(said.pop()).toContain('没有打开登记');
  expect([await here('1234'), said.pop()]).toEqual([2, expect.stringContaining('八位')]);
  const enrolling = run(kiosk, () => Promise.resolve('n'));
  const code = (await within(lines, /\d{4} \d{4}/)).replace(' ', '');
  expect(await here(code === '00000000' ? '00000001' : '00000000')).toBe(2);
  expect(said.pop()).toContain('不对');
  expect(await here(code)).toBe(2);
  expect(said.pop()).toContain('没有确认');
  expect(await enrolling).toBe(2);
  expect(hall.db.faces.devices.enrolledDevices()).toEqual([]);
  expect(readTrust(data)).toBeUndefined();
  for (const args of [['enrol'], ['revoke'], ['enrol', '--device', 'x', '--role', 'nobody', '--name', 'x'], ['devices', '--signs', 'x'], ['devices', 'twice']]) expect(await run(args)).toBe(2);
  expect(lines.at(-1)).toContain('参数不对');
  expect(trust.enrolment.now()).toBeUndefined();
});

test('the door of the operator is for the agent’s own user, and without an agent the command says so', async () => {
  const { hall, dir, lines, run } = await office();
  expect(statSync(livePath(join(dir, 'hall'))).mode & 0o077).toBe(0);
  await hall.close();
  expect(await run(['devices'])).toBe(2);
  expect(lines.at(-1)).toContain('没有运行');
});

test('§7 the door of the operator refuses what is no question, and who never ends a line is shown out', async () => {
  const { dir } = await office();
  const socket = connectSocket(livePath(join(dir, 'hall')));
  await once(socket, 'connect');
  socket.write('{"ask":"devices","more":1}\nnot a question\n');
  let told = '';
  socket.on('data', (piece: Buffer) => { told += piece.toString(); }).on('error', () => undefined);
  const malformed = '{"ok":false,"refusal":"malformed"}';
  await expect.poll(() => told).toBe(`${malformed}\n${malformed}\n`);
  socket.write('x'.repeat(100_000));
  await expect.poll(() => socket.closed).toBe(true);
});
