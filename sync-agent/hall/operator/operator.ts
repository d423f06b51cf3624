/* `npm run hall -- status|verify|backup|restore|new-key|backup-key`: what the person who runs a hall does by hand while the agent rests. One answer or one refusal by name, nothing about any person. */
import { createHash, hash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { noteByTool, noteRestored } from '@kuaizhao/db/hall/audit/by-tool.ts';
import { checkHallFile, copyHallFile, type FileCheck } from '@kuaizhao/db/hall/check-file.ts';
import { auditKeyFile } from '@kuaizhao/db/sealing/audit-key.ts';
import { addKey } from '@kuaizhao/db/sealing/key-file.ts';
import { isSealedFile, makeBackupKey, openSealedFile, sealFile } from '@kuaizhao/db/sealing/sealed-file.ts';
import { ballastBytes } from '../disk/ballast.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';
import { identitySchema } from '../uplink/identity.ts';
import { packBackup, unpackBackup } from './backup-file.ts';

export const hallCommands = ['status', 'verify', 'backup', 'restore', 'new-key', 'backup-key'] as const;

export type HallRefusal = 'unknownCommand' | 'badArguments' | 'badConfig' | 'noHall' | 'agentRunning' | 'damaged' | 'notABackup' | 'otherHall' | 'fileExists' | 'keyNeeded' | 'keyWrong' | 'keysFull' | 'failed';
/** Every one has its sentence: Chinese first. */
export const hallRefusalWords: Readonly<Record<HallRefusal, string>> = {
  unknownCommand: `没有这个命令。unknown command; there are ${hallCommands.join(', ')}`,
  badArguments: '参数不对，见 README。the arguments are not right, see README',
  badConfig: '配置文件不对。the configuration cannot be used',
  noHall: '这个目录里还没有市场的数据。there is no hall in this directory yet',
  agentRunning: '主机程序正在运行，先停掉它。the agent runs and owns the file: stop it first',
  damaged: '数据文件坏了，不能用。the file is damaged',
  notABackup: '这不是完整的备份文件。that is no whole backup',
  otherHall: '这是别的市场的备份。that is the backup of another hall',
  fileExists: '这个备份文件已经有了，换个名字。there is such a file already',
  keyNeeded: '这份备份是封着的，加上 --key 钥匙文件。the backup is sealed: give the file of the offline key with --key',
  keyWrong: '钥匙不对，打不开这份备份。that is not the key of this backup',
  keysFull: '旧钥匙太多，等旧的换完再来。there are 15 keys already: wait until rows have gone over',
  failed: '没有做成，磁盘可能满了。it could not be done; the disk may be full',
};
export type HallAnswer = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: HallRefusal };
const operator = { who: 'operator', role: 'operator', outcome: 'ok' } as const;
const refused = (refusal: HallRefusal): HallAnswer => ({ ok: false, refusal });

const files = ['hall.db', 'hall.key', 'identity.json', 'ca.key', 'ca.pem', auditKeyFile] as const;
const argumentsSchema = z.strictObject({ config: z.string().min(1).max(1_000).optional(), json: z.boolean().default(false), file: z.string().min(1).max(1_000).optional(), key: z.string().min(1).max(1_000).optional(), code: z.string().regex(/^\d{8}$/).optional() });
export type HallArguments = z.infer<typeof argumentsSchema>;

/** Undefined for anything that is not exactly right. */
export function readHallArguments(args: readonly string[]): { readonly command: string; readonly given: HallArguments } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { config: { type: 'string' }, json: { type: 'boolean' }, file: { type: 'string' }, key: { type: 'string' }, code: { type: 'string' } }, allowPositionals: true });
    const given = argumentsSchema.safeParse(values);
    // Only a pair for backups is made without any hall.
    return positionals.length === 1 && given.success && (given.data.config !== undefined) === (positionals[0] !== 'backup-key') ? { command: positionals[0] ?? '', given: given.data } : undefined;
  } catch {
    return undefined;
  }
}

export interface HallPlace { readonly data: string; readonly hallId: string; /** for whom backups are closed */ readonly backupKey?: string | undefined }

