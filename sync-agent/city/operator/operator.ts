/* `npm run city -- status|halls|quarantine|release|restore-code|erase|put-notice|end-notice|audit-heads|audit-settle|keys`: what the person who runs the hub does by hand. Checked arguments, one answer or one refusal by name, nothing about any person. */
import { createHash, randomInt } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { bannerSchema } from '@kuaizhao/db/domain/hall/settings.ts';
import { isIdNumber } from '@kuaizhao/db/domain/people/id-number.ts';
import { idSchema } from '@kuaizhao/db/domain/scalars.ts';
import { auditHeads, settleAudit } from '@kuaizhao/db/city/audit/heads.ts';
import { endCityNotice, putCityNotice } from '@kuaizhao/db/city/feeds/city-words.ts';
import { feedHeads } from '@kuaizhao/db/city/feeds/sql-feeds.ts';
import { giveRestoreCode } from '@kuaizhao/db/city/journal/halls.ts';
import { hallLines, waitingLines } from '@kuaizhao/db/city/journal/overview.ts';
import { releaseWaiting } from '@kuaizhao/db/city/journal/release.ts';
import { sqlJournal } from '@kuaizhao/db/city/journal/sql-store.ts';
import { rotateCityKey } from '@kuaizhao/db/city/people/city-key.ts';
import { keyLines } from '@kuaizhao/db/city/people/key-move.ts';
import { askErasure, erasureLines, peopleCounts } from '@kuaizhao/db/city/people/erasures.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';

export const operatorCommands = ['status', 'halls', 'quarantine', 'release', 'restore-code', 'erase', 'put-notice', 'end-notice', 'audit-heads', 'audit-settle', 'keys'] as const;
export type OperatorCommand = (typeof operatorCommands)[number];

export type CityRefusal = 'unknownCommand' | 'badArguments' | 'unknownHall' | 'unknownNotice' | 'unknownErasure' | 'numberUnreadable' | 'keyMissing' | 'keyIsAnother' | 'noRoom' | 'keyFileOfAnother' | 'hubRunning' | 'databaseUnavailable' | 'badConfig';
/** Every one has its sentence: Chinese first. */
export const refusalWords: Readonly<Record<CityRefusal, string>> = {
  unknownCommand: `没有这个命令。unknown command; there are ${operatorCommands.join(', ')}`,
  badArguments: '参数不对，见 README。the arguments are not right, see README',
  unknownHall: '没有登记这个市场。no such hall is enrolled',
  unknownNotice: '没有这条通知。there is no such notice',
  unknownErasure: '没有这次删除。there is no such erasure',
  numberUnreadable: '文件里要有一个、且只有一个身份证号。the file must hold one ID number and nothing else',
  keyMissing: '这台机器上没有密钥文件 city.key，到有它的那台上办。the key file city.key is not beside this hub: do it where it is',
  keyIsAnother: '这台机器上的密钥文件不全，先从别的机器拷来。the key file beside this hub lacks keys: copy it from another hub first',
  noRoom: '密钥文件里已有十五把密钥，等旧的没用了再换。the key file has fifteen keys: wait until older ones are gone',
  keyFileOfAnother: '密钥文件是别的系统用户的：用平台的用户来办。the key file belongs to another user of the system: do it as the hub’s user',
  hubRunning: '平台正在运行，内嵌数据库只能一个程序用：先停平台。the hub runs and its embedded database has one owner: stop it first',
  databaseUnavailable: '数据库连不上。the database cannot be used',
  badConfig: '配置文件不对。the configuration cannot be used',
};

export type Answer = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: CityRefusal };
const refused = (refusal: CityRefusal): Answer => ({ ok: false, refusal });

const most = 1_000;
/** Long enough to walk to the hall, short enough that a lost note opens nothing. */
const restoreCodeMs = 24 * 3_600_000;
const argumentsSchema = z.strictObject({ config: z.string().min(1).max(1_000), json: z.boolean().default(false), hall: idSchema.optional(), erasure: idSchema.optional(), 'number-file': z.string().min(1).max(1_000).optional(), notice: idSchema.optional(), text: bannerSchema.optional(), hours: z.coerce.number().min(1).max(24 * 90).optional(), urgent: z.boolean().default(false) });
export type OperatorArguments = z.infer<typeof argumentsSchema>;

