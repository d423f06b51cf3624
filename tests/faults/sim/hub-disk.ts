/* The hub's memory in the simulation: what is committed stays, whatever else was under way when the process ended was never there. True to the interface that PostgreSQL serves in the field. */
import { feedOf } from '@kuaizhao/db/domain/feeds/feed.ts';
import type { FeedStore } from '@kuaizhao/db/city/feeds/store.ts';
import { ownStamp, type Cursor } from '@kuaizhao/db/city/journal/cursor.ts';
import type { ArchivedRow, Gap, HallChange, JournalStore, JournalTx, LockedHall, Quarantined } from '@kuaizhao/db/city/journal/store.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { copyCity, readShelf, type CityShelf } from './feeds/city-shelf.ts';
import { blanked, copyPeople, foldedAs, hearPeople, isToldOf, noPeople, workPeople, type CityPeople } from './people/city-people.ts';
import { Crashed, type World } from './world.ts';

export interface HallShelf {
  install: string | null; token: string | null; handed: readonly string[]; epoch: string | null; quarantined: number;
  readonly retired: Set<string>;
  readonly cursors: Map<string, Cursor>;
  readonly ops: Set<string>;
  readonly archive: ArchivedRow[];
  waiting: readonly Quarantined<ArchivedRow>[];
  /** rows that never came and that the hall keeps no longer, as far as somebody was told */
  readonly gaps: Gap[];
  /** what was folded into the tables, in order */
  readonly folded: string[];
}
const emptyShelf = (): HallShelf => ({ install: null, token: null, handed: [], epoch: null, quarantined: 0, retired: new Set(), cursors: new Map(), ops: new Set(), archive: [], waiting: [], gaps: [], folded: [] });
const copyOf = (shelf: HallShelf): HallShelf => ({
  ...shelf, retired: new Set(shelf.retired), cursors: new Map(shelf.cursors), ops: new Set(shelf.ops), archive: [...shelf.archive], folded: [...shelf.folded], gaps: [...shelf.gaps],
});

const copyHalls = (halls: ReadonlyMap<string, HallShelf>): Map<string, HallShelf> => new Map([...halls].map(([hallId, shelf]) => [hallId, copyOf(shelf)]));

export interface HubDisk {
  readonly halls: Map<string, HallShelf>;
  readonly city: CityShelf;
  readonly people: CityPeople;
  /** A piece of the people's own work, unless rows are being written. */
  workPeople(): void;
  /** The store as one process has it: dead with the process. */
  open(alive: () => boolean, crash: () => void): JournalStore;
  /** Each is called at each commit, with the hall whose rows it is about. */
  onCommit(look: (hallId: string, shelf: HallShelf) => void): void;
  /** A person gives the hall a new key: whichever machine shows it is the hall. */
  admit(hallId: string): void;
  backup(): void;
  /** Gives back what the last backup had; false when there was none. */
  restore(): boolean;
}

export function createHubDisk(world: World, hallIds: readonly string[], crashShare: number): HubDisk {
  let halls = new Map(hallIds.map((hallId) => [hallId, emptyShelf()]));
  let city: CityShelf = new Map();
  let people = noPeople();
  let writing = 0;
  let kept: { readonly halls: Map<string, HallShelf>; readonly city: CityShelf; readonly people: CityPeople } | undefined;
  const looks: ((hallId: string, shelf: HallShelf) => void)[] = [];
  const locks = new Map<string, Promise<void>>();
  return {
    get halls() { return halls; },
    get city() { return city; },
    get people() { return people; },
    workPeople() {
      if (writing > 0 || (people.due.length === 0 && [...people.erasures.values()].every(({ done }) => done))) return;
      workPeople(people, city, world, (hallId, workerId) => {
        const shelf = halls.get(hallId);
        if (shelf === undefined) return;
        for (const [at, row] of shelf.archive.entries()) if (isToldOf(row, workerId)) shelf.archive[at] = blanked(row);
        shelf.waiting = shelf.waiting.map((one) => (isToldOf(one.row, workerId) ? { ...one, row: blanked(one.row) } : one));
      });
    },
    onCommit(look) { looks.push(look); },
    admit(hallId) {
      const shelf = halls.get(hallId);
      if (shelf === undefined) return;
      Object.assign(shelf, { install: null, token: null, handed: [] });
      shelf.retired.clear();
    },
    backup() { kept = { halls: copyHalls(halls), city: copyCity(city), people: copyPeople(people) }; },
    restore() {
      if (kept === undefined) return false;
      halls = copyHalls(kept.halls);
      city = copyCity(kept.city);
      people = copyPeople(kept.people);
      return true;
    },
    open(alive, crash) {
      /** Every wait of a transaction is a moment at which the process may end. */
      const moment = async (where: string): Promise<void> => {
        await Promise.resolve();
        if (!alive()) throw new Crashed();
        if (!world.bad(crashShare)) return;
        world.fault(`hub ends ${where}`);
        crash();
        throw new Crashed();
      };
      return {
        async transaction(work) {
          await moment('before a transaction');
          const draft = createDraft(() => halls, moment, async (hallId) => {
            const before = locks.get(hallId) ?? Promise.resolve();
            const { promise, resolve } = Promise.withResolvers<void>();
            locks.set(hallId, before.then(() => promise));
            await before;
            return resolve;
          });
          writing += 1;
          try {
            const result = await work(draft.tx);
            await moment('before a commit');
            const committed = draft.commit();
            for (const { hallId, facts } of committed) hearPeople(people, hallId, facts);
            for (const { hallId } of committed) for (const look of looks) look(hallId, halls.get(hallId)!);
            await moment('after a commit');
            return result;
          } finally {
            writing -= 1;
            draft.release();
          }
        },
      };
    },
  };
}