/** Does it in the data directory of the hall. `now` milliseconds UTC. */
export function operateHall({ data, hallId, backupKey }: HallPlace, command: string, { file, key, code }: HallArguments, now: number): HallAnswer {
  try {
    switch (command) {
      case 'status':
      case 'verify': return existsSync(join(data, 'hall.db')) ? checked(data, command === 'verify') : refused('noHall');
      case 'backup': return file === undefined || key !== undefined || code !== undefined ? refused('badArguments') : backup(data, hallId, file, backupKey, now);
      case 'restore': return file === undefined ? refused('badArguments') : restore(data, hallId, file, key, code, now);
      case 'new-key': return [file, key, code].some((given) => given !== undefined) ? refused('badArguments') : newKey(data, now);
      default: return refused('unknownCommand');
    }
  } catch (error) {
    const problem = error instanceof Error ? (error as NodeJS.ErrnoException).code ?? '' : '';
    if (problem === 'SQLITE_BUSY' || problem === 'SQLITE_LOCKED') return refused('agentRunning');
    return refused(problem === 'SQLITE_NOTADB' || problem === 'SQLITE_CORRUPT' ? 'damaged' : 'failed');
  }
}

const sound = ({ intact, chain, sameOpTwice }: FileCheck): boolean => intact && chain && !sameOpTwice;

function checked(data: string, whole: boolean): HallAnswer {
  const check = checkHallFile(join(data, 'hall.db'), whole);
  const identity = identityOf(data);
  const { bavail, bsize } = statfsSync(data);
  const { seq, base, acked, own, conflicts, schema, sealed, lists } = check;
  if (whole && !sound(check)) return refused('damaged');
  return {
    ok: true, schema, rows: seq, keptFrom: base + 1, acknowledged: acked, waiting: Math.max(0, seq - Math.max(acked, base)), own: own ?? 0, conflicts,
    sealed: sealed.map(({ suite, keyId, boxes, indexes }) => `${suite} key ${keyId}: ${boxes} boxes, ${indexes} indexes`).join('; '),
    lists: lists.map(({ feed, version, entries, cameAt }) => `${feed} version ${version}: ${entries}${cameAt === undefined ? '' : `, came ${new Date(cameAt).toISOString()}`}`).join('; '),
    diskFreeMb: Math.floor((bavail * bsize) / 1_048_576), ballastMb: Math.floor(ballastBytes(data) / 1_048_576),
    ...(identity === undefined ? {} : { epoch: identity.epoch, readBack: identity.readBack === true }), ...(whole ? { intact: true, chain: true } : {}),
  };
}

