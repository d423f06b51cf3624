/* The sample city: a real hub, and fifteen halls whose mornings go to it through the real uplink. Staff write the directory at the desk's own door. */
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { businessDayAt, dayStart } from '@kuaizhao/db/domain/queue/business-day.ts';
import { shippedThresholds } from '@kuaizhao/db/domain/registry/alarms.ts';
import type { CityConfig } from '@kuaizhao/sync-agent/city/config.ts';
import { startCity, type City } from '@kuaizhao/sync-agent/city/start-city.ts';
import { openIdentityFile } from '@kuaizhao/sync-agent/hall/uplink/identity-file.ts';
import { createUplink, type Uplink } from '@kuaizhao/sync-agent/hall/uplink/uplink.ts';
import { memoryJournal } from '../../fixtures/city/memory-journal.ts';
import { morning } from '../../fixtures/city/morning.ts';
import { seeded, type Seeded } from '../../fixtures/city/seeded.ts';
import { newStaff, setOwnPins } from '../../fixtures/city-staff.ts';
import { writeDirectory } from '../write-directory.ts';
import { sampleHalls } from './halls.ts';

/** Only for a city that exists nowhere. */
export const samplePin = '246810';
const keyOf = (hallId: string): string => `key of the sample hall ${hallId}`;
/** Each hall goes on by an operation this often, so that the pages live. */
const stepMs = 1_500;

export interface SampleCity { readonly city: City; /** One operation at every hall. */ readonly step: () => void; /** The city has all that its halls have told. */ readonly caughtUp: () => boolean; close(): Promise<void> }

/** `operations`: of the biggest hall before the city opens; the others have fewer. Days gone by come first, so that trends have something to show. */
export async function startSampleCity({ dir, port = 0, operations = 400, days = 5, now = Date.now, alive = false, map, log = pino({ level: 'silent' }) }: { readonly dir: string; readonly port?: number; readonly operations?: number; readonly days?: number; readonly now?: () => number; readonly alive?: boolean; /** the city's own map, else the schematic */ readonly map?: CityConfig['map']; readonly log?: Logger }): Promise<SampleCity> {
  const people = ([['viewer-1', '查看员样例', 'viewer'], ['editor-1', '编辑员样例', 'editor'], ['supervisor-1', '主管样例', 'supervisor'], ['supervisor-2', '值班长样例', 'supervisor']] as const).map(([staffId, name, role]) => ({ staffId, name, role, pin: samplePin }));
  const city = await startCity({
    listen: { host: '127.0.0.1', port }, database: 'embedded', data: join(dir, 'city'), staff: await newStaff(people), ...(map === undefined ? {} : { map }), halls: sampleHalls.map(({ hallId, name }) => ({ hallId, name, key: keyOf(hallId) })),
  }, log.child({ process: 'city' }), { now });
  await setOwnPins(city.urls.city, people);
  await writeDirectory(city.urls.city, { staffId: 'supervisor-1', pin: samplePin }, [...sampleHalls.map((hall) => ({ kind: 'hall' as const, name: hall.hallId, body: hall })), { kind: 'thresholds', name: 'all', body: { ...shippedThresholds, waiting: 60 } }]);
  const halls = sampleHalls.map(({ hallId, level }, index) => startSampleHall({ hallId, index, url: city.urls.uplink, dir, now, days, operations: Math.ceil(operations / ({ city: 1, district: 2, town: 4 } as const)[level ?? 'town']), log }));
  const step = (): void => { for (const hall of halls) hall.step(); };
  const timer = alive ? setInterval(step, stepMs) : undefined;
  return {
    city, step, caughtUp: () => halls.every(({ uplink }) => uplink.uplinkState() === 'caughtUp'),
    async close() {
      clearInterval(timer);
      await Promise.all(halls.map(({ uplink }) => uplink.close()));
      await city.close();
    },
  };
}

interface HallPlan { readonly hallId: string; readonly index: number; readonly url: string; readonly dir: string; readonly now: () => number; readonly days: number; readonly operations: number; readonly log: Logger }

function startSampleHall({ hallId, index, url, dir, now, days, operations, log }: HallPlan): { readonly uplink: Uplink; readonly step: () => void } {
  const chance = seeded(index + 1);
  const today = dayStart(businessDayAt(now()));
  let told = today - days * 86_400_000;
  const journal = memoryJournal(randomBytes(8).toString('hex'), () => told);
  const dress = dresser(chance);
  let next = (): ReturnType<ReturnType<typeof morning>> => [];
  for (let day = days; day >= 0; day -= 1) {
    const start = today - day * 86_400_000 + 5 * 3_600_000;
    next = morning(chance, `${hallId}-${day}`, { start: day === 0 ? now() : start, firstDay: businessDayAt(start), oneDay: true });
    const many = Math.round(operations * (0.7 + chance.unit() * 0.6));
    for (let n = 0; n < many; n += 1) {
      told = start + n * 20_000;
      journal.append(next().map(dress));
    }
  }
  mkdirSync(join(dir, hallId), { recursive: true });
  const uplink = createUplink({
    url, key: keyOf(hallId), hallName: hallId, journal, identity: openIdentityFile(join(dir, hallId), hallId, (bytes) => randomBytes(bytes).toString('hex')), clock: now,
    timer: { after: (delayMs, run) => { const timer = setTimeout(run, delayMs); return () => clearTimeout(timer); } }, random: { unit: () => chance.unit(), hex: (bytes) => chance.hex(bytes) }, log: log.child({ process: hallId }),
  });
  return {
    uplink,
    step() {
      told = now();
      journal.append(next().map(dress));
      uplink.wake();
    },
  };
}

const places = ['奥体中路', '经十路', '工业北路', '段店北路', '大学科技园', '绣惠镇'];
/** One job in so many pays what nobody should be paid: the clues have something to find. */
const lowPayOneIn = 60;

/** Jobs of the sample have a place, a number, and an end on their own day; slips of hires are numbered, too. */
function dresser(chance: Seeded): (fact: Fact) => Fact {
  let [jobs, hires] = [0, 0];
  const numbered = (letter: string, n: number): string => `${letter}${String(1 + (n % 999)).padStart(3, '0')}`;
  return (fact) => {
    if (fact.type === 'hireConfirmed') return { ...fact, number: numbered('H', hires++) };
    if (fact.type !== 'jobPosted') return fact;
    const { terms } = fact;
    const pay = chance.below(lowPayOneIn) === 0 ? { kind: 'fixed' as const, amountFen: 9_000, unit: 'day' as const } : terms.pay;
    return { ...fact, number: numbered('J', jobs++), terms: { ...terms, pay, place: chance.pick(places), startAt: terms.startAt + chance.below(12) * 600_000, validUntil: terms.startAt + 10 * 3_600_000 } };
  };
}
