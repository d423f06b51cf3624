/* `npm run hall -- audit verify|export|check`: whether nobody has been at the audit, and its rows for somebody else with a signature. While the agent rests; `check` needs no hall. Ids, nobody's name. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { auditKeySchema, type AuditHead } from '@kuaizhao/db/domain/audit/head.ts';
import { parsedJson } from '@kuaizhao/db/domain/parsed-json.ts';
import { businessDaySchema } from '@kuaizhao/db/domain/scalars.ts';
import { checkAudit, type AuditFault } from '@kuaizhao/db/hall/audit/check-audit.ts';
import { noteByTool, readDays } from '@kuaizhao/db/hall/audit/by-tool.ts';
import { auditKeyFile, readOrMakeAuditKey } from '@kuaizhao/db/sealing/audit-key.ts';
import { writeDurably } from '@kuaizhao/db/durable/durable-file.ts';
import type { HallConfig } from '../config.ts';
import { checkRowsFile, rowsFile } from './rows-file.ts';
import { readHeads, trueHead } from './heads-file.ts';

export type AuditRefusal = 'badArguments' | 'badConfig' | 'noHall' | 'noAudit' | 'agentRunning' | 'auditBroken' | 'notHeads' | 'nothingThere' | 'fileExists' | 'notRows' | 'failed';
const faultWords: Readonly<Record<AuditFault | 'forged', string>> = {
  changed: '被改过 was changed', missing: '不见了 is gone', cutShort: '从这条起被截掉了 from here on rows were cut off', rewritten: '从这条起，或者稍后，被重写过 from here on, or a little later, other rows stand than were signed',
  beginningGone: '最早的记录没到期就被删了 rows at the beginning were taken away before their time', forged: '签名对不上 the signature is not true',
};
export const auditRefusalWords: Readonly<Record<AuditRefusal, string>> = {
  badArguments: '参数不对，见 README。the arguments are not right, see README',
  badConfig: '配置文件不对。the configuration cannot be used',
  noHall: '这个目录里还没有市场的数据。there is no hall in this directory yet',
  noAudit: '这份数据里还没有审计记录，先用新程序启动一次。there is no audit yet: start the new agent once',
  agentRunning: '主机程序正在运行，先停掉它。the agent runs and owns the file: stop it first',
  auditBroken: '审计记录对不上，有人动过，先把数据原样留好。the audit does not hold: keep everything as it is',
  notHeads: '这个文件里不是平台存的签名。that file holds no signed heads of this hall',
  nothingThere: '这几天没有审计记录。there are no rows of these days',
  fileExists: '这个文件已经有了，换个名字。there is such a file already',
  notRows: '这不是导出的审计文件，或者被改过。that is no exported audit, or somebody changed it',
  failed: '没有做成，磁盘可能满了。it could not be done; the disk may be full',
};
export type AuditAnswer = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: AuditRefusal; /** the first row that is not right, and what is wrong with it */ readonly row?: number; readonly why?: AuditFault | 'forged' };
const refused = (refusal: AuditRefusal): AuditAnswer => ({ ok: false, refusal });

const argumentsSchema = z.strictObject({ config: z.string().min(1).max(1_000).optional(), json: z.boolean().default(false), head: z.string().min(1).max(1_000).optional(), from: businessDaySchema.optional(), to: businessDaySchema.optional(), file: z.string().min(1).max(1_000).optional(), public: auditKeySchema.optional() });
type Given = z.infer<typeof argumentsSchema>;
/** Which arguments each wants, and which it takes besides. */
const wants = { verify: [['config'], ['head']], export: [['config', 'from', 'to', 'file'], []], check: [['file', 'public'], []] } as const satisfies Record<string, readonly [readonly (keyof Given)[], readonly (keyof Given)[]]>;
export type AuditCommand = keyof typeof wants;

/** Undefined for anything that is not exactly right. */
export function readAuditArguments(args: readonly string[]): { readonly command: AuditCommand; readonly given: Given } | undefined {
  try {
    const string = { type: 'string' } as const;
    const { values, positionals } = parseArgs({ args: [...args], options: { config: string, json: { type: 'boolean' }, head: string, from: string, to: string, file: string, public: string }, allowPositionals: true });
    const given = argumentsSchema.parse(values);
    const command = z.enum(['verify', 'export', 'check']).parse(positionals[1]);
    const [needed, besides] = wants[command];
    const there = Object.keys(values).filter((name) => name !== 'json');
    const fits = positionals.length === 2 && positionals[0] === 'audit' && needed.every((name) => there.includes(name)) && there.every((name) => [...needed, ...besides].some((one) => one === name));
    return fits ? { command, given } : undefined;
  } catch {
    return undefined;
  }
}

export interface AuditPlace { readonly data: string; readonly hallId: string }

