/* Whatever happens in whatever order: no throw, no dead end, nothing kept of who left, one question at a time, every screen reachable. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { jobTermsSchema } from '@kuaizhao/db/domain/jobs/terms.ts';
import { refusalCodes } from '@kuaizhao/db/domain/refusal.ts';
import type { Touch } from '@kuaizhao/kiosk/session/face.ts';
import { touchSchema } from '@kuaizhao/kiosk/session/face.ts';
import type { SessionEvent } from '@kuaizhao/kiosk/session/event.ts';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { printerUsable } from '@kuaizhao/kiosk/session/paper.ts';
import { dawn, drive, hall, li, queued, ticket, ticketPaper, wang, type Driver } from './driver.ts';
import { firm, shop, toldToBoss } from './employer/stage.ts';

const phone = '13912345678';
const touches: Touch[] = [
  { type: 'language', language: 'en' }, { type: 'textStep', textStep: 2 }, { type: 'reach', on: true }, { type: 'contrast', high: true }, { type: 'wantToHire' }, { type: 'wantService' }, { type: 'service', code: 'rights' },
  { type: 'agree' }, { type: 'decline' }, { type: 'erase' }, { type: 'skip' }, { type: 'toggleTrade', trade: '0102' }, { type: 'toggleTrade', trade: '0301' },
  { type: 'employer', employerId: 'firm-1' }, { type: 'household' }, { type: 'next' }, { type: 'back' }, { type: 'reprint' }, { type: 'continue' }, { type: 'end' },
  { type: 'setTerms', terms: { trade: '0201', headcount: 2, pay: { kind: 'negotiable' }, settlement: 'done', place: '高新区', hazards: ['none'], insurance: 'none' } },
  { type: 'setTerms', terms: { startAt: dawn + 7_200_000, leaveBy: dawn + 9_000_000, hazards: ['none', 'height'] } },
  { type: 'setTerms', terms: { plate: undefined } },
  ...['post', 'record', 'desk', 'ticket', 'home', 'edit', 'people', 'placard', 'slip', 'prices', 'open', 'close', 'headcount', 'arrived', 'paid', 'phone', 'on'].map((to): Touch => ({ type: 'go', to })),
  ...['job-1', 'job-0', 'hire-1', 'real-1', 'weather'].map((id): Touch => ({ type: 'choose', id })),
  ...Array.from(phone).map((digit): Touch => ({ type: 'digit', digit })),
];

/** What a morning can bring: fixed events, answers to whatever is being asked, and time. */
type Doing = { do: 'event'; event: SessionEvent } | { do: 'phone' } | { do: 'forward' } | { do: 'accept' } | { do: 'refuse'; code: (typeof refusalCodes)[number] } | { do: 'stale' } | { do: 'pass'; ms: number };
const printers = ['starting', 'ready', 'paperOut', 'nearEnd', 'unreachable'] as const;
const events: SessionEvent[] = [
  { type: 'cardRead', card: li }, { type: 'cardRead', card: wang }, { type: 'cardUnfit', code: 'cardNumberWrong' }, { type: 'cardTrouble', trouble: 'placeAgain' }, { type: 'cardLifted' },
  { type: 'reader', reader: 'outOfService' }, { type: 'reader', reader: 'ready' }, { type: 'hall', hall }, { type: 'agentUp' }, { type: 'agentDown' }, { type: 'agentHeard' },
  { type: 'left', left: { state: 'ready', services: ['rights', 'work'] } }, { type: 'left', left: { state: 'ready', services: [] } }, { type: 'left', left: { state: 'broken', services: [] } },
  ...printers.map((printer): SessionEvent => ({ type: 'printer', printer, ready: printerUsable(printer) })),
  ...(['printing', 'waiting', 'printed', 'failed'] as const).map((stage): SessionEvent => ({ type: 'paper', printJobId: 'print-1', stage })),
];
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 9, arbitrary: fc.constant<Doing>({ do: 'forward' }) },
  { weight: 8, arbitrary: fc.constantFrom(...touches).map((touch): Doing => ({ do: 'event', event: { type: 'touch', touch } })) },
  { weight: 5, arbitrary: fc.constantFrom(...events).map((event): Doing => ({ do: 'event', event })) },
  { weight: 4, arbitrary: fc.constant<Doing>({ do: 'accept' }) },
  { weight: 2, arbitrary: fc.oneof(fc.constantFrom('workerUnknown' as const, 'underSixteen' as const), fc.constantFrom(...refusalCodes)).map((code): Doing => ({ do: 'refuse', code })) },
  { weight: 1, arbitrary: fc.constantFrom<Doing>({ do: 'stale' }, { do: 'phone' }) },
  { weight: 2, arbitrary: fc.constantFrom(500, 3_000, 20_000, 95_000).map((ms): Doing => ({ do: 'pass', ms })) },
);

const number = (command: { commandId: string }): string => `A${command.commandId.replace(/\D/g, '').padStart(3, '0').slice(-5)}`;

function factFor(command: Command): Fact {
  if (command.type === 'registerHousehold') return { type: 'employerRegistered', employerId: 'home-1', kind: 'household' };
  if (command.type === 'postJob') return { type: 'jobPosted', jobId: 'job-1', number: number(command), businessDay: '2026-11-21', employerId: 'home-1', terms: jobTermsSchema.parse(command.terms) };
  return ticket(number(command));
}

