/* A console that is signed in, against a server that speaks the contract: questions are answered by what the test says, each answer checked by the question's own schema. */
import type { Browser } from 'playwright-core';
import { commandSchema, type Command } from '@kuaizhao/db/domain/command.ts';
import type { CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import type { StaffRole } from '@kuaizhao/db/domain/staff/role.ts';
import { answerSchema, type Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { cityTradesSchema, deskSchema, floorStateSchema, signInSchema, type FloorState, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import { queries, type QueryName, type QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { queryMessageSchema, type QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { openFace, type FacePage } from './face-page.ts';
import { openStage, type Stage } from './face-stage.ts';
import { sampleTrade } from '../../fixtures/city/trades.ts';
import { at0531, desk, floorState } from './morning.ts';

/** What the city says: a trade of its own, what labourers are also called, and one that is retired. */
const cityTrades: readonly CityTrade[] = [sampleTrade, { code: '0101', zh: '小工', en: 'Labourer', aliases: ['杂工', '力工'], loadClass: 3 }, { code: '0108', zh: '架子工', en: 'Scaffolder', loadClass: 3, retired: true }];

/** What the agent knows: an answer a question, or what makes one of what is asked. A question without one is answered with silence. */
export type Answers = { readonly [N in QueryName]?: QueryReply<N> | ((asked: never) => QueryReply<N>) };

export interface ConsoleStage {
  readonly stage: Stage;
  readonly face: FacePage;
  readonly commands: Command[];
  /** every question, with what was asked */
  readonly asked: { readonly name: string; readonly asked: unknown }[];
  /** what the agent says to the next commands; done by default */
  answerCommands(answer: (command: Command) => Answer): void;
  answer(more: Answers): void;
  close(): Promise<void>;
}

const done = (command: Command): Answer => answerSchema.parse({ ok: true, commandId: command.commandId, facts: [], papers: [] });

export interface ConsoleParts { readonly role: StaffRole; readonly answers: Answers; readonly floor?: Partial<FloorState>; /** opened at `#page` */ readonly page: string; readonly language?: string }

/** Signed in, the page open; 1366 × 768 at 05:31. */
export async function openConsole(browser: Browser, { role, answers, floor, page, language = 'zh-CN' }: ConsoleParts): Promise<ConsoleStage> {
  const [commands, asked]: [Command[], ConsoleStage['asked']] = [[], []];
  let known: Answers = answers;
  let answerCommand = done;
  const staff = [...desk.staff.filter((one) => one.role !== role), { staffId: 'me', staffName: '值班人员', role }];
  const stage = await openStage({
    face: 'console', namespace: '/console',
    onConnect: (socket) => {
      socket.emit('desk', deskSchema.parse({ ...desk, staff }));
      socket.emit('trades', cityTradesSchema.parse(cityTrades));
      socket.on('signIn', (_attempt: unknown, reply: (reply: SignInReply) => void) => {
        reply({ ok: true, staffName: '值班人员', role });
        socket.emit('floor', floorStateSchema.parse(floorState(floor)));
      });
      // The PIN of whoever stands beside is the same as everybody's here.
      socket.on('vouch', (attempt: unknown, reply: (reply: SignInReply) => void) => { reply(signInSchema.parse(attempt).pin === '4821' ? { ok: true, staffName: '管理员', role: 'admin' } : { ok: false, waitMs: 0 }); });
      socket.on('query', (message: unknown, reply: (answer: QueryAnswer) => void) => {
        const question = queryMessageSchema.parse(message);
        const name = question.name as QueryName;
        const request = queries[name].request.parse(question.asked);
        asked.push({ name, asked: request });
        const answer = known[name] as unknown;
        if (answer === undefined) return;
        reply({ ok: true, value: queries[name].reply.parse(typeof answer === 'function' ? (answer as (about: unknown) => unknown)(request) : answer) });
      });
      socket.on('command', (message: unknown, reply: (answer: Answer) => void) => {
        const command = commandSchema.parse(message);
        commands.push(command);
        reply(answerCommand(command));
      });
    },
  });
  const face = await openFace(browser, { url: `${stage.url}?lang=${language}#${page}`, width: 1366, height: 768, at: at0531 });
  await face.page.getByText('值班人员').click();
  await face.page.keyboard.type('4821');
  await face.page.keyboard.press('Enter');
  await face.page.locator('.shell').waitFor();
  return {
    stage, face, commands, asked,
    answerCommands: (answer) => { answerCommand = answer; },
    answer: (more) => { known = { ...known, ...more }; },
    close: async () => { await face.page.close(); await stage.close(); },
  };
}
