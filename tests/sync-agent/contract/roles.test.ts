/* Every command × every role at the engine's door: who may not is refused before anything is looked at. */
import { expect, test } from 'vitest';
import { commandSchema, rolesOf, type CommandType } from '@kuaizhao/db/domain/command.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import { kioskActor, morning, openEngine, refusalOf, staffActor } from '../../fixtures/engine.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { creditCode, person } from '../../fixtures/people.ts';

const card = person(1);
const samples: { readonly [T in CommandType]: Omit<Extract<Command, { type: T }>, 'type' | 'commandId'> } = {
  checkIn: { card }, registerWorker: { card, consent: { textVersion: '2026-11', purposes: ['registration'] }, trades: ['0101'] },
  registerHousehold: { card, promiseVersion: '2026-11' }, registerEmployer: { kind: 'enterprise', name: '样例公司', creditCode: creditCode(1), representatives: [] },
  postJob: { employerId: 'nobody', card, terms: soundTerms(morning) }, takeDownJob: { jobId: 'none', reason: 'mistake' }, takeTicket: { service: 'policy' },
  callNext: { windowId: 'w1' }, callForJob: { tableId: 't1', jobId: 'none', count: 1 }, recall: { callId: 'none' }, markNoShow: { callId: 'none' },
  endCall: { callId: 'none', outcome: 'served' }, confirmHire: { callId: 'none', settlement: 'atOnce' },
  startPrint: { printJobId: 'none' }, finishPrint: { printJobId: 'none', outcome: 'printed' }, reprint: { printJobId: 'none', printer: { printer: 'printer-1', ready: true } },
};

for (const type of Object.keys(samples) as CommandType[]) {
  test(`${type}: ${rolesOf[type].join(' and ')} only`, async () => {
    const hall = openEngine();
    for (const actor of [kioskActor, staffActor]) {
      const command = { type, commandId: `command-${type}-${actor.role}`, ...samples[type] };
      expect(commandSchema.safeParse(command).success).toBe(true);
      const refusal = refusalOf(await hall.engine.handle(command, actor));
      const allowed = rolesOf[type].some((role) => role === actor.role);
      expect([actor.role, refusal === 'notYourRole']).toEqual([actor.role, !allowed]);
    }
    expect(hall.failures).toEqual([]);
  });
}
