/* `npm run hall -- update load FILE | list | start VERSION | stop VERSION | status`: releases of the kiosk, told to the agent while it runs. Chinese first. */
import { randomBytes } from 'node:crypto';
import { chownSync, copyFileSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { UpdateStatus } from '../updates/updates.ts';
import { liveAskSchema, livePath, type LiveAnswer, type LiveAsk } from './live-door.ts';
import { dataOf, openLine } from './live-line.ts';

type Refusal = Extract<LiveAnswer, { ok: false }>['refusal'] | 'badArguments' | 'badConfig' | 'agentAway' | 'noRoom';
type Told = LiveAnswer | { readonly ok: false; readonly refusal: Refusal };
const words: Readonly<Partial<Record<Refusal, string>>> = {
  badArguments: '参数不对，见 README。the arguments are not right, see README',
  badConfig: '配置文件不对，或没有写 lan。the configuration cannot be used, or has no lan',
  agentAway: '主机程序没有运行，或不是同一个用户。the agent does not run, or belongs to another user',
  noRoom: '主机磁盘放不下，什么也没留下。no room on the disk, nothing was left there',
  unreadable: '读不了这个文件。the file cannot be read',
  noKeys: 'hall.json 里没有写 updates.keys（厂家的公钥）。hall.json has no updates.keys',
  noLan: 'hall.json 里没有写 lan。this hall has no network of its own',
  signatureWrong: '签名不对：不是厂家发的，或被改过。不要用。the signature is wrong: do not use it',
  digestWrong: '文件坏了或不全，请重新拷贝。the file is damaged or cut, copy it again',
  manifestWrong: '不是自助机的更新文件。this is no release of the kiosk',
  tooLarge: '文件太大。too large',
  versionUnknown: '主机上没有这个版本，先 update load。this version is not here: load it first',
  lanOther: '这个版本和现在的主机程序说不上话，请先更新主机。kiosks on it could not speak to this agent: update the agent first',
  noStage: '现在没有在发这个版本。this version is not being given out',
};

/** Gives the exit code: 0 done, 2 refused. */
export async function runUpdate(args: readonly string[], print: (line: string) => void): Promise<number> {
  const json = args.includes('--json');
  const told = await answered(args).catch((): Told => ({ ok: false, refusal: 'agentAway' }));
  if (json) print(JSON.stringify(told));
  else for (const line of told.ok ? shown(told) : [words[told.refusal] ?? told.refusal]) print(line);
  return told.ok ? 0 : 2;
}

type Asked = Extract<LiveAsk, { ask: 'update' }>;
/** `load` stands with the file's own path until it is copied. */
function asked(args: readonly string[]): { readonly config: string; readonly file?: string; readonly ask: Asked } | undefined {
  try {
    const { values: { config }, positionals: [update, what, about, ...more] } = parseArgs({ args: [...args], options: { config: { type: 'string' }, json: { type: 'boolean' } }, allowPositionals: true });
    if (config === undefined || update !== 'update' || more.length > 0) return undefined;
    if (what === 'load') return about === undefined ? undefined : { config, file: about, ask: { ask: 'update', act: 'load', name: `${randomBytes(8).toString('hex')}.loading` } };
    const ask = liveAskSchema.safeParse({ ask: 'update', act: what === 'list' ? 'status' : what, ...(about === undefined ? {} : { version: about }) }).data;
    return ask?.ask === 'update' ? { config, ask } : undefined;
  } catch {
    return undefined;
  }
}

async function answered(args: readonly string[]): Promise<Told> {
  const read = asked(args);
  if (read === undefined) return { ok: false, refusal: 'badArguments' };
  const data = dataOf(read.config, { lan: true });
  if (data === undefined) return { ok: false, refusal: 'badConfig' };
  const line = await openLine(livePath(data));
  const path = read.ask.act === 'load' ? join(data, 'updates', read.ask.name) : undefined;
  try {
    if (path !== undefined && read.file !== undefined) {
      const refusal = brought(read.file, path, data);
      if (refusal !== undefined) return { ok: false, refusal };
    }
    const told = await line.ask(read.ask);
    return told.ok && args.includes('list') ? { ok: true, releases: told['releases'] } : told;
  } finally {
    if (path !== undefined) rmSync(path, { force: true });
    line.end();
  }
}

/** Into the agent's own folder: it may not see where a stick is mounted. */
function brought(from: string, to: string, data: string): Refusal | undefined {
  try {
    mkdirSync(join(data, 'updates'), { recursive: true, mode: 0o700 });
    copyFileSync(from, to);
    const { uid, gid } = statSync(data);
    if (process.getuid?.() === 0) chownSync(to, uid, gid);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'noRoom' : 'unreadable';
  }
}

const steps = { one: '先给一台 one kiosk first', share: '给一部分 a share', all: '给全部 all of them' } as const;
const waits = { nobody: '没有开着的自助机 no kiosk is on', night: '等闭市再换 they wait for closed hours', changing: '正在换 they change now', watching: '换好的在观察 those that have it are watched', done: '开着的都换好了 all that are on have it' } as const;
const whys = { rolledBack: '有自助机退回了旧版 a kiosk went back', refused: '有自助机不收 a kiosk did not take it', asked: '人工停的 somebody said so' } as const;
const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Plain lines of an answer. */
function shown(told: Extract<LiveAnswer, { ok: true }>): string[] {
  const { releases, stage, kiosks, closed, version } = told as unknown as Partial<UpdateStatus> & { readonly version?: string };
  if (releases === undefined) return [`好了。done ${version ?? ''}`];
  return [
    ...(releases.length === 0 ? ['主机上没有更新文件。no releases here'] : releases.map(({ version: one, platform, madeAt, notes }) => `${one}  ${platform}  ${day(madeAt)}  ${notes}`)),
    ...(kiosks === undefined ? [] : [
      stage === undefined ? '没有在发更新。nothing is being given out' : stageLine(stage),
      closed === true ? '现在闭市，可以换。the hall is closed, kiosks may switch' : '现在开市，不换。the hall is open, nobody switches',
      ...kiosks.map(kioskLine),
    ]),
  ];
}

function stageLine({ version, step, waits: waiting, has, of, stopped }: NonNullable<UpdateStatus['stage']>): string {
  const far = `${String(has)}/${String(of)}`;
  if (stopped === undefined) return `正在发 ${version}：${steps[step]}，${waits[waiting]}，${far}`;
  return `正在发 ${version}：已停 stopped ${day(stopped.at)}，${whys[stopped.why]}${stopped.deviceId === undefined ? '' : ` ${stopped.deviceId}`}，${far}${stopped.settled === true ? '，已有人看过 read' : ''}`;
}

const kioskLine = ({ deviceId, running, healthy, ready, given, off, bad, refused, at, wellMinutes }: UpdateStatus['kiosks'][number]): string => [
  deviceId, running, off ? '没开机 switched off' : healthy ? '正常 well' : '还没确认 not yet well', `开市时间内正常 ${String(wellMinutes)} 分钟`, ...(given ? ['在名单里 may have it'] : []), ...(ready === undefined ? [] : [`已下载 has ${ready}`]),
  ...(bad.length === 0 ? [] : [`起不来 never came up: ${bad.join(' ')}`]), ...(refused === undefined ? [] : [`不收 refused ${refused.version} ${refused.refusal}`]), day(at),
].join('  ');
