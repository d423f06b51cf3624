/* The hub's memory in the simulation: what is committed stays, whatever else was under way when the process ended was never there. True to the interface that PostgreSQL serves in the field. */
import type { FeedStore } from '@kuaizhao/db/city/feeds/store.ts';
import { ownStamp, type Cursor, type JournalRow } from '@kuaizhao/db/city/journal/cursor.ts';
import type { HallChange, JournalStore, JournalTx, LockedHall, Quarantined } from '@kuaizhao/db/city/journal/store.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { Crashed, type World } from './world.ts';

export interface HallShelf {
  install: string | null; token: string | null; handed: readonly string[]; epoch: string | null; quarantined: number;
  readonly retired: Set<string>;
  readonly cursors: Map<string, Cursor>;
  readonly ops: Set<string>;
  readonly archive: { readonly epoch: string; readonly row: JournalRow }[];
  readonly waiting: Quarantined[];
  /** what was folded into the tables, in order */
  readonly folded: string[];
}
const emptyShelf = (): HallShelf => ({ install: null, token: null, handed: [], epoch: null, quarantined: 0, retired: new Set(), cursors: new Map(), ops: new Set(), archive: [], waiting: [], folded: [] });
const copyOf = (shelf: HallShelf): HallShelf => ({
  ...shelf, retired: new Set(shelf.retired), cursors: new Map(shelf.cursors), ops: new Set(shelf.ops), archive: [...shelf.archive], waiting: [...shelf.waiting], folded: [...shelf.folded],
});

export interface HubDisk {
  readonly halls: Map<string, HallShelf>;
  /** The store as one process has it: dead with the process. */
  open(alive: () => boolean, crash: () => void): JournalStore;
  /** Called at each commit, with the hall whose rows it is about. */
  onCommit(look: (hallId: string, shelf: HallShelf) => void): void;
  backup(): void;
  /** Gives back what the last backup had; false when there was none. */
  restore(): boolean;
}

export function createHubDisk(world: World, hallIds: readonly string[], crashShare: number): HubDisk {
  let halls = new Map(hallIds.map((hallId) => [hallId, emptyShelf()]));
  let kept: Map<string, HallShelf> | undefined;
  let look: (hallId: string, shelf: HallShelf) => void = () => undefined;
  const locks = new Map<string, Promise<void>>();
  return {
    get halls() { return halls; },
    onCommit(next) { look = next; },
    backup() { kept = new Map([...halls].map(([hallId, shelf]) => [hallId, copyOf(shelf)])); },
    restore() {
      if (kept === undefined) return false;
      halls = new Map([...kept].map(([hallId, shelf]) => [hallId, copyOf(shelf)]));
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
          try {
            const result = await work(draft.tx);
            await moment('before a commit');
            const committed = draft.commit();
            for (const hallId of committed) look(hallId, halls.get(hallId)!);
            await moment('after a commit');
            return result;
          } finally {
            draft.release();
          }
        },
      };
    },
  };
}

/** A copy of each hall that is locked, until the commit puts it into its place. */
function createDraft(halls: () => Map<string, HallShelf>, moment: (where: string) => Promise<void>, lock: (hallId: string) => Promise<() => void>) {
  const drafts = new Map<number, { readonly hallId: string; readonly shelf: HallShelf }>();
  const releases: (() => void)[] = [];
  const numbers = [...halls().keys()];
  const shelfOf = (hallNo: number): HallShelf => {
    const draft = drafts.get(hallNo);
    if (draft === undefined) throw new Error('a hall that was not locked');
    return draft.shelf;
  };
  const tx: JournalTx = {
    async lockHall(hallId, epoch): Promise<LockedHall | undefined> {
      releases.push(await lock(hallId));
      await moment('at a lock');
      const shelf = halls().get(hallId);
      if (shelf === undefined) return undefined;
      const hallNo = numbers.indexOf(hallId);
      const copy = copyOf(shelf);
      drafts.set(hallNo, { hallId, shelf: copy });
      const { install, token, handed, quarantined, archive } = copy;
      return { hallNo, install, token, handed, epoch: copy.epoch, own: archive.length, quarantined, cursor: copy.cursors.get(epoch) };
    },
    async isRetired(hallNo, token) {
      await moment('at a question');
      return shelfOf(hallNo).retired.has(token);
    },
    async retire(hallNo, tokens) {
      await moment('while tokens retire');
      for (const token of tokens) shelfOf(hallNo).retired.add(token);
    },
    async changeHall(hallNo, { install, epoch, token, handed, quarantined }: HallChange) {
      await moment('while a hall changes');
      Object.assign(shelfOf(hallNo), { token, handed, ...(install === undefined ? {} : { install }), ...(epoch === undefined ? {} : { epoch }), ...(quarantined === undefined ? {} : { quarantined }) });
    },
    async setCursor(hallNo, epoch, cursor) {
      await moment('while the cursor moves');
      shelfOf(hallNo).cursors.set(epoch, cursor);
    },
    async takeNew(hallNo, rows) {
      await moment('while operations are taken');
      const { ops } = shelfOf(hallNo);
      return rows.filter(({ boot, counter }) => {
        const op = `${boot}-${counter}`;
        return !ops.has(op) && ops.add(op);
      });
    },
    async archive(hallNo, epoch, rows) {
      await moment('while rows are kept');
      shelfOf(hallNo).archive.push(...rows.map((row) => ({ epoch, row })));
    },
    async waitingKeys(hallNo, keys) {
      await moment('at a question');
      const waiting = new Set(shelfOf(hallNo).waiting.map(({ row }) => row.key));
      return new Set(keys.filter((key) => waiting.has(key)));
    },
    async quarantine(hallNo, _epoch, rows) {
      await moment('while rows are put aside');
      shelfOf(hallNo).waiting.push(...rows);
    },
    async fold(hallNo, facts) {
      await moment('while facts are folded');
      if (facts.some(refused)) return false;
      shelfOf(hallNo).folded.push(...facts.map((fact) => JSON.stringify(fact)));
      return true;
    },
  };
  return {
    tx,
    commit(): readonly string[] {
      for (const { hallId, shelf } of drafts.values()) halls().set(hallId, shelf);
      return [...drafts.values()].map(({ hallId }) => hallId);
    },
    release(): void { for (const release of releases) release(); },
  };
}

/** What a hall told, read back from the shelf; the city's other feeds are empty. */
export const simulatedFeeds = (disk: HubDisk): FeedStore => ({
  heads: () => Promise.resolve({}),
  read({ hallId, token, after }) {
    const shelf = disk.halls.get(hallId);
    if (shelf === undefined || (token !== shelf.token && !shelf.handed.includes(token))) return Promise.resolve({ kind: 'staleToken' });
    const stampAt = (position: number): string | undefined => { const found = shelf.archive[position - 1]; return found && ownStamp(found.row); };
    const [head, from] = [shelf.archive.length, after?.position ?? 0];
    if (after !== undefined && stampAt(from) !== after.stamp) return Promise.resolve({ kind: 'restart', head });
    let to = Math.min(head, from + 512);
    while (to > from && shelf.archive[to - 1]?.row.end !== true) to -= 1;
    return Promise.resolve({ kind: 'own', from, to, stamp: stampAt(to), head, headStamp: undefined, rows: shelf.archive.slice(from, to).map(({ row }, index) => ({ ...row, seq: from + index + 1 })) });
  },
});

/** A fact that is one by its schema and that the tables refuse: a day that no calendar has. */
const refused = (fact: Fact): boolean => fact.type === 'dayOpened' && fact.businessDay.startsWith('0000');