function identityOf(data: string) {
  const path = join(data, 'identity.json');
  if (!existsSync(path)) return undefined;
  try {
    return identitySchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** One file with database, key, identity and the hall's own authority, checked before it has its name. With a key for backups it is closed for it, and nothing else of it is ever written where the file goes; without one it holds people's data beside their key. */
function backup(data: string, hallId: string, file: string, backupKey: string | undefined, now: number): HallAnswer {
  if (!existsSync(join(data, 'hall.db'))) return refused('noHall');
  if (existsSync(file)) return refused('fileExists');
  const [inside, outside] = [mkdtempSync(join(data, 'backup-')), mkdtempSync(join(dirname(file), '.kuaizhao-backup-'))];
  try {
    const copy = join(inside, 'hall.db');
    copyHallFile(join(data, 'hall.db'), copy);
    const check = checkHallFile(copy, true);
    if (!sound(check)) return refused('damaged');
    const packed = packBackup(hallId, Object.fromEntries([[files[0], copy], ...files.slice(1).map((name) => [name, join(data, name)])].flatMap(([name, path]) => (existsSync(path ?? '') ? [[name, readFileSync(path ?? '')]] : []))));
    if (unpackBackup(packed) === undefined) return refused('failed');
    const written = createHash('sha256');
    const [whole, pieces] = [join(outside, 'whole'), backupKey === undefined ? [packed] : sealFile(backupKey, packed)];
    writeDurably(whole, counted(pieces, (piece) => { written.update(piece); }));
    const read = readFileSync(whole);
    const sha256 = written.digest('hex');
    if (hash('sha256', read, 'hex') !== sha256) return refused('failed');
    // No backup leaves without its row.
    noteByTool(data, { ...operator, act: 'backupMade', subject: sha256 }, now);
    renameSync(whole, file);
    return { ok: true, file, bytes: read.byteLength, rows: check.seq, sha256, sealed: backupKey !== undefined, ...(backupKey === undefined ? { warning: unsealedWarning } : {}) };
  } finally {
    for (const aside of [inside, outside]) rmSync(aside, { recursive: true, force: true });
  }
}

const unsealedWarning = '备份没有封，谁拿到都能看里面的个人信息。请运行 npm run hall -- backup-key。the backup is not sealed: whoever has it reads it; set backupKey in hall.json';

function* counted(pieces: Iterable<Buffer>, count: (piece: Buffer) => void): Generator<Buffer> {
  for (const piece of pieces) {
    count(piece);
    yield piece;
  }
}

/** A further key of the hall, used from the next start on. */
function newKey(data: string, now: number): HallAnswer {
  if (!existsSync(join(data, 'hall.db')) || !existsSync(join(data, 'hall.key'))) return refused('noHall');
  // Fails while an agent owns the file: it might be putting away an old key.
  checkHallFile(join(data, 'hall.db'), false);
  const keyId = addKey(join(data, 'hall.key'));
  if (keyId === undefined) return refused('keysFull');
  noteByTool(data, { ...operator, act: 'keyAdded', subject: String(keyId) }, now);
  return { ok: true, keyId };
}

/** A pair for backups: the secret half goes into `file`, readable by its owner alone, the public half is the answer. */
export function backupKey({ file, key, code }: HallArguments): HallAnswer {
  if (file === undefined || key !== undefined || code !== undefined) return refused('badArguments');
  if (existsSync(file)) return refused('fileExists');
  const pair = makeBackupKey();
  try {
    writeDurably(file, pair.secret);
  } catch {
    return refused('failed');
  }
  return { ok: true, backupKey: pair.publicKey, file };
}

/** What is inside the file, opened with the offline key where it is sealed. */
function unsealed(file: string, key: string | undefined): Buffer | HallRefusal {
  const bytes = readFileSync(file);
  if (!isSealedFile(bytes)) return bytes;
  if (key === undefined) return 'keyNeeded';
  if (!existsSync(key)) return 'keyWrong';
  const opened = openSealedFile(readFileSync(key, 'utf8'), bytes);
  return opened.ok ? opened.plain : opened.reason === 'keyWrong' ? 'keyWrong' : 'notABackup';
}

/** What was there stays beside it under another name. The hall begins a new epoch and reads back from the city what the backup does not have; with a code of the city's operator it is let in although another machine was the hall meanwhile. */
function restore(data: string, hallId: string, file: string, key: string | undefined, code: string | undefined, now: number): HallAnswer {
  if (!existsSync(file)) return refused('notABackup');
  const packed = unsealed(file, key);
  if (!Buffer.isBuffer(packed)) return refused(packed);
  const found = unpackBackup(packed);
  const database = found?.files['hall.db'];
  if (found === undefined || database === undefined || found.files['hall.key'] === undefined) return refused('notABackup');
  if (found.hallId !== hallId) return refused('otherHall');
  mkdirSync(data, { recursive: true, mode: 0o700 });
  // Fails while an agent owns the file.
  if (existsSync(join(data, 'hall.db'))) checkHallFile(join(data, 'hall.db'), false);
  const aside = mkdtempSync(join(data, 'restore-'));
  for (const name of files) {
    const bytes = found.files[name];
    if (bytes !== undefined) writeDurably(join(aside, name), bytes);
  }
  const check = checkHallFile(join(aside, 'hall.db'), true);
  if (!sound(check)) {
    rmSync(aside, { recursive: true, force: true });
    return refused('damaged');
  }
  noteRestored(aside, randomBytes(16).toString('hex'), now);
  const hex = (): string => randomBytes(16).toString('hex');
  // This machine's own file knows the newest token; that of a backup may have been replaced since.
  const before = identityOf(data) ?? identityOf(aside);
  const identity = identitySchema.parse({ ...before, hall: hallId, install: before?.install ?? hex(), epoch: hex(), seq: 0, hash: '0'.repeat(64), readBack: true, erasuresFirst: true, ...(code === undefined ? {} : { restoreCode: code }) });
  writeDurably(join(aside, 'identity.json'), JSON.stringify(identity));
  const kept = join(data, `before-${identity.epoch.slice(0, 8)}`);
  mkdirSync(kept, { mode: 0o700 });
  // A backup from before this hall had an authority must not take it away from its devices, nor its key for the audit, by which the city knows it.
  const stays = (name: string): boolean => (name.startsWith('ca.') || name === auditKeyFile) && !existsSync(join(aside, name));
  for (const name of [...files, 'hall.db-wal', 'hall.db-shm']) if (existsSync(join(data, name)) && !stays(name)) renameSync(join(data, name), join(kept, name));
  for (const name of files) if (existsSync(join(aside, name))) renameSync(join(aside, name), join(data, name));
  rmSync(aside, { recursive: true, force: true });
  return { ok: true, rows: check.seq, epoch: identity.epoch, kept, readBack: true };
}
