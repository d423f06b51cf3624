/* Drives the session as a host would, with a clock and ids of the test's own, and keeps what it asked for. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { HallFace } from '@kuaizhao/sync-agent/contract/kiosk.ts';
import type { KioskQuestion, KioskTold } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import type { Effect, SessionEvent } from '@kuaizhao/kiosk/session/event.ts';
import { faceOf } from '@kuaizhao/kiosk/session/face-of.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import type { NumberTaken } from '@kuaizhao/kiosk/session/numbers-only/scenes.ts';
import { next } from '@kuaizhao/kiosk/session/next.ts';
import { firstState, type State } from '@kuaizhao/kiosk/session/state.ts';
import type { MyDay } from '@kuaizhao/sync-agent/contract/queries/worker/day.ts';
import { tellingFor } from './tellings.ts';

/** Synthetic people of the published samples. */
export const li: Card = { layout: 'resident', name: '李春梅', sex: 'female', birth: '19491231', number: '11010519491231002X' };
export const wang: Card = { layout: 'resident', name: '王建国', sex: 'male', birth: '19800101', number: '440524198001010013' };

/** 2026-11-21 05:10 in China. */
export const dawn = Date.parse('2026-11-20T21:10:00Z');

export const hall: HallFace = {
  hallId: 'hall-1', name: '城东综合零工市场', hotline: '0531-80000000', now: dawn,
  services: [{ code: 'rights', label: '劳动维权', series: 'C' }], bays: ['1号车位', '2号车位'], workPlaces: ['高新区', '开发区'],
};

export interface Driver {
  state(): State;
  face(): KioskFace;
  effects(): readonly Effect[];
  happen(event: SessionEvent): void;
  touch(...touches: Touch[]): void;
  tap(...types: ('next' | 'back' | 'agree' | 'decline' | 'skip' | 'end' | 'wantToHire' | 'wantService' | 'household' | 'print' | 'reprint' | 'continue' | 'erase')[]): void;
  pass(ms: number): void;
  sent(): readonly Command[];
  lastSent(): Command;
  lastQuestion(): KioskQuestion;
  /** The agent's word to the last question. */
  tell(told: KioskTold): void;
  /** What a sound hall would say to the last question. */
  tellSound(day?: MyDay): void;
  accept(facts: Fact[], papers?: PrintOrder[]): void;
  refuse(code: RefusalCode, field?: string): void;
}

export function drive(start: State = ready()): Driver {
  let state = start;
  let ms = 0;
  let ids = 0;
  const effects: Effect[] = [];
  let given = 0;
  const takes = (service: string): NumberTaken =>
    (state.left.services.includes(service) ? { ok: true, number: `A${6000 + (given += 1)}`, printJobId: `own-${given}`, order: undefined } : { ok: false, why: state.left.state === 'broken' ? 'broken' : 'usedUp' });
  const happen = (event: SessionEvent): void => {
    ids += 1;
    const step = next(state, event, { now: dawn + ms, ms, freshId: `command-${ids}` });
    state = step.state;
    effects.push(...step.effects);
    // As the host does it: the number is there before anything else happens.
    for (const effect of step.effects) if (effect.type === 'takeNumber') happen({ type: 'numberTaken', requestId: effect.requestId, taken: takes(effect.service) });
  };
  const sent = (): Command[] => effects.flatMap((effect) => (effect.type === 'send' ? [effect.command] : []));
  const lastSent = (): Command => sent().at(-1)!;
  const answer = (answer: Answer): void => happen({ type: 'answered', commandId: answer.commandId ?? '', answer });
  const touch = (...touches: Touch[]): void => touches.forEach((one) => happen({ type: 'touch', touch: one }));
  return {
    state: () => state, face: () => faceOf(state), effects: () => effects, happen, touch, sent, lastSent,
    tap: (...types) => types.forEach((type) => touch({ type })),
    pass(length) {
      for (let left = length; left > 0; left -= 500) {
        ms += Math.min(500, left);
        happen({ type: 'tick' });
      }
    },
    lastQuestion: () => effects.findLast((effect) => effect.type === 'ask')!.question,
    tell: (told) => happen({ type: 'replied', queryId: effects.findLast((effect) => effect.type === 'ask')!.queryId, reply: { ok: true, told } }),
    tellSound(day) {
      const asked = effects.findLast((effect) => effect.type === 'ask')!;
      const told = tellingFor(asked.question, day);
      if (told === undefined) throw new Error(`nothing to say to ${asked.question.name}`);
      happen({ type: 'replied', queryId: asked.queryId, reply: { ok: true, told } });
    },
    accept: (facts, papers = []) => answer({ ok: true, commandId: lastSent().commandId, facts, papers }),
    refuse: (code, field) => answer({ ok: false, commandId: lastSent().commandId, refusal: field === undefined ? { code } : { code, field } }),
  };
}

/** A kiosk with everything in order and nobody in front of it. */
export const ready = (): State => ({
  ...firstState({ pxPerMm: 4, printerId: 'printer-1' }),
  hall, agentUp: true, reader: 'ready', printer: 'ready', printTarget: { printer: 'printer-1', ready: true },
});

export const ticket = (number = 'A017', ahead = 3, service = 'work'): Fact => ({
  type: 'ticketIssued', ticketId: 'ticket-1', businessDay: '2026-11-21', service, number, order: 17, ahead, trades: service === 'work' ? ['0102'] : [],
});
export const queued = (printJobId = 'print-1', sending = true): Fact => ({
  type: 'printQueued', printJobId, printer: 'printer-1', subject: { kind: 'queueTicket', id: 'ticket-1' }, copy: 1, sending,
});
export const ticketPaper = (printJobId = 'print-1', number = 'A017', copy = 1): PrintOrder => ({
  printJobId, printer: 'printer-1', copy, state: 'sending',
  paper: { kind: 'queueTicket', hallName: hall.name, hotline: hall.hotline, at: dawn, number, trades: ['0102'], ahead: 3 },
});
