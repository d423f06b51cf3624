/* `npm run hall -- enrol|devices|admit|revoke`: the devices of the hall's network, told to the agent while it runs. Chinese first. */
import { parseArgs } from 'node:util';
import type { Enrolling } from '../trust/enrolment.ts';
import { liveAskSchema, livePath, type LiveAnswer, type LiveAsk } from './live-door.ts';
import { dataOf, openLine } from './live-line.ts';

export const deviceCommandNames = ['enrol', 'devices', 'admit', 'revoke'] as const;
type Refusal = Extract<LiveAnswer, { ok: false }>['refusal'] | 'badArguments' | 'badConfig' | 'agentAway' | 'timeOver' | 'notLetIn';
const words: Readonly<Partial<Record<Refusal, string>>> = {
  badArguments: '参数不对，见 README。the arguments are not right, see README',
  badConfig: '配置文件不对，或没有写 lan。the configuration cannot be used, or has no lan',
  agentAway: '主机程序没有运行，或不是同一个用户。the agent does not run, or belongs to another user',
  timeOver: '五分钟到了，没有设备来登记；或登记码输错了五次。time is over or the code was wrong five times, and no device has come',
  notLetIn: '没有放行。it was not let in',
  signsUnknown: '没有屏幕显示这个核对码。no screen shows these signs',
  deviceUnknown: '没有这台设备，或已停用。there is no such device, or it was sent away',
  printerUnknown: '自助机要写清旁边的打印机（--printer，要在 hall.printers 里），别的设备不写。a kiosk needs its printer of hall.printers, and nobody else has one',
  limitReached: '设备太多了，先停用不用的。too many devices: send away what is not used',
};

export interface Terminal { readonly print: (line: string) => void; /** what somebody typed, without the line's end */ readonly read: () => Promise<string>; readonly after: (ms: number, run: () => void) => void }

/** Gives the exit code: 0 done, 2 refused. */
export async function runDevices(args: readonly string[], terminal: Terminal): Promise<number> {
  const json = args.includes('--json');
  const answer = await answered(args, terminal, json).catch((): LiveAnswer | { ok: false; refusal: Refusal } => ({ ok: false, refusal: 'agentAway' }));
  if (json) terminal.print(JSON.stringify(answer));
  else if (!answer.ok) terminal.print(words[answer.refusal] ?? answer.refusal);
  return answer.ok ? 0 : 2;
}

async function answered(args: readonly string[], terminal: Terminal, json: boolean): Promise<LiveAnswer | { readonly ok: false; readonly refusal: Refusal }> {
  const read = asked(args);
  if (read === undefined) return { ok: false, refusal: 'badArguments' };
  const data = dataOf(read.config, { lan: true });
  if (data === undefined) return { ok: false, refusal: 'badConfig' };
  const line = await openLine(livePath(data));
  try {
    if (read.ask.ask === 'open') return await enrol(line.ask, read.ask, terminal);
    const told = await line.ask(read.ask);
    if (told.ok && !json) for (const one of shown(told)) terminal.print(one);
    return told;
  } finally {
    line.end();
  }
}

/** Undefined for anything that is not exactly right. */
function asked(args: readonly string[]): { readonly config: string; readonly ask: LiveAsk } | undefined {
  const string = { type: 'string' } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { config: string, device: string, role: string, name: string, printer: string, signs: string, json: { type: 'boolean' } }, allowPositionals: true });
    const { config, device, role, name, printer, signs } = values;
    const given = Object.fromEntries(Object.entries({ deviceId: device, role, name, printer, signs }).filter(([, value]) => value !== undefined));
    const ask = liveAskSchema.safeParse({ ask: positionals[0] === 'enrol' ? 'open' : positionals[0], ...given });
    return config === undefined || positionals.length !== 1 || !ask.success || !deviceCommandNames.some((one) => one === positionals[0]) ? undefined : { config, ask: ask.data };
  } catch {
    return undefined;
  }
}

const lookMs = 500;

/** Shows the code, waits for the device, shows its signs, asks for a yes. */
async function enrol(ask: (question: LiveAsk) => Promise<LiveAnswer>, open: LiveAsk, { print, read, after }: Terminal): Promise<LiveAnswer | { readonly ok: false; readonly refusal: Refusal }> {
  const opened = await ask(open);
  if (!opened.ok) return opened;
  const code = String(opened['code']);
  print(`登记码 ${code.slice(0, 4)} ${code.slice(4)}（五分钟内有效）。在设备上输入它。\nthe code, good for five minutes: type it at the device`);
  for (;;) {
    const told = await ask({ ask: 'enrolling' });
    const now = told.ok ? told['enrolling'] as Enrolling | undefined : undefined;
    if (now === undefined) return { ok: false, refusal: 'timeOver' };
    if (now.at === 'proved') {
      print(`核对码 ${now.signs}\n设备屏幕上显示的一模一样吗？一样输入 y，不一样输入 n：\ndoes the device show the very same signs? y or n:`);
      if ((await read()).trim().toLowerCase() !== 'y') {
        await ask({ ask: 'cancel' });
        return { ok: false, refusal: 'notLetIn' };
      }
      const done = await ask({ ask: 'letIn', signs: now.signs });
      if (done.ok) print('登记好了。it is in');
      return done;
    }
    await new Promise<void>((resolve) => { after(lookMs, resolve); });
  }
}

/** Plain lines of an answer. */
function shown(told: Extract<LiveAnswer, { ok: true }>): string[] {
  const devices = (told['devices'] ?? []) as { deviceId: string; role: string; name: string; until: number; revokedAt?: number; link?: string; linkSince?: number }[];
  const waiting = (told['waiting'] ?? []) as { role: string; signs: string }[];
  const day = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');
  return [
    ...devices.map(({ deviceId, role, name, until, revokedAt, link, linkSince }) => [
      deviceId, role, name, revokedAt === undefined ? `有效到 until ${day(until)}` : `已停用 sent away ${day(revokedAt)}`, ...(link === undefined || linkSince === undefined ? [] : [`${link === 'connected' ? '在线 here' : link === 'copied' ? '可能被复制：请停用，再重新登记 may be copied: revoke it, then enrol it again' : '离线 away'} ${day(linkSince)}`]),
    ].join('  ')),
    ...waiting.map(({ role, signs }) => `等待放行 waits: ${role} ${signs}`),
    ...(told['devices'] === undefined ? ['好了。done'] : []),
  ];
}
