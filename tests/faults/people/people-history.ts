/* People over the line, by seed: fields written in three halls whose clocks jump, told late, twice and in any order; and one hall's real file, whose people are told of in boxes, erased by the city, and put back from backups. */
import { copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pino } from 'pino';
import { nextClock, type FieldClock } from '@kuaizhao/db/domain/people/sharing/clock.ts';
import { mergeFields } from '@kuaizhao/db/domain/people/sharing/merge.ts';
import type { SharedFields } from '@kuaizhao/db/domain/people/sharing/person.ts';
import { checkHallFile } from '@kuaizhao/db/hall/check-file.ts';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { erasureMark } from '@kuaizhao/db/sealing/erasure-mark.ts';
import { createSealedBox } from '@kuaizhao/db/sealing/sealed-box.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { startHearingErasures } from '@kuaizhao/sync-agent/hall/people/hear-erasures.ts';
import { startTellingCity } from '@kuaizhao/sync-agent/hall/people/tell-city.ts';
import { morningStart } from '../../fixtures/city/morning.ts';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';
import { layEmptyHall } from '../../fixtures/empty-hall.ts';
import { hallSettings } from '../../fixtures/hall.ts';
import { person } from '../../fixtures/people.ts';
import type { History } from '../sim/history.ts';

const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const [steps, people, dayMs] = [12, 5, 24 * 3_600_000] as const;
type Wrong = (invariant: string, what: string) => void;
type Fault = (kind: string) => void;

export async function runPeopleHistory(seed: number): Promise<History> {
  const chance = seeded(seed);
  const violations: { invariant: string; hall: string; what: string; at: number }[] = [];
  const byKind = new Map<string, number>();
  const wrong: Wrong = (invariant, what) => { violations.push({ invariant, hall: 'h1', what, at: 0 }); };
  const fault: Fault = (kind) => { byKind.set(kind, (byKind.get(kind) ?? 0) + 1); };
  const told = writeInThreeHalls(chance, wrong, fault);
  await eraseAndPutBack(chance, wrong, fault);
  return { seed, faults: [...byKind.values()].reduce((sum, times) => sum + times, 0), byKind, violations, fingerprint: JSON.stringify(told) };
}

/** Gives where it all ends. */
function writeInThreeHalls(chance: Seeded, wrong: Wrong, fault: Fault): SharedFields {
  const halls = ['h1', 'h2', 'h3'].map((by) => ({ by, seen: { at: 0, n: 0 }, now: morningStart + chance.below(1_000) }));
  const words: SharedFields[] = [];
  let newest: SharedFields['trades'];
  for (let step = 0; step < steps; step++) {
    const hall = chance.pick(halls);
    if (chance.unit() < 0.3) {
      hall.now += chance.below(2 * dayMs) - dayMs;
      fault('clock put elsewhere');
    }
    // Who writes has mostly seen what the others wrote; then nothing of it may win over the new word.
    const sawAll = newest === undefined || chance.unit() < 0.7;
    const clock: FieldClock = { ...nextClock([hall.seen, ...(sawAll && newest !== undefined ? [newest.clock] : [])], hall.now), by: hall.by };
    hall.seen = clock;
    const word: SharedFields = { trades: { value: [chance.pick(['0101', '0102', '0201', '0202', '0301'])], clock } };
    if (sawAll && newest !== undefined && !isDeepStrictEqual(mergeFields({ trades: newest }, word).fields, word)) wrong('I16', 'who had seen everything wrote, and the older word stands');
    newest = mergeFields(newest === undefined ? {} : { trades: newest }, word).fields.trades;
    words.push(word);
  }
  const ends = [words, [...words].reverse(), words.flatMap((word) => (chance.unit() < 0.4 ? [word, chance.pick(words)] : [word]))].map((order) => order.reduce<SharedFields>((known, word) => mergeFields(known, word).fields, {}));
  fault('told in another order');
  fault('told twice');
  if (!ends.every((end) => isDeepStrictEqual(end, ends[0]))) wrong('I8', 'the same words end otherwise in another order');
  return ends[0] ?? {};
}

interface Erased { readonly n: number; readonly at: number; readonly row: { readonly key: string; readonly body: string } }