/** Undefined for anything that is not exactly right. */
export function readArguments(args: readonly string[]): { readonly command: string; readonly sub?: string; readonly given: OperatorArguments } | undefined {
  try {
    const options = { config: { type: 'string' }, json: { type: 'boolean' }, hall: { type: 'string' }, erasure: { type: 'string' }, 'number-file': { type: 'string' }, notice: { type: 'string' }, text: { type: 'string' }, hours: { type: 'string' }, urgent: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const given = argumentsSchema.safeParse(values);
    const [command = '', sub, ...more] = positionals;
    if (!given.success || more.length > 0 || (sub !== undefined) !== (command === 'keys')) return undefined;
    return { command, given: given.data, ...(sub === undefined ? {} : { sub }) };
  } catch {
    return undefined;
  }
}

/** `keys rotate|status`: of the key file of this hub. What is told are ids, times and counts. */
export async function operateKeys(db: CityDb, sub: string | undefined, path: string, now: number): Promise<Answer> {
  if (sub === 'status') return { ok: true, at: now, keys: await keyLines(db) };
  if (sub !== 'rotate') return refused('badArguments');
  // Written anew it would be ours, and the hub could not read it any more.
  if (existsSync(path) && process.getuid !== undefined && statSync(path).uid !== process.getuid()) return refused('keyFileOfAnother');
  const rotated = await rotateCityKey(db, path, now);
  return rotated.ok ? { ok: true, keyId: rotated.keyId, keys: await keyLines(db) } : refused(rotated.reason);
}

/** Does it. `now` milliseconds UTC. */
export async function operate(db: CityDb, command: string, { hall, erasure, 'number-file': numberFile, notice, text, hours, urgent }: OperatorArguments, now: number): Promise<Answer> {
  switch (command) {
    case 'status': {
      const halls = await hallLines(db);
      return {
        ok: true, at: now, engine: db.kind, halls: halls.filter(({ enrolled }) => enrolled).length, silentHalls: halls.filter(({ enrolled, seenAt }) => enrolled && (seenAt ?? 0) < now - 10 * 60_000).map(({ hallId }) => hallId),
        quarantined: halls.reduce((sum, one) => sum + one.quarantined, 0), rows: halls.reduce((sum, one) => sum + one.rows, 0), feeds: Object.fromEntries(await feedHeads(db)), people: await peopleCounts(db),
        openErasures: (await erasureLines(db, most)).filter(({ doneHere, waiting }) => !doneHere || waiting.length > 0),
      };
    }
    case 'halls': return { ok: true, at: now, halls: await hallLines(db) };
    case 'quarantine': {
      const rows = await waitingLines(db, hall, most);
      return { ok: true, at: now, waiting: rows.length, whole: rows.length < most, rows };
    }
    case 'release': {
      if (hall === undefined) return refused('badArguments');
      const released = await releaseWaiting(sqlJournal(db), hall);
      return released.kind === 'unknownHall' ? refused('unknownHall') : { ok: true, hallId: hall, released: released.released, waiting: released.waiting };
    }
    case 'restore-code': {
      if (hall === undefined) return refused('badArguments');
      // Eight digits, said on the telephone; one day, and the hall's key is asked for besides.
      const code = String(randomInt(10_000_000, 100_000_000));
      const given = await giveRestoreCode(db, hall, createHash('sha256').update(code).digest(), now + restoreCodeMs);
      return given ? { ok: true, hallId: hall, code, until: now + restoreCodeMs } : refused('unknownHall');
    }
    case 'erase': return numberFile === undefined ? tellErasures(db, erasure) : askOne(db, numberFile, now);
    case 'put-notice': {
      if (notice === undefined || text === undefined) return refused('badArguments');
      await putCityNotice(db, { noticeId: notice, text, from: now, urgent, ...(hours === undefined ? {} : { until: now + hours * 3_600_000 }) }, now);
      return { ok: true, noticeId: notice };
    }
    case 'end-notice': {
      if (notice === undefined) return refused('badArguments');
      return await endCityNotice(db, notice, now) ? { ok: true, noticeId: notice } : refused('unknownNotice');
    }
    case 'audit-heads': {
      if (hall === undefined) return refused('badArguments');
      const kept = await auditHeads(db, hall);
      return kept === undefined ? refused('unknownHall') : { ok: true, hallId: hall, ...kept };
    }
    case 'audit-settle': {
      if (hall === undefined) return refused('badArguments');
      return await settleAudit(db, hall, now) ? { ok: true, hallId: hall } : refused('unknownHall');
    }
    default: return refused('unknownCommand');
  }
}

/** Out of a file: what stands on a command line stands in the list of processes and in the shell's memory. The file stays the operator's to remove. */
async function askOne(db: CityDb, path: string, now: number): Promise<Answer> {
  const number = numberIn(path);
  if (number === undefined) return refused('numberUnreadable');
  const erasureId = await askErasure(db, number, 'operator', now);
  return { ok: true, ...(await erasureLines(db, 1, erasureId))[0] };
}

function numberIn(path: string): string | undefined {
  try {
    const number = readFileSync(path, 'utf8').normalize('NFKC').replace(/\s/g, '').toUpperCase();
    return isIdNumber(number) ? number : undefined;
  } catch {
    return undefined;
  }
}

/** One, or all. */
async function tellErasures(db: CityDb, erasureId: string | undefined): Promise<Answer> {
  const erasures = await erasureLines(db, most, erasureId);
  return erasureId !== undefined && erasures.length === 0 ? refused('unknownErasure') : { ok: true, erasures };
}