/** What a transaction would add to a hall: the hall itself is not touched before the commit. */
interface Draft {
  readonly hallId: string;
  readonly shelf: HallShelf;
  readonly fields: Partial<Pick<HallShelf, 'install' | 'token' | 'handed' | 'epoch' | 'quarantined' | 'waiting'>>;
  readonly retired: string[]; readonly cursors: [string, Cursor][]; readonly ops: Set<string>; readonly archive: ArchivedRow[]; readonly folded: string[]; readonly facts: Fact[]; readonly gaps: Gap[];
}

function createDraft(halls: () => Map<string, HallShelf>, moment: (where: string) => Promise<void>, lock: (hallId: string) => Promise<() => void>) {
  const drafts = new Map<number, Draft>();
  const releases: (() => void)[] = [];
  const numbers = [...halls().keys()];
  const draftOf = (hallNo: number): Draft => {
    const draft = drafts.get(hallNo);
    if (draft === undefined) throw new Error('a hall that was not locked');
    return draft;
  };
  const waitingOf = ({ fields, shelf }: Draft): readonly Quarantined<ArchivedRow>[] => fields.waiting ?? shelf.waiting;
  const tx: JournalTx = {
    async lockHall(hallId, epoch): Promise<LockedHall | undefined> {
      releases.push(await lock(hallId));
      await moment('at a lock');
      const shelf = halls().get(hallId);
      if (shelf === undefined) return undefined;
      const hallNo = numbers.indexOf(hallId);
      drafts.set(hallNo, { hallId, shelf, fields: {}, retired: [], cursors: [], ops: new Set(), archive: [], folded: [], facts: [], gaps: [] });
      const { install, token, handed, quarantined, archive } = shelf;
      return { hallNo, install, token, handed, epoch: shelf.epoch, own: archive.length, restoreCode: null, quarantined, cursor: shelf.cursors.get(epoch) };
    },
    async isRetired(hallNo, token) {
      await moment('at a question');
      return draftOf(hallNo).shelf.retired.has(token);
    },
    async missing(hallNo, past) {
      await moment('at a question');
      const { ops } = draftOf(hallNo).shelf;
      return past.reduce((missing, { boot, first, last }) => missing + Array.from({ length: last - first + 1 }, (_, at) => `${boot}-${first + at}`).filter((op) => !ops.has(op)).length, 0);
    },
    async noteGap(hallNo, gap) {
      await moment('while a gap is noted');
      draftOf(hallNo).gaps.push(gap);
    },
    async retire(hallNo, tokens) {
      await moment('while tokens retire');
      draftOf(hallNo).retired.push(...tokens);
    },
    async changeHall(hallNo, { install, epoch, token, handed, quarantined }: HallChange) {
      await moment('while a hall changes');
      Object.assign(draftOf(hallNo).fields, { token, handed, ...(install === undefined ? {} : { install }), ...(epoch === undefined ? {} : { epoch }), ...(quarantined === undefined ? {} : { quarantined }) });
    },
    async setCursor(hallNo, epoch, cursor) {
      await moment('while the cursor moves');
      draftOf(hallNo).cursors.push([epoch, cursor]);
    },
    async takeNew(hallNo, rows) {
      await moment('while operations are taken');
      const { shelf, ops } = draftOf(hallNo);
      return rows.filter(({ boot, counter }) => {
        const op = `${boot}-${counter}`;
        return !shelf.ops.has(op) && !ops.has(op) && ops.add(op);
      });
    },
    async archive(hallNo, epoch, { rows, own }) {
      await moment('while rows are kept');
      draftOf(hallNo).archive.push(...rows.map((row, index) => ({ ...row, epoch, position: own + index + 1 })));
    },
    async waitingKeys(hallNo, keys) {
      await moment('at a question');
      const waiting = new Set(waitingOf(draftOf(hallNo)).map(({ row }) => row.key));
      return new Set(keys.filter((key) => waiting.has(key)));
    },
    async quarantine(hallNo, rows) {
      await moment('while rows are put aside');
      const draft = draftOf(hallNo);
      draft.fields.waiting = [...waitingOf(draft), ...rows];
    },
    async fold(hallNo, told) {
      await moment('while facts are folded');
      const facts = told.map(({ fact }) => fact);
      if (facts.some(refused)) return false;
      draftOf(hallNo).folded.push(...facts.map((fact) => foldedAs(JSON.stringify(fact))));
      draftOf(hallNo).facts.push(...facts);
      return true;
    },
    async waitingRows(hallNo, most) {
      await moment('at a question');
      return waitingOf(draftOf(hallNo)).slice(0, most).map(({ row }) => row);
    },
    async release(hallNo, rows, others) {
      await moment('while rows are released');
      const draft = draftOf(hallNo);
      const [gone, reasons] = [new Set(rows), new Map(others.map(({ row, reason }) => [row, reason]))];
      draft.fields.waiting = waitingOf(draft).filter(({ row }) => !gone.has(row)).map(({ row, reason }) => ({ row, reason: reasons.get(row) ?? reason }));
      draft.fields.quarantined = draft.fields.waiting.length;
    },
  };
  return {
    tx,
    commit(): readonly { readonly hallId: string; readonly facts: readonly Fact[] }[] {
      for (const { shelf, fields, retired, cursors, ops, archive, folded, gaps } of drafts.values()) {
        Object.assign(shelf, fields);
        for (const token of retired) shelf.retired.add(token);
        for (const [epoch, cursor] of cursors) shelf.cursors.set(epoch, cursor);
        for (const op of ops) shelf.ops.add(op);
        shelf.archive.push(...archive);
        shelf.folded.push(...folded);
        shelf.gaps.push(...gaps);
      }
      return [...drafts.values()].map(({ hallId, facts }) => ({ hallId, facts }));
    },
    release(): void { for (const release of releases) release(); },
  };
}

