/* `npm run hall -- recovery-code|recover`: the code of the sealed envelope, made and used at the hall's own machine while the agent runs. Chinese first. */
import { parseArgs } from 'node:util';
import type { Terminal } from './devices.ts';
import { liveAskSchema, livePath, type LiveAnswer } from './live-door.ts';
import { dataOf, openLine } from './live-line.ts';

type Refusal = Extract<LiveAnswer, { ok: false }>['refusal'] | 'badArguments' | 'badConfig' | 'agentAway';
type Told = { readonly ok: true; readonly [field: string]: unknown } | { readonly ok: false; readonly refusal: Refusal; readonly waitMs?: number };

const words: Readonly<Partial<Record<Refusal, string>>> = {
  badArguments: '参数不对，见 README。恢复码从标准输入给。the arguments are not right, see README; the code is given on standard input',
  badConfig: '配置文件不对。the configuration cannot be used',
  agentAway: '主机程序没有运行，或不是同一个用户。the agent does not run, or belongs to another user',
  recoveryUnknown: '还没有制作恢复码，或已经用过。no code was made, or it was used',
  recoveryWrong: '恢复码不对。that is not the code',
  accountUnknown: '没有这个管理员，或已停用。there is no such admin, or the account is closed',
};

/** Gives the exit code: 0 done, 2 refused. */
export async function runRecovery(args: readonly string[], terminal: Pick<Terminal, 'print' | 'read'>): Promise<number> {
  const json = args.includes('--json');
  const told = await answered(args, terminal).catch((): Told => ({ ok: false, refusal: 'agentAway' }));
  if (json) terminal.print(JSON.stringify(told));
  else for (const line of shown(told)) terminal.print(line);
  return told.ok ? 0 : 2;
}

async function answered(args: readonly string[], { read }: Pick<Terminal, 'read'>): Promise<Told> {
  const asked = readArguments(args);
  if (asked === undefined) return { ok: false, refusal: 'badArguments' };
  const data = dataOf(asked.config, { lan: false });
  if (data === undefined) return { ok: false, refusal: 'badConfig' };
  // Never as an argument: arguments are seen by everybody on the machine.
  const ask = liveAskSchema.safeParse(asked.staff === undefined ? { ask: 'recoveryCode' } : { ask: 'recover', staffId: asked.staff, code: (await read()).trim() });
  if (!ask.success) return { ok: false, refusal: 'badArguments' };
  const line = await openLine(livePath(data));
  try {
    return await line.ask(ask.data);
  } finally {
    line.end();
  }
}

/** Undefined for anything that is not exactly right. */
function readArguments(args: readonly string[]): { readonly config: string; readonly staff: string | undefined } | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { config: { type: 'string' }, staff: { type: 'string' }, json: { type: 'boolean' } }, allowPositionals: true });
    const wanted = positionals.length === 1 && (positionals[0] === 'recover') === (values.staff !== undefined);
    return wanted && values.config !== undefined ? { config: values.config, staff: values.staff } : undefined;
  } catch {
    return undefined;
  }
}

const secondMs = 1_000;

function shown(told: Told): string[] {
  if (!told.ok) return [words[told.refusal] ?? told.refusal, ...(told.waitMs !== undefined && told.waitMs > 0 ? [`请等 ${String(Math.ceil(told.waitMs / secondMs))} 秒再试。wait before the next try`] : [])];
  const { code, pin } = told;
  if (typeof code === 'string') return [
    `恢复码 ${code}`,
    '只显示这一次。请抄在纸上，装进信封封好，放进保险柜。以前的恢复码已作废。',
    'shown this once: write it down, seal it in an envelope, keep it in a safe. A code made before is void.',
  ];
  return [`一次性密码 ${typeof pin === 'string' ? pin : ''}`, '请用它登录一次，马上设自己的密码。恢复码已用掉，请再做一个：npm run hall -- recovery-code', 'a PIN for one sign-in. The code is used up: make another one'];
}