/** What most people do next. */
const forward: { readonly [At in string]?: readonly Touch[] } = {
  attract: [{ type: 'wantToHire' }], services: [{ type: 'service', code: 'rights' }], consent: [{ type: 'agree' }], phone: [{ type: 'skip' }], whoAmI: [{ type: 'household' }], employerHome: [{ type: 'choose', id: 'job-1' }], myJob: [{ type: 'go', to: 'people' }], jobPeople: [{ type: 'choose', id: 'hire-1' }], repeat: [{ type: 'next' }], promise: [{ type: 'agree' }],
  trades: [{ type: 'toggleTrade', trade: '0102' }, { type: 'next' }], jobVan: [{ type: 'skip' }], jobCheck: [{ type: 'next' }],
  ...Object.fromEntries(['jobTrade', 'jobPay', 'jobWhen', 'jobPlace', 'jobConditions', 'jobMode'].map((at) => [at, [touches[18]!, { type: 'next' }]])),
};

function carryOut(kiosk: Driver, one: Doing): void {
  if (one.do === 'event') return kiosk.happen(one.event);
  if (one.do === 'pass') return kiosk.pass(one.ms);
  if (one.do === 'phone') return kiosk.touch(...Array.from(phone).map((digit): Touch => ({ type: 'digit', digit })));
  const { scene } = kiosk.state();
  if (one.do === 'forward') {
    if (scene.at === 'employerCard') return kiosk.happen({ type: 'cardRead', card: wang });
    if (scene.at !== 'asking') return kiosk.touch(...(forward[scene.at] ?? []));
  }
  if (scene.at === 'asking' && kiosk.effects().findLast((effect) => effect.type !== 'forget')?.type === 'ask') return kiosk.tell(toldToBoss(kiosk.lastQuestion()));
  const commands = kiosk.sent();
  const command = one.do === 'stale' ? commands[0] : commands.at(-1);
  if (command === undefined) return undefined;
  const { commandId } = command;
  const answer: Answer = one.do === 'refuse' || (one.do === 'forward' && command.type === 'checkIn') ? { ok: false, commandId, refusal: { code: one.do === 'refuse' ? one.code : 'workerUnknown' } }
    : { ok: true, commandId, facts: [factFor(command), queued()], papers: [ticketPaper('print-1', number(command))] };
  return kiosk.happen({ type: 'answered', commandId, answer });
}

const visited = new Set<string>();
const secretsOf = (value: unknown, secrets: readonly string[]): string[] => {
  const text = JSON.stringify(value);
  return secrets.filter((secret) => text.includes(secret));
};

test('random mornings', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.array(doing, { minLength: 1, maxLength: 80, size: 'max' }), (morning) => {
      const kiosk = drive();
      for (const one of morning) {
        const before = kiosk.sent().length;
        carryOut(kiosk, one);
        const { screen } = kiosk.face();
        visited.add(screen.at);
        // One thing that happens, at most one command; and the number shown is one that a command was answered with.
        const single = one.do === 'event' || one.do === 'accept' || one.do === 'refuse';
        expect(single ? kiosk.sent().length - before : 0).toBeLessThanOrEqual(1);
        expect(screen.at === 'number' ? kiosk.sent().map(number) : ['none']).toContain(screen.at === 'number' ? screen.number : 'none');
        // An employer's own name is shown to its owner; numbers of cards never.
        expect(secretsOf(kiosk.face(), [li.number, wang.number])).toEqual([]);
      }
      // Never stuck: the person ends it and takes the card, or walks away, and the kiosk is free and knows nothing of anybody.
      kiosk.happen({ type: 'cardLifted' });
      if (morning.length % 2 === 0) kiosk.touch({ type: 'end' });
      else kiosk.pass(121_000);
      expect(kiosk.face().screen).toEqual({ at: 'attract' });
      expect(secretsOf(kiosk.state(), [li.number, li.name, wang.number, wang.name, phone.slice(0, 4), firm.name, shop.name])).toEqual([]);
    }),
    { numRuns: 400, verbose: 1 },
  );
});

test('never two questions at once: while one is waited for, only a new person asks another', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.array(doing, { minLength: 1, maxLength: 80, size: 'max' }), (morning) => {
      const kiosk = drive();
      for (const one of morning) {
        const { scene } = kiosk.state();
        const open = scene.at === 'asking' || ('paper' in scene && scene.paper.asked !== undefined);
        const before = kiosk.effects().length;
        carryOut(kiosk, one);
        const asked = kiosk.effects().slice(before).filter((effect) => effect.type === 'send' || effect.type === 'ask');
        const mayAsk = !open || one.do !== 'event' || one.event.type === 'cardRead';
        expect(mayAsk ? [] : asked).toEqual([]);
      }
    }),
    { numRuns: 200, verbose: 1 },
  );
});

test('every touch of the test is one that the doorway lets through', () => {
  for (const touch of touches) expect(touchSchema.safeParse(touch).success).toBe(true);
});

test('every screen was reached by chance', () => {
  const all = ['employerHome', 'myJob', 'jobPeople', 'attract', 'asking', 'consent', 'phone', 'trades', 'number', 'services', 'employerCard', 'whoAmI', 'promise', ...jobSteps, 'promise', 'posted', 'minor', 'cardTrouble', 'refused', 'noAgent', 'takeCard', 'leasedNumber', 'cannotNow'];
  expect(all.filter((name) => !visited.has(name))).toEqual([]);
});
