/* The agent and releases: what its operator loads, starts and stops, who gets what over TLS, and what a restart changes. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { alarmRulesOf, alarmsOf } from '@kuaizhao/db/domain/hall/alarms.ts';
import { releaseAskPath, releasePiecePath, releaseSizeHeader, pieceBytes } from '@kuaizhao/sync-agent/contract/release/line.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { herePlatform, sampleRelease, vendor, versionFolder } from '../../../fixtures/releases/releases.ts';
import { tempDir } from '../../../fixtures/engine.ts';
import { byAgent, enrolled } from '../trust/lan-hall.ts';
import { asks, openUpdatingHall, toHall, toldClock, word } from './hall-with-updates.ts';

const minute = 60_000;
const acts = (hall: Awaited<ReturnType<typeof openUpdatingHall>>['hall']) => hall.db.audit.read({ acts: ['updateLoaded', 'updateStarted', 'updateStopped'] }).rows.toReversed().map(({ act, who, device, subject, outcome }) => [act, who, device, subject, outcome].filter((one) => one !== undefined).join(' '));

test('load, list, start, status, stop: each in plain words, each in the audit', async () => {
  const { hall, key, update, data } = await openUpdatingHall();
  expect(await update('list')).toEqual([0, '主机上没有更新文件。no releases here']);
  expect(await update('start', '1.2.0')).toEqual([2, expect.stringContaining('先 update load')]);
  expect(await update('load', await sampleRelease({ key }))).toEqual([0, '好了。done 1.2.0']);
  expect(await update('list')).toEqual([0, `1.2.0  ${herePlatform}  2026-11-20 00:00  屏幕字大了一点`]);
  expect(await update('start', '1.2.0')).toEqual([0, '好了。done 1.2.0']);
  expect(await update('status')).toEqual([0, expect.stringContaining('正在发 1.2.0：先给一台')]);
  expect(await update('stop', '1.1.0')).toEqual([2, expect.stringContaining('没有在发')]);
  expect(await update('stop', '1.2.0')).toEqual([0, '好了。done 1.2.0']);
  expect(await update('status')).toEqual([0, expect.stringContaining('人工停的')]);
  expect(JSON.parse((await update('status', '--json'))[1])).toMatchObject({ ok: true, stage: { version: '1.2.0', stopped: { why: 'asked' } }, kiosks: [] });
  for (const args of [[], ['load'], ['start'], ['start', 'newest'], ['list', '1.2.0'], ['begin', '1.2.0'], ['load', 'x', 'y']]) expect(await update(...args)).toEqual([2, expect.stringContaining('参数不对')]);
  expect(acts(hall)).toEqual(['updateStarted operator 1-2-0 versionUnknown', 'updateLoaded operator 1-2-0 ok', 'updateStarted operator 1-2-0 ok', 'updateStopped operator 1-1-0 noStage', 'updateStopped operator 1-2-0 ok']);
  expect(readdirSync(join(data, 'updates')).toSorted()).toEqual([`1.2.0-${herePlatform}.kzr`, 'state.json']);
  await hall.close();
  expect(await update('list')).toEqual([2, expect.stringContaining('没有运行')]);
});

test('what is not the vendor’s, is damaged, cut or no release, is refused by name and nothing of it stays', async () => {
  const { key, update, data } = await openUpdatingHall();
  const good = await sampleRelease({ key });
  const bytes = readFileSync(good);
  const broken = (content: Buffer): string => {
    const path = join(tempDir(), 'x.kzr');
    writeFileSync(path, content);
    return path;
  };
  const changed = Buffer.from(bytes);
  changed[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
  const cases: readonly (readonly [string, string])[] = [
    [await sampleRelease({ key: vendor() }), 'signatureWrong'], [broken(changed), 'digestWrong'], [broken(bytes.subarray(0, -1)), 'digestWrong'], [broken(Buffer.concat([bytes, Buffer.from('x')])), 'digestWrong'],
    [broken(Buffer.from('no release\n')), 'manifestWrong'], [broken(Buffer.alloc(0)), 'manifestWrong'], [broken(Buffer.from(bytes.toString('latin1').replace('1.2.0', '9.2.0'), 'latin1')), 'signatureWrong'], [join(tempDir(), 'nowhere'), 'unreadable'], [tempDir(), 'unreadable'],
  ];
  for (const [file, refusal] of cases) expect([file, JSON.parse((await update('load', file, '--json'))[1])]).toEqual([file, { ok: false, refusal }]);
  expect(await update('load', cases[0]?.[0] ?? '')).toEqual([2, expect.stringContaining('签名不对')]);
  expect(readdirSync(join(data, 'updates'))).toEqual([]);
  // An agent that speaks another wire would not hear the kiosks again.
  expect((await update('load', await sampleRelease({ key, version: '3.0.0', lan: { from: lanVersion + 1, to: lanVersion + 2 } })))[0]).toBe(0);
  expect(await update('start', '3.0.0')).toEqual([2, expect.stringContaining('请先更新主机')]);
  for (const version of ['1.0.1', '1.0.2', '1.0.3']) expect((await update('load', await sampleRelease({ key, version })))[0]).toBe(0);
  // Three of a platform are kept, the newest.
  expect(readdirSync(join(data, 'updates')).toSorted()).toEqual([`1.0.2-${herePlatform}.kzr`, `1.0.3-${herePlatform}.kzr`, `3.0.0-${herePlatform}.kzr`]);
});

test('a kiosk gets it over its certificate piece by piece, switches in closed hours alone, and the next one follows when it did well', async () => {
  const { clock, pass } = toldClock();
  const open = await openUpdatingHall({ clock, healthyMinutes: 2 });
  const { url, key, update } = open;
  const [one, two] = [await enrolled(open, 'kiosk-1'), await enrolled(open, 'kiosk-2')];
  const file = await sampleRelease({ key, folder: versionFolder({ 'large.bin': Buffer.from(Array.from({ length: 700_000 }, (_one, at) => (at * 7_919) % 251)) }) });
  await update('load', file);
  expect(await asks(url, one)).toEqual({ ok: true, maySwitch: false, againMs: 1_000 });
  await asks(url, two);
  await update('start', '1.2.0');
  expect(await asks(url, one)).toEqual({ ok: true, wanted: '1.2.0', maySwitch: false, againMs: 1_000 });
  expect(await asks(url, two)).toEqual({ ok: true, maySwitch: false, againMs: 1_000 });
  const whole = readFileSync(file);
  const pieces: Buffer[] = [];
  for (let from = 0; from < whole.length;) {
    const { status, headers, bytes } = await toHall(url, releasePiecePath('1.2.0', herePlatform, from), one);
    expect([status, Number(headers[releaseSizeHeader]), bytes.length <= pieceBytes]).toEqual([200, whole.length, true]);
    pieces.push(bytes);
    from += bytes.length;
  }
  expect(Buffer.concat(pieces).equals(whole)).toBe(true);
  expect((await toHall(url, releasePiecePath('1.2.0', herePlatform, whole.length), one)).status).toBe(404);
  // The evening.
  pass(12.5 * 3_600_000);
  expect(await asks(url, one)).toMatchObject({ wanted: '1.2.0', maySwitch: true });
  expect(await asks(url, two)).toMatchObject({ maySwitch: false });
  await asks(url, one, { running: '1.2.0' });
  pass(10.5 * 3_600_000);
  for (let at = 0; at < 5; at += 1) {
    expect(await asks(url, one, { running: '1.2.0' })).toMatchObject({ maySwitch: false });
    pass(minute);
  }
  expect(await asks(url, two)).toMatchObject({ wanted: '1.2.0', maySwitch: false });
});

test('one that went back stops it, staff are alarmed, and a restart of the agent forgets nothing', async () => {
  const { clock } = toldClock(23);
  const dir = tempDir();
  const open = await openUpdatingHall({ clock, dir });
  const kiosk = await enrolled(open);
  await open.update('load', await sampleRelease({ key: open.key }));
  await asks(open.url, kiosk);
  await open.update('start', '1.2.0');
  expect(await asks(open.url, kiosk)).toMatchObject({ wanted: '1.2.0', maySwitch: true });
  await open.hall.close();
  const next = await openUpdatingHall({ clock, dir, key: open.key });
  expect(await asks(next.url, kiosk)).toMatchObject({ wanted: '1.2.0', maySwitch: true });
  expect(next.hall.trust?.updates.trouble()).toBeUndefined();
  expect(await asks(next.url, kiosk, { bad: ['1.2.0'] })).toMatchObject({ maySwitch: false });
  expect(await asks(next.url, kiosk, { bad: ['1.2.0'] })).not.toHaveProperty('wanted');
  const trouble = next.hall.trust?.updates.trouble();
  expect(trouble).toMatchObject({ deviceId: 'kiosk-1' });
  expect(alarmsOf({ services: [], windows: [], devices: [], unheard: 0, papers: 0, update: trouble }, alarmRulesOf({}), clock.now())).toMatchObject([{ kind: 'update', about: 'kiosk-1' }]);
  expect(acts(next.hall).at(-1)).toBe('updateStopped agent kiosk-1 1-2-0 rolledBack');
  await next.hall.close();
  const third = await openUpdatingHall({ clock, dir, key: open.key });
  expect(third.hall.trust?.updates.trouble()).toEqual(trouble);
  expect(await third.update('status')).toEqual([0, expect.stringMatching(/已停.*退回了旧版.*kiosk-1[\s\S]*起不来 never came up: 1\.2\.0/)]);
  await third.update('stop', '1.2.0');
  expect(third.hall.trust?.updates.trouble()).toBeUndefined();
  // Why it stopped stays to be read.
  expect(await third.update('status')).toEqual([0, expect.stringMatching(/退回了旧版.*kiosk-1.*已有人看过/)]);
  // Without the key that signed it a release that lies there is none any more.
  await third.hall.close();
  const other = await openUpdatingHall({ clock, dir });
  expect(await other.update('list')).toEqual([0, expect.stringContaining('没有更新文件')]);
});

test('a kiosk that is switched off holds nobody back for longer than a day: it is named, another one is the first, it gets its version when it is back, and when that fails it stops for everybody', async () => {
  const { clock, pass } = toldClock();
  const open = await openUpdatingHall({ clock, healthyMinutes: 2 });
  const { url, key, update, trust } = open;
  const [one, two, three] = [await enrolled(open, 'kiosk-1'), await enrolled(open, 'kiosk-2'), await enrolled(open, 'kiosk-3')];
  await update('load', await sampleRelease({ key }));
  for (const line of [one, two, three]) await asks(url, line);
  await update('start', '1.2.0');
  expect(trust.updates.seen().stage).toMatchObject({ step: 'one', waits: 'night', has: 0, of: 3 });
  // The first one is switched off; the others go on.
  for (let at = 1; at < 144; at += 1) {
    pass(10 * minute);
    expect(await asks(url, at % 12 === 0 ? three : two)).not.toHaveProperty('wanted');
  }
  pass(10 * minute);
  expect(await asks(url, two)).toMatchObject({ wanted: '1.2.0' });
  expect(await update('status')).toEqual([0, expect.stringMatching(/先给一台[\s\S]*kiosk-1 {2}1\.0\.0 {2}没开机 switched off[\s\S]*kiosk-2 {2}1\.0\.0 {2}正常 well.*在名单里/)]);
  for (let at = 0; at < 4; at += 1) { pass(minute); await asks(url, two, { running: '1.2.0' }); }
  expect(await asks(url, three)).toMatchObject({ wanted: '1.2.0' });
  await asks(url, three, { running: '1.2.0' });
  expect(trust.updates.seen()).toMatchObject({ stage: { step: 'all', waits: 'done', has: 2, of: 3 }, kiosks: [{ deviceId: 'kiosk-1', off: true, given: true }, { off: false }, { off: false }] });
  // It is back.
  expect(await asks(url, one)).toMatchObject({ wanted: '1.2.0' });
  expect(trust.updates.seen()).toMatchObject({ stage: { waits: 'night' }, kiosks: [{ deviceId: 'kiosk-1', off: false }, {}, {}] });
  expect(await asks(url, one, { bad: ['1.2.0'] })).not.toHaveProperty('wanted');
  expect(trust.updates.seen().stage?.stopped).toMatchObject({ why: 'rolledBack', deviceId: 'kiosk-1' });
  expect(trust.updates.trouble()).toMatchObject({ deviceId: 'kiosk-1' });
});

test('§6 nobody but a kiosk in force hears of releases, and what is no question is refused', async () => {
  const open = await openUpdatingHall();
  const { url, key, trust, said } = open;
  const kiosk = await enrolled(open);
  const board = await enrolled(open, 'board-9', 'board');
  await open.update('load', await sampleRelease({ key }));
  const piece = releasePiecePath('1.2.0', herePlatform, 0);
  const stranger = { authority: trust.authority.pem, deviceId: 'kiosk-1' };
  for (const line of [stranger, { ...kiosk, deviceId: 'kiosk-2' }, board, { ...board, deviceId: 'kiosk-1' }]) {
    expect((await toHall(url, releaseAskPath, line, word())).status).toBe(403);
    expect((await toHall(url, piece, line)).status).toBe(403);
  }
  expect((await toHall(url, piece, kiosk, undefined, { origin: url })).status).toBe(403);
  for (const body of ['', '{', '[]', JSON.stringify(word({ more: 1 })), JSON.stringify(word({ running: 'x' })), JSON.stringify(word({ platform: 'mips' })), JSON.stringify(word({ bad: Array.from({ length: 21 }, () => '1.0.0') })), JSON.stringify({ ...word(), notes: 'x'.repeat(4_000) })]) {
    expect((await toHall(url, releaseAskPath, kiosk, body)).status).toBe(400);
  }
  expect(said.filter((line) => line.includes('"malformed"')).length).toBeGreaterThan(6);
  for (const path of ['/release/1.2.0/linux-x64/../../../hall.key', '/release/1.2.0/linux-x64/-1', '/release/1.2.0/linux-x64/1e3', '/release/%2e%2e/linux-x64/0', '/release/state.json', '/release/1.2.0/nothing-x64/0', '/release/1.2.9/linux-x64/0', '/release/']) expect((await toHall(url, path, kiosk)).status).toBe(404);
  expect((await toHall(url, piece, kiosk)).status).toBe(200);
  expect((await byAgent(open.hall, 'revokeDevice', { deviceId: 'kiosk-1' })).ok).toBe(true);
  expect((await toHall(url, piece, kiosk)).status).toBe(403);
});
