/* What a simulated hall knows of people, on the same disk as its journal: it goes back with it, and what the real agent asks of it is answered from there. */
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { erasureWordSchema } from '@kuaizhao/db/domain/feeds/bodies.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { nextClock, type FieldClock } from '@kuaizhao/db/domain/people/sharing/clock.ts';
import type { HearErasure } from '@kuaizhao/db/domain/people/sharing/commands.ts';
import type { HearErasuresParts } from '@kuaizhao/sync-agent/hall/people/hear-erasures.ts';
import type { MemoryJournal } from '../../../fixtures/city/memory-journal.ts';
import { shown, type FeedsDisk } from '../feeds/hall-feeds.ts';
import type { World } from '../world.ts';
import { isAboutPeople, markFor, personOf, sharedFact, type Boxed, type Person } from './words.ts';

/** Never changed, only replaced. */
interface PeopleTables { /** by worker id */ readonly known: ReadonlyMap<string, Boxed>; readonly heard: ReadonlySet<string>; readonly newest: Pick<FieldClock, 'at' | 'n'> }
/** `versions`: the last ones, each as of a row of the journal. */
export interface PeopleDisk { versions: readonly { readonly seq: number; readonly tables: PeopleTables }[] }
export interface DiskWithPeople { readonly journal: MemoryJournal; readonly people: PeopleDisk; readonly feeds: FeedsDisk }

/** More than a disk loses at once. */
const keptVersions = 60;
const empty: PeopleTables = { known: new Map(), heard: new Set(), newest: { at: 0, n: 0 } };
const trades = ['0101', '0102', '0201', '0301'] as const;

export const tablesOf = ({ people }: Pick<DiskWithPeople, 'people'>): PeopleTables => people.versions.at(-1)?.tables ?? empty;

/** The tables are those of a journal that has gone back. */
export function goBack({ journal, people }: DiskWithPeople): void {
  people.versions = people.versions.filter(({ seq }) => seq <= journal.head().seq);
}

function put({ journal, people }: DiskWithPeople, tables: PeopleTables): void {
  people.versions = [...people.versions, { seq: journal.head().seq, tables }].slice(-keptVersions);
}

/** After these facts came into the journal: written here, or read back. What another machine of this hall has done is done again here: it may not have known the same people. */
export function foldPeople(disk: DiskWithPeople, facts: readonly Fact[], readBack = false): void {
  const about = facts.filter(isAboutPeople);
  if (about.length === 0) return;
  const { known, heard, newest } = tablesOf(disk);
  const [left, done] = [new Map(known), new Set(heard)];
  for (const fact of about) {
    if (fact.type === 'erasureHeard' && !readBack) done.add(fact.erasure.erasureId);
    if (fact.type !== 'workerErased') continue;
    left.delete(fact.workerId);
    disk.journal.blank(fact.workerId);
    if (fact.everywhere !== undefined && !readBack) done.add(fact.everywhere.erasureId);
  }
  put(disk, { known: left, heard: done, newest });
}

/** Somebody registers, or says what else he can do: the facts, and what the tables are with them once they are written. */
export function tellOf({ chance, now }: World, disk: DiskWithPeople, hallId: string, person: Person): { readonly facts: readonly Fact[]; readonly written: () => void } {
  const { known, heard, newest } = tablesOf(disk);
  const [workerId, before] = [...known].find(([, one]) => one.person === person) ?? [`w-${chance.hex(6)}`, undefined];
  const clock = nextClock([newest], now());
  const boxed: Boxed = { person, registeredAt: before?.registeredAt ?? now(), fields: { trades: { value: [chance.pick(trades)], clock: { ...clock, by: hallId } } } };
  return { facts: [sharedFact(workerId, boxed)], written: () => { put(disk, { known: new Map([...known, [workerId, boxed]]), heard, newest: clock }); } };
}

const receipt = '20261121-001';
const erased = (workerId: string): Fact => ({ type: 'workerErased', workerId, receipt, reason: 'personAsked' });

/** Somebody asks at the desk to be erased everywhere; nothing when the hall does not know who that is. */
export function eraseHere({ chance, now }: World, disk: DiskWithPeople, person: Person): readonly Fact[] {
  return [...tablesOf(disk).known].flatMap(([workerId, one]) => (one.person === person ? [{ ...erased(workerId), everywhere: { ...markFor(person, `e-${chance.hex(6)}`), at: now() - 1 } } as Fact] : []));
}

/** What the real agent asks; `append` writes facts in one operation, or throws. */
export function peopleFace(disk: DiskWithPeople, append: (facts: readonly Fact[]) => void): Pick<HearErasuresParts, 'db' | 'engine'> {
  return {
    db: { faces: { people: {
      erasuresToHear() {
        const { heard } = tablesOf(disk);
        const rows = [...shown(disk.feeds.copies, 'erasures')].filter(([key]) => !heard.has(key));
        const erasures = rows.flatMap(([, body]) => erasureWordSchema.safeParse(parsedJson(body)).data ?? []);
        return { erasures, strange: 0 };
      },
      findErased({ erasure, at }) {
        const person = personOf(erasure);
        return { workerIds: [...tablesOf(disk).known].filter(([, one]) => one.person === person && one.registeredAt <= at).map(([workerId]) => workerId), next: undefined };
      },
    } } },
    engine: {
      handle(command) {
        const { erasure, at, workerIds } = command as HearErasure;
        append([...workerIds.map(erased), { type: 'erasureHeard', erasure, at, records: workerIds.length }]);
        return Promise.resolve({ ok: true, commandId: '' } as never);
      },
    },
  };
}