async function eraseAndPutBack(chance: Seeded, wrong: Wrong, fault: Fault): Promise<void> {
  const root = mkdtempSync(join(place, 'kuaizhao-people-'));
  const [city, erased] = [createSealedBox(Buffer.alloc(32, 7), 'kuaizhao envelope'), new Map<number, Erased>()];
  let [now, life, backup] = [morningStart, 0, ''];
  let hall = openHall(join(root, '0'), chance, () => now);
  try {
    for (let step = 0; step < steps; step++) {
      now += 1_000 + chance.below(60_000);
      const n = chance.below(people);
      hall.hear('codes', [{ key: 'cityKey', body: JSON.stringify({ keyId: '0123456789abcdef', publicKey: city.publicKey }) }]);
      if (!erased.has(n)) await hall.ask({ type: 'registerWorker', commandId: `register-${step}-${n}`, card: person(n), consent: { textVersion: '2026-11', purposes: ['registration', 'sharing'] }, trades: ['0101'] });
      await hall.tell();
      if (chance.unit() < 0.3) backup = hall.copy(join(root, `backup-${step}`));
      if (chance.unit() < 0.25 && !erased.has(n)) {
        const erasure = erasureMark(person(n).number, `erasure-${n}`);
        erased.set(n, { n, at: now, row: { key: erasure.erasureId, body: JSON.stringify({ erasure, at: now }) } });
        fault('erasure');
      }
      if (backup !== '' && chance.unit() < 0.3) {
        hall.close();
        hall = openHall(hall.putBack(backup, join(root, `life-${++life}`)), chance, () => now);
        fault('hall restored');
        // As after a start: a look before the city has said anything.
        await hall.erase();
      }
      if (erased.size === 0) continue;
      hall.hear('erasures', [...erased.values()].map(({ row }) => row));
      await hall.erase();
      for (const { n: gone } of erased.values()) if (hall.knows(person(gone).number)) wrong('I11', 'somebody who was erased is known');
      if (hall.boxes().some((workerId) => !hall.has(workerId))) wrong('I11', 'a box of somebody who was erased is in the journal');
    }
    hall.close();
    if (!checkHallFile(join(hall.dir, 'hall.db'), true).chain) wrong('I11', 'the chain did not outlive an erasure');
  } finally {
    hall.close();
    rmSync(root, { recursive: true, force: true });
  }
}

function openHall(dir: string, chance: Seeded, now: () => number) {
  layEmptyHall(dir);
  const db = openHallDb(dir, chance.hex(8));
  const engine = createEngine({ db, settings: hallSettings, now, newId: () => chance.hex(8), soon: (run) => { setImmediate(run); }, committed: () => undefined, failed: () => undefined });
  const parts = { db, engine, clock: { now, after: () => () => undefined }, settings: hallSettings, newId: () => chance.hex(8), breathe: () => Promise.resolve(), ready: () => true, log: pino({ level: 'silent' }) };
  const [telling, hearing] = [startTellingCity(parts), startHearingErasures(parts)];
  let open = true;
  return {
    dir,
    ask: (command: object) => engine.handle(command, { role: 'kiosk', deviceId: 'kiosk-1', printer: 'printer-1' }),
    async tell() {
      telling.heard([{ type: 'consentGiven', workerId: 'somebody', purpose: 'sharing', textVersion: '2026-11' }]);
      await telling.look();
    },
    /** All that the city says in this feed, from its beginning. */
    hear(feed: 'codes' | 'erasures', rows: readonly { readonly key: string; readonly body: string }[]) {
      db.feeds.apply({ feed, from: 0, to: rows.length, stamp: chance.hex(8), head: rows.length, headStamp: undefined, rows: rows.map((row, at) => ({ ...row, kind: feed, v: 1, at: morningStart, position: at + 1 })) });
      hearing.changed(feed);
    },
    async erase() {
      await hearing.look();
      await hearing.look();
    },
    knows: (number: string): boolean => db.view.workerByNumber(number) !== undefined,
    has: (workerId: string): boolean => db.view.worker(workerId) !== undefined,
    boxes: (): string[] => db.journal.read(1, 10_000).filter((row) => row.table_name === 'share' && row.body.includes('"box"')).map((row) => row.key),
    copy(to: string): string {
      mkdirSync(to, { mode: 0o700 });
      for (const name of ['hall.db', 'hall.db-wal']) if (existsSync(join(dir, name))) copyFileSync(join(dir, name), join(to, name));
      return to;
    },
    /** The backup with this hall's key, ready to be opened at `to`. */
    putBack(backup: string, to: string): string {
      cpSync(backup, to, { recursive: true });
      cpSync(join(dir, 'hall.key'), join(to, 'hall.key'));
      return to;
    },
    close(): void {
      if (open) db.close();
      open = false;
    },
  };
}