/** What a hall told, read back from the shelf, and what the city says. */
export const simulatedFeeds = (disk: HubDisk): FeedStore => ({
  ends(hallId) {
    const archive = disk.halls.get(hallId)?.archive ?? [];
    const last = archive.at(-1);
    return Promise.resolve({ feeds: { [feedOf('own', hallId)]: archive.length }, own: last === undefined ? undefined : { position: archive.length, stamp: ownStamp(last) } });
  },
  read({ hallId, token, after, ...ask }) {
    const shelf = disk.halls.get(hallId);
    if (shelf === undefined || (token !== shelf.token && !shelf.handed.includes(token))) return Promise.resolve({ kind: 'staleToken' });
    if (ask.feed !== feedOf('own', hallId)) return Promise.resolve(readShelf(disk.city, { after, ...ask }));
    const stampAt = (position: number): string | undefined => { const found = shelf.archive[position - 1]; return found && ownStamp(found); };
    const [head, from] = [shelf.archive.length, after?.position ?? 0];
    if (after !== undefined && stampAt(from) !== after.stamp) return Promise.resolve({ kind: 'restart', head });
    let to = Math.min(head, from + 512);
    while (to > from && shelf.archive[to - 1]?.end !== true) to -= 1;
    return Promise.resolve({ kind: 'own', from, to, stamp: stampAt(to), head, headStamp: undefined, rows: shelf.archive.slice(from, to).map(({ boot, counter, end, table, key, kind, clock, v, body }, index) => ({ seq: from + index + 1, boot, counter, end, table, key, kind, clock, v, body })) });
  },
});

/** A fact that is one by its schema and that the tables refuse: a day that no calendar has. */
const refused = (fact: Fact): boolean => fact.type === 'dayOpened' && fact.businessDay.startsWith('0000');
