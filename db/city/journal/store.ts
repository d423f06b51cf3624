/* What the rules of the journal need of the hub's memory, inside one transaction. PostgreSQL keeps it; a simulation keeps it in memory and takes it away at the worst moments. */
import type { Fact } from '../../domain/fact.ts';
import type { JournalBase, PastRange } from '../../domain/operations/shorten.ts';
import type { Told } from '../figures/fold.ts';
import type { Cursor, JournalRow } from './cursor.ts';
import type { QuarantineReason } from './judge-row.ts';

export interface Quarantined<Row extends JournalRow = JournalRow> { readonly row: Row; readonly reason: QuarantineReason }
/** A row of the archive: the epoch under which it came, and where it stands among all rows that the hall ever told. */
export interface ArchivedRow extends JournalRow { readonly epoch: string; readonly position: number }

/** Rows for the archive, at the positions after `own`. */
export interface Kept {
  readonly rows: readonly JournalRow[]; readonly own: number;
  /** those of them that will be asked for one by one */
  readonly alone: ReadonlySet<JournalRow>;
  /** the piece in which they came, when it holds these and no others */
  readonly asTheyCame: Uint8Array | undefined;
}

/** One hall, locked until the transaction ends: nothing else of it happens meanwhile, in whichever process. */
export interface LockedHall {
  readonly hallNo: number;
  readonly install: string | null;
  /** used by the hall's machine; and those handed out since, the newest last, of which none was seen again yet */
  readonly token: string | null; readonly handed: readonly string[];
  /** the one that was welcomed last */
  readonly epoch: string | null;
  /** how many rows of it were ever taken; the next one has the position after it */
  readonly own: number;
  /** SHA-256 (hex) of a code that admits a machine, and until when; null when a person gave none */
  readonly restoreCode: { readonly hash: string; readonly until: number } | null;
  /** how many rows of it wait in all */
  readonly quarantined: number;
  /** of the epoch that was asked about; undefined when it never was here */
  readonly cursor: Cursor | undefined;
}

export interface HallChange {
  readonly install?: string; readonly epoch?: string;
  readonly token: string | null; readonly handed: readonly string[];
  readonly seenAt: number;
  /** of the newest row that was applied */
  readonly newestClock?: number;
  readonly own?: number;
  readonly quarantined?: number;
}

/** What the next steps may ask about: a memory that is far away looks it up together with the lock. */
export interface Coming { readonly rows: readonly JournalRow[]; readonly facts: readonly Fact[] }

/** The hall keeps rows up to `base` no longer, and `rows` of them are not here; `own` rows of it were, when that was found. */
export interface Gap { readonly epoch: string; readonly base: JournalBase; readonly rows: number; readonly own: number; readonly at: number }

export interface JournalTx {
  /** Undefined for a hall that is not enrolled. */
  lockHall(hallId: string, epoch: string, coming?: Coming): Promise<LockedHall | undefined>;
  isRetired(hallNo: number, token: string): Promise<boolean>;
  /** How many of these operations were never taken. */
  missing(hallNo: number, past: readonly PastRange[]): Promise<number>;
  /** For a person to see, for good; said again of as many rows it changes nothing. */
  noteGap(hallNo: number, gap: Gap): Promise<void>;
  /** Who shows one of these from now on is a copy. */
  retire(hallNo: number, tokens: readonly string[], now: number): Promise<void>;
  changeHall(hallNo: number, change: HallChange): Promise<void>;
  /** Of a new epoch, too. */
  setCursor(hallNo: number, epoch: string, cursor: Cursor): Promise<void>;
  /** Remembers the operations of these rows and gives the rows, in order, whose operations were not known. */
  takeNew(hallNo: number, rows: readonly JournalRow[]): Promise<readonly JournalRow[]>;
  /** At the positions after `own`, in this order. */
  archive(hallNo: number, epoch: string, kept: Kept): Promise<void>;
  /** Of these things, those of which an earlier row waits. */
  waitingKeys(hallNo: number, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The rows must be in the archive already. */
  quarantine(hallNo: number, rows: readonly Quarantined<ArchivedRow>[], now: number): Promise<void>;
  /** Those that wait, oldest first, at most so many. */
  waitingRows(hallNo: number, most: number): Promise<readonly ArchivedRow[]>;
  /** The first wait no longer, the others for this reason from now on; and the hall's count of waiting rows is what is left. */
  release(hallNo: number, rows: readonly ArchivedRow[], others: readonly Quarantined<ArchivedRow>[]): Promise<void>;
  /** Folds facts into the hall's tables. False: the tables refuse them, and none was folded. */
  fold(hallNo: number, told: readonly Told[]): Promise<boolean>;
}

export interface JournalStore {
  /** Commits when `work` resolves, and is then as durable as the engine makes it; rolls back and rethrows when it throws. */
  transaction<T>(work: (tx: JournalTx) => Promise<T>): Promise<T>;
}
