/* A thief with every file of the town and none of its keys learns no name, number or phone: people whose words exist nowhere else go through a day, and then every byte is looked at. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import { syntheticCard } from '@kuaizhao/kiosk/host/dev/people.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { openEmbedded } from '@kuaizhao/db/city/store/embedded.ts';
import { makeBackupKey } from '@kuaizhao/db/sealing/sealed-file.ts';
import { operateHall } from '@kuaizhao/sync-agent/hall/operator/operator.ts';
import { archiveOf } from '../../fixtures/city/hub.ts';
import { factOf } from '../../fixtures/engine.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { eventually } from '../stage/eventually.ts';
import { canariesBelow, canariesIn, formsOf } from './canaries.ts';
import { atConsole, atKiosk, storyDir } from '../stage/stage.ts';
import { startTown } from '../../town/town.ts';

const worker = syntheticCard('鹮鸫鹛', 'male', '19780412', 871);
const boss = syntheticCard('鹪鹩鹲', 'male', '19700101', 872);
const [phone, said, note] = ['13917283646', '鸬鹚没给工钱', '住在鸸鹋巷七号'];
const names = [worker.name, boss.name];
const words = [...names, worker.number, boss.number, phone, said, note];

test('canary people: every file of hall, kiosk and city, the sealed backup, the logs, what boards hear and every address asked for; papers carry what they must', async () => {
  const dir = storyDir();
  let heard = '';
  const log = pino({ level: 'trace' }, new Writable({ write(chunk: Buffer, _encoding, done) { heard += chunk.toString(); done(); } }));
  const town = await startTown({ dir, log });
  let open = true;
  const close = async (): Promise<void> => { if (open) await town.close(); open = false; };
  onTestFinished(close);
  const asked: string[] = [];
  const fetched = async (url: string): Promise<void> => { asked.push(url, await (await fetch(url)).text()); };
  const told: string[] = [];
  const board = io(town.hall.urls.agent + namespaces.board, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId: 'board-thief' } });
  onTestFinished(() => { board.close(); });
  board.onAny((...parts: unknown[]) => { told.push(JSON.stringify(parts)); });

  // The day: a first visit, a posting, a call, a hire with its slip; a phone told later, a quarrel, a note.
  const { person, papers } = await atKiosk(town);
  const number = await person.register(worker, '0201');
  await person.sees('number', (screen) => screen.paper.kind === 'printed');
  await person.leave();
  expect(await person.post(boss, '0201', 1, Date.now())).toBe('J001');
  await person.sees('posted', (screen) => screen.paper.kind === 'printed');
  await person.leave();
  const [host, clerk] = [await atConsole(town.hall.urls.agent), await atConsole(town.hall.urls.agent, 'clerk-1')];
  const jobId = await eventually('the job', () => host.floor?.jobs.find((one) => one.number === 'J001')?.jobId);
  const call = factOf(await host.ask({ type: 'callForJob', tableId: 't1', jobId, count: 1 }), 'ticketCalled');
  factOf(await host.ask({ type: 'confirmHire', callId: call.callId, agreedPay: { amountFen: 22_000, unit: 'day' }, settlement: 'atOnce' }), 'hireConfirmed');
  await eventually('the slip', () => papers().some((paper) => paper.includes('H001')));
  factOf(await clerk.ask({ type: 'changeContact', who: { by: 'card', card: { layout: 'resident', name: worker.name, sex: 'male', birth: '19780412', number: worker.number } }, phone }), 'profileChanged');
  const { employerId } = town.hall.db.view.employersOf(boss.number)[0] ?? { employerId: '' };
  factOf(await clerk.ask({ type: 'openDispute', kind: 'wageArrears', employerId, evidence: [], statement: said, printer: { printer: 'printer-1', ready: false } }), 'disputeOpened');
  factOf(await clerk.ask({ type: 'giveOpinion', stars: 1, reasons: ['payTrouble'], text: note }), 'opinionGiven');
  for (const url of [town.city!.urls.city, `${town.city!.urls.city}/api/figures`, town.hall.urls.board, town.hall.urls.console]) await fetched(url);
  await eventually('the city to have it all', () => town.hall.uplinkState() === 'caughtUp');

  // With everything running, the write-ahead log too; then at rest, with a backup for the offline key.
  const running = canariesBelow(dir, words);
  expect(running.found).toEqual([]);
  expect(running.files).toEqual(expect.arrayContaining(['hall/hall.db', 'hall/hall.db-wal']));
  await close();
  mkdirSync(join(dir, 'away'));
  expect(operateHall({ data: join(dir, 'hall'), hallId: hallSettings.hallId, backupKey: makeBackupKey().publicKey }, 'backup', { json: true, file: join(dir, 'away', 'day.kzb') }, Date.now())).toMatchObject({ ok: true, sealed: true });
  const rest = canariesBelow(dir, words);
  expect(rest.found).toEqual([]);
  expect(rest.files.some((path) => path.startsWith('city/pglite'))).toBe(true);
  // The city's archive is packed, and a pack shows no words to whoever looks at bytes: opened, there are none either.
  const city = await openEmbedded(join(dir, 'city'));
  const archive = await archiveOf(city, hallSettings.hallId);
  await city.close();
  expect(archive.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['workerRegistered', 'jobPosted', 'hireConfirmed', 'disputeOpened', 'opinionGiven']));
  expect(canariesIn(Buffer.from(JSON.stringify(archive)), 'archive', words)).toEqual([]);
  expect([rest.files.includes('away/day.kzb'), rest.bytes > 1_000_000, readdirSync(dir).some((name) => name.startsWith('kiosk'))]).toEqual([true, true, true]);

  expect(canariesIn(Buffer.from(heard), 'log', words)).toEqual([]);
  expect(heard.length).toBeGreaterThan(100);
  expect(canariesIn(Buffer.from(told.join('\n')), 'board', words)).toEqual([]);
  expect(told.join('')).toContain(number);
  expect(canariesIn(Buffer.from(asked.join('\n')), 'web', words)).toEqual([]);
  // Papers: the slip of the hire names both who signed it; no paper says a number or a phone, and the others no name.
  const printed = papers();
  for (const paper of printed) expect(canariesIn(Buffer.from(paper), 'paper', [worker.number, boss.number, phone])).toEqual([]);
  expect(printed.filter((paper) => names.every((name) => paper.includes(name))).length).toBeGreaterThan(0);
});

test('the look finds what is planted, in each way of writing', () => {
  const dir = storyDir();
  for (const [n, form] of formsOf(worker.name).entries()) {
    writeFileSync(join(dir, `leak-${n}`), Buffer.concat([Buffer.from('before'), form, Buffer.from('after')]));
  }
  const { found, files } = canariesBelow(dir, [worker.name]);
  expect(found).toHaveLength(files.length);
  for (const before of ['', 'a', 'ab']) expect(canariesIn(Buffer.from(Buffer.from(`${before}${worker.number}${before}`).toString('base64')), 'base64', [worker.number])).toHaveLength(1);
  expect(canariesIn(Buffer.from('nobody'), 'nothing', words)).toEqual([]);
});