/** `now` milliseconds UTC. */
export function runAudit(command: AuditCommand, given: Given, place: AuditPlace | undefined, now: number): AuditAnswer {
  try {
    if (command === 'check') return check(given);
    if (place === undefined) return refused('badConfig');
    if (!existsSync(join(place.data, 'hall.db'))) return refused('noHall');
    return command === 'verify' ? verify(place, given) : exportRows(place, given, now);
  } catch (error) {
    const problem = error instanceof Error ? (error as NodeJS.ErrnoException).code ?? '' : '';
    return refused(problem === 'SQLITE_BUSY' || problem === 'SQLITE_LOCKED' ? 'agentRunning' : 'failed');
  }
}

function verify({ data, hallId }: AuditPlace, { head }: Given): AuditAnswer {
  const own = readHeads(data);
  const told = head === undefined ? [] : headsIn(readFileSync(head, 'utf8'));
  if (told?.every((one) => one.hall === hallId) !== true) return refused('notHeads');
  const found = checkAudit(join(data, 'hall.db'), [...own.heads.filter((one) => one.hall === hallId), ...told]);
  if (found === undefined) return refused('noAudit');
  if (found.bad !== undefined) return { ok: false, refusal: 'auditBroken', ...found.bad };
  if (own.strange > 0) return { ok: false, refusal: 'auditBroken', row: 0, why: 'forged' };
  return { ok: true, ...found, ofCity: told.length, publicKey: readOrMakeAuditKey(join(data, auditKeyFile)).publicKey };
}

/** As `npm run city -- audit-heads --json` prints them, or one a line. Undefined when one of them is none. */
function headsIn(text: string): readonly AuditHead[] | undefined {
  const whole = parsedJson(text);
  const list: readonly unknown[] = typeof whole === 'object' && whole !== null && 'heads' in whole && Array.isArray(whole.heads) ? whole.heads : text.split('\n').filter((line) => line !== '').map((line) => parsedJson(line));
  const heads = list.map(trueHead);
  return heads.length > 0 && heads.every((one) => one !== undefined) ? heads : undefined;
}

function exportRows({ data, hallId }: AuditPlace, { from = '', to = '', file = '' }: Given, now: number): AuditAnswer {
  if (existsSync(file)) return refused('fileExists');
  const found = checkAudit(join(data, 'hall.db'), []);
  if (found === undefined) return refused('noAudit');
  if (found.bad !== undefined) return { ok: false, refusal: 'auditBroken', ...found.bad };
  const read = readDays(join(data, 'hall.db'), from, to);
  if (read === undefined) return refused('nothingThere');
  const key = readOrMakeAuditKey(join(data, auditKeyFile));
  writeDurably(file, rowsFile({ hall: hallId, ...read }, key, now));
  noteByTool(data, { act: 'auditExported', who: 'operator', role: 'operator', subject: `${read.rows[0]?.seq ?? 0}-${read.rows.at(-1)?.seq ?? 0}`, outcome: 'ok' }, now);
  return { ok: true, file, rows: read.rows.length, publicKey: key.publicKey };
}

function check({ file = '', public: publicKey = '' }: Given): AuditAnswer {
  if (!existsSync(file)) return refused('notRows');
  const found = checkRowsFile(readFileSync(file, 'utf8'), publicKey);
  return typeof found === 'string' ? { ok: false, refusal: 'notRows', ...(found === 'forged' ? { why: found } : {}) } : 'bad' in found ? { ok: false, refusal: 'auditBroken', row: found.bad, why: 'changed' } : { ok: true, ...found };
}

/** Gives the exit code: 0 whole or done, 2 refused or broken. `config` reads hall.json and throws when it cannot be used. */
export function auditCommand(args: readonly string[], now: number, config: (path: string) => HallConfig, print: (line: string) => void): number {
  const answer = answered(args, now, config);
  if (args.includes('--json')) print(JSON.stringify(answer));
  else if (answer.ok) for (const [name, value] of Object.entries(answer)) { if (name !== 'ok') print(`${name}: ${String(value)}`); }
  else {
    print(auditRefusalWords[answer.refusal]);
    if (answer.why !== undefined) print(`${answer.row === undefined || answer.row === 0 ? '' : `第 ${answer.row} 条 row ${answer.row}：`}${faultWords[answer.why]}`);
  }
  return answer.ok ? 0 : 2;
}

function answered(args: readonly string[], now: number, config: (path: string) => HallConfig): AuditAnswer {
  const read = readAuditArguments(args);
  if (read === undefined) return refused('badArguments');
  let place: AuditPlace | undefined;
  try {
    const found = read.given.config === undefined ? undefined : config(read.given.config);
    place = found === undefined ? undefined : { data: found.data, hallId: found.hall.hallId };
  } catch {
    return refused('badConfig');
  }
  return runAudit(read.command, read.given, place, now);
}
