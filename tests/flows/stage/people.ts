/* Those who act in the stories: a person at a kiosk, the host at the tables, and whoever reads the board. Each uses only what the real one has. */
import { randomUUID } from 'node:crypto';
import { io, type Socket } from 'socket.io-client';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import type { ReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import type { KioskFace, Screen, Touch } from '@kuaizhao/kiosk/session/face.ts';
import { changed } from '@kuaizhao/sync-agent/contract/boards/change.ts';
import { boardChangeSchema, boardStateSchema, type BoardState } from '@kuaizhao/sync-agent/contract/board.ts';
import { answerSchema, type Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { floorStateSchema, type FloorState, type SignInReply } from '@kuaizhao/sync-agent/contract/console.ts';
import type { QueryName } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { queryAnswerSchema, type QueryAnswer } from '@kuaizhao/sync-agent/contract/queries/query.ts';
import { namespaces } from '@kuaizhao/sync-agent/contract/lan.ts';
import { lanVersion } from '@kuaizhao/sync-agent/contract/version.ts';
import { eventually } from './eventually.ts';

/** Where a kiosk is touched and looked at: in the same process or over the page's socket. */
export interface KioskPanel { face(): KioskFace | undefined; touch(touch: Touch): void }

type ScreenOf<At extends Screen['at']> = Extract<Screen, { at: At }>;

export class AtKiosk {
  readonly panel: KioskPanel;
  readonly reader: ReaderSimulator;
  constructor(panel: KioskPanel, reader: ReaderSimulator) {
    this.panel = panel;
    this.reader = reader;
  }

  async sees<At extends Screen['at']>(at: At, fitting: (screen: ScreenOf<At>) => boolean = () => true): Promise<ScreenOf<At>> {
    try {
      return await eventually(`screen ${at}`, () => {
        const screen = this.panel.face()?.screen;
        return screen?.at === at && fitting(screen as ScreenOf<At>) ? screen as ScreenOf<At> : undefined;
      });
    } catch (error) {
      throw new Error(`${(error as Error).message}; the kiosk shows ${JSON.stringify(this.panel.face()?.screen)}`, { cause: error });
    }
  }

  async ready(): Promise<void> {
    await eventually('a ready kiosk', () => { const face = this.panel.face(); return face !== undefined && face.agentUp && face.readerReady && face.printer === 'ready' && face.screen.at === 'attract'; });
  }

  touch(touch: Touch): void {
    this.panel.touch(touch);
  }

  /** First visit: card, consent, no phone, one trade, number. */
  async register(card: CardRead, trade: string): Promise<string> {
    this.reader.place(card);
    await this.sees('consent');
    this.touch({ type: 'agree' });
    await this.sees('phone');
    this.touch({ type: 'skip' });
    await this.sees('trades');
    this.touch({ type: 'toggleTrade', trade });
    await this.sees('trades', (screen) => screen.chosen.includes(trade));
    this.touch({ type: 'next' });
    return (await this.sees('number')).number;
  }

  /** Takes paper and card and goes. */
  async leave(): Promise<void> {
    this.touch({ type: 'end' });
    this.reader.lift();
    await this.sees('attract');
  }

  /** A household posts a job for `headcount` people, all by touch. */
  async post(card: CardRead, trade: string, headcount: number, now: number): Promise<string> {
    this.touch({ type: 'wantToHire' });
    await this.sees('employerCard');
    this.reader.place(card);
    await this.sees('whoAmI');
    this.touch({ type: 'household' });
    await this.sees('promise');
    this.touch({ type: 'agree' });
    const steps = [
      ['jobTrade', { trade, headcount }],
      ['jobPay', { pay: { kind: 'fixed', amountFen: 20_000, unit: 'day' }, settlement: 'atOnce' }],
      ['jobWhen', { startAt: now + 3_600_000, hoursPerDay: 8, days: 1 }],
      ['jobPlace', { place: '历城区' }],
      ['jobConditions', { meals: true, transport: true, tools: false, hazards: ['heavyLoad'], protection: true, insurance: 'employer' }],
      ['jobVan', { bay: '3号位', plate: '鲁A12345' }],
      ['jobMode', { mode: 'open' }],
    ] as const;
    for (const [at, terms] of steps) {
      await this.sees(at);
      this.touch({ type: 'setTerms', terms: structuredClone(terms) as Extract<Touch, { type: 'setTerms' }>['terms'] });
      await this.sees(at, (screen: { draft: object }) => Object.keys(terms).every((key) => key in screen.draft));
      this.touch({ type: 'next' });
    }
    await this.sees('jobCheck');
    this.touch({ type: 'next' });
    return (await this.sees('posted')).number;
  }
}

/** A member of staff at a console of their own. */
export class AtConsole {
  readonly #socket: Socket;
  floor: FloorState | undefined;

  constructor(agentUrl: string, deviceId: string) {
    this.#socket = io(agentUrl + namespaces.console, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId } });
    this.#socket.on('floor', (state: unknown) => { this.floor = floorStateSchema.parse(state); });
  }

  signIn(staffId: string, pin: string): Promise<SignInReply> {
    return this.#socket.timeout(10_000).emitWithAck('signIn', { staffId, pin }) as Promise<SignInReply>;
  }

  async ask(command: { type: string; commandId?: string } & Record<string, unknown>): Promise<Answer> {
    return answerSchema.parse(await this.#socket.timeout(10_000).emitWithAck('command', { commandId: randomUUID(), ...command }));
  }

  async question(name: QueryName, asked: object): Promise<QueryAnswer> {
    return queryAnswerSchema.parse(await this.#socket.timeout(10_000).emitWithAck('query', { name, asked }));
  }

  async sees<T>(what: string, look: (floor: FloorState) => T): Promise<Exclude<T, undefined | false>> {
    return eventually<T | undefined>(what, () => (this.floor === undefined ? undefined : look(this.floor)));
  }

  close(): void {
    this.#socket.close();
  }
}

/** Reads the board by its socket: every state is checked by the contract's schema. */
export class AtBoard {
  readonly #socket: Socket;
  state: BoardState | undefined;

  constructor(agentUrl: string, deviceId = 'board-test') {
    this.#socket = io(agentUrl + namespaces.board, { transports: ['websocket'], forceNew: true, auth: { version: lanVersion, deviceId } });
    this.#socket.on('board', (state: unknown) => { this.state = boardStateSchema.parse(state); });
    this.#socket.on('change', (change: unknown) => {
      const next = this.state && changed(this.state, boardChangeSchema.parse(change));
      if (next === undefined) this.#socket.emit('whole');
      else this.state = boardStateSchema.parse(next);
    });
  }

  async sees<T>(what: string, look: (state: BoardState) => T): Promise<Exclude<T, undefined | false>> {
    return eventually<T | undefined>(what, () => (this.state === undefined ? undefined : look(this.state)));
  }

  close(): void {
    this.#socket.close();
  }
}
