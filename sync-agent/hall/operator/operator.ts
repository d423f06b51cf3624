/* `npm run hall -- status|verify|backup|restore`: what the person who runs a hall does by hand while the agent rests. One answer or one refusal by name, nothing about any person. */
import { hash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { checkHallFile, copyHallFile, type FileCheck } from '@kuaizhao/db/hall/check-file.ts';
import { writeDurably } from '../durable-file.ts';
import { identitySchema } from '../uplink/identity.ts';
import { packBackup, unpackBackup } from './backup-file.ts';

export const hallCommands = ['status', 'verify', 'backup', 'restore'] as const;

export type HallRefusal = 'unknownCommand' | 'badArguments' | 'badConfig' | 'noHall' | 'agentRunning' | 'damaged' | 'notABackup' | 'otherHall' | 'fileExists' | 'failed';
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
  failed: '没有做成，磁盘可能满了。it could not be done; the disk may be full',
};
export type HallAnswer = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: HallRefusal };
const refused = (refusal: HallRefusal): HallAnswer => ({ ok: false, refusal });

const files = ['hall.db', 'hall.key', 'identity.json'] as const;
const argumentsSchema = z.strictObject({ config: z.string().min(1).max(1_000), json: z.boolean().default(false), file: z.string().min(1).max(1_000).optional(), code: z.string().regex(/^\d{8}$/).optional() });
export type HallArguments = z.infer<typeof argumentsSchema>;

/** Undefined for anything that is not exactly right. */
export function readHallArguments(args: readonly string[]): { readonly command: string; readonly given: HallArguments } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { config: { type: 'string' }, json: { type: 'boolean' }, file: { type: 'string' }, code: { type: 'string' } }, allowPositionals: true });
    const given = argumentsSchema.safeParse(values);
    return positionals.length === 1 && given.success ? { command: positionals[0] ?? '', given: given.data } : undefined;
  } catch {
    return undefined;
  }
}

/** Does it in the data directory `data` of hall `hallId`. */
export function operateHall(data: string, hallId: string, command: string, { file, code }: HallArguments): HallAnswer {
  try {
    switch (command) {
      case 'status':
      case 'verify': return existsSync(join(data, 'hall.db')) ? checked(data, command === 'verify') : refused('noHall');
      case 'backup': return file === undefined || code !== undefined ? refused('badArguments') : backup(data, hallId, file);
      case 'restore': return file === undefined ? refused('badArguments') : restore(data, hallId, file, code);
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
  const { seq, base, acked, own, conflicts, schema } = check;
  if (whole && !sound(check)) return refused('damaged');
  return {
    ok: true, schema, rows: seq, keptFrom: base + 1, acknowledged: acked, waiting: Math.max(0, seq - Math.max(acked, base)), own: own ?? 0, conflicts,
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

/** One file with database, key and identity, checked before it has its name. It holds people's data and its key: it belongs where the hall's own key belongs. */
function backup(data: string, hallId: string, file: string): HallAnswer {
  if (!existsSync(join(data, 'hall.db'))) return refused('noHall');
  if (existsSync(file)) return refused('fileExists');
  const aside = mkdtempSync(join(dirname(file), '.kuaizhao-backup-'));
  try {
    copyHallFile(join(data, 'hall.db'), join(aside, 'hall.db'));
    const check = checkHallFile(join(aside, 'hall.db'), true);
    if (!sound(check)) return refused('damaged');
    for (const name of files.slice(1)) if (existsSync(join(data, name))) copyFileSync(join(data, name), join(aside, name));
    const packed = packBackup(hallId, Object.fromEntries(files.flatMap((name) => (existsSync(join(aside, name)) ? [[name, readFileSync(join(aside, name))]] : []))));
    writeDurably(join(aside, 'whole'), packed);
    if (unpackBackup(readFileSync(join(aside, 'whole'))) === undefined) return refused('failed');
    renameSync(join(aside, 'whole'), file);
    return { ok: true, file, bytes: packed.byteLength, rows: check.seq, sha256: hash('sha256', packed, 'hex') };
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

/** What was there stays beside it under another name. The hall begins a new epoch and reads back from the city what the backup does not have; with a code of the city's operator it is let in although another machine was the hall meanwhile. */
function restore(data: string, hallId: string, file: string, code: string | undefined): HallAnswer {
  if (!existsSync(file)) return refused('notABackup');
  const found = unpackBackup(readFileSync(file));
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
  const hex = (): string => randomBytes(16).toString('hex');
  // This machine's own file knows the newest token; that of a backup may have been replaced since.
  const before = identityOf(data) ?? identityOf(aside);
  const identity = identitySchema.parse({ ...before, hall: hallId, install: before?.install ?? hex(), epoch: hex(), seq: 0, hash: '0'.repeat(64), readBack: true, erasuresFirst: true, ...(code === undefined ? {} : { restoreCode: code }) });
  writeDurably(join(aside, 'identity.json'), JSON.stringify(identity));
  const kept = join(data, `before-${identity.epoch.slice(0, 8)}`);
  mkdirSync(kept, { mode: 0o700 });
  for (const name of [...files, 'hall.db-wal', 'hall.db-shm']) if (existsSync(join(data, name))) renameSync(join(data, name), join(kept, name));
  for (const name of files) if (existsSync(join(aside, name))) renameSync(join(aside, name), join(data, name));
  rmSync(aside, { recursive: true, force: true });
  return { ok: true, rows: check.seq, epoch: identity.epoch, kept, readBack: true };
}
