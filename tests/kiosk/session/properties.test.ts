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
import type { Destination } from '@kuaizhao/kiosk/session/home/destinations.ts';
import type { SessionEvent } from '@kuaizhao/kiosk/session/event.ts';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { printerUsable } from '@kuaizhao/kiosk/session/paper.ts';
import { myCall, myDay, tellingFor } from './tellings.ts';
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

/** The pages of a worker: every way on from each of them. */
const go = (...to: Destination[]): Touch[] => to.map((one) => ({ type: 'go', to: one }));
const choose = (...ids: string[]): Touch[] => ids.map((id) => ({ type: 'choose', id }));
const ways: { readonly [At in string]?: readonly Touch[] } = {
  number: go('home', 'evening'), home: go('number', 'jobs', 'calls', 'wishes', 'evening', 'windows', 'booked', 'data', 'copy', 'opinion', 'news', 'crew'), told: go('home'), shut: go('home'), cardTrouble: go('noCard'), typeId: [...Array.from('440524198001010013').map((digit): Touch => ({ type: 'digit', digit })), { type: 'x' }, { type: 'skip' }], attract: [...go('noCard'), { type: 'wantToHire' }, { type: 'wantToHire' }],
  whoAmI: [{ type: 'employer', employerId: 'shop-1' }, { type: 'employer', employerId: 'firm-1' }, { type: 'household' }], employerHome: choose('job-1', 'job-1', 'job-0'), myJob: [{ type: 'go', to: 'people' }],
  jobs: [...choose('job-1', 'job-2'), ...go('jobTrades', 'near', 'today', 'later', 'allJobs', 'ownJobs')], jobTrades: [...choose('0201'), ...go('allJobs')], jobDetail: [{ type: 'agree' }],
  wishes: choose('leastPay', 'homeBy'), wish: choose('any', 'day200', 'by1700'), calls: choose('call-1', 'referral-1', 'job-2'), call: [{ type: 'agree' }, { type: 'decline' }], callNo: choose('tooFar'), offer: [{ type: 'agree' }, { type: 'decline' }],
  evening: choose('hire-1', 'hire-2'), eveningHire: choose('yes', 'yes', 'no', 'notYet'), notPaid: [{ type: 'agree' }], rights: go('home'),
  data: go('copy', 'newPhone', 'newTrades', 'consents', 'erase'), newPhone: [{ type: 'skip' }], newTrades: [{ type: 'toggleTrade', trade: '0301' }, { type: 'next' }], consents: choose('registration', 'phoneToEmployer'), erase: [{ type: 'next' }], eraseSure: [{ type: 'agree' }],
  opinion: [...choose('4', 'shortWait'), { type: 'next' }], news: [...choose('wages', 'skills'), ...go('steadyJobs', 'training'), { type: 'print' }], leaflet: [{ type: 'print' }, ...go('training')], training: [{ type: 'toggleTrade', trade: '0301' }], sheet: go('home', 'news'),
  services: [{ type: 'service', code: 'rights' }, ...go('several', 'missed', 'opinion', 'news'), { type: 'next' }], missed: [...choose('C'), { type: 'digit', digit: '7' }, { type: 'next' }],
  booked: [...go('book'), ...choose('F0830-01')], bookService: [{ type: 'service', code: 'rights' }], slots: choose('2026-11-22', '0900'), crew: [{ type: 'next' }, { type: 'decline' }],
};
/** What a morning can bring: fixed events, answers to whatever is being asked, and time. */
type Doing = { do: 'event'; event: SessionEvent } | { do: 'phone' } | { do: 'forward' } | { do: 'onward'; pick: number } | { do: 'accept' } | { do: 'refuse'; code: (typeof refusalCodes)[number] } | { do: 'stale' } | { do: 'pass'; ms: number };
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
  { weight: 16, arbitrary: fc.nat(11).map((pick): Doing => ({ do: 'onward', pick })) },
  { weight: 5, arbitrary: fc.constantFrom(...events).map((event): Doing => ({ do: 'event', event })) },
  { weight: 4, arbitrary: fc.constant<Doing>({ do: 'accept' }) },
  { weight: 4, arbitrary: fc.oneof(fc.constantFrom('workerUnknown' as const, 'underSixteen' as const, 'dayClosed' as const, 'quotaReached' as const), fc.constantFrom(...refusalCodes)).map((code): Doing => ({ do: 'refuse', code })) },
  { weight: 1, arbitrary: fc.constantFrom<Doing>({ do: 'stale' }, { do: 'phone' }) },
  { weight: 2, arbitrary: fc.constantFrom(500, 3_000, 20_000, 95_000).map((ms): Doing => ({ do: 'pass', ms })) },
);

const number = (command: { commandId: string }): string => `A${command.commandId.replace(/\D/g, '').padStart(3, '0').slice(-5)}`;

function factFor(command: Command): Fact {
  if (command.type === 'registerHousehold') return { type: 'employerRegistered', employerId: 'home-1', kind: 'household' };
  if (command.type === 'postJob') return { type: 'jobPosted', jobId: 'job-1', number: number(command), businessDay: '2026-11-21', employerId: 'home-1', terms: jobTermsSchema.parse(command.terms) };
  if (command.type === 'confirmEvening' && command.paid === 'no') return { type: 'disputeOpened', disputeId: 'dispute-1', number: 'W261121-01', businessDay: '2026-11-21', kind: 'wageArrears', evidence: [], rules: '1', answerBy: '2026-11-24', mediateBy: '2026-12-06' };
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
  if (one.do === 'onward' && scene.at !== 'asking') {
    const way = ways[scene.at];
    return way === undefined ? kiosk.touch(...(forward[scene.at] ?? [])) : kiosk.touch(way[one.pick % way.length]!);
  }
  if (one.do === 'forward') {
    if (scene.at === 'employerCard') return kiosk.happen({ type: 'cardRead', card: wang });
    if (scene.at !== 'asking') return kiosk.touch(...(forward[scene.at] ?? []));
  }
  const asked = kiosk.effects().findLast((effect) => effect.type === 'ask');
  if (asked?.type === 'ask' && 'awaits' in scene && asked.queryId === scene.awaits) {
    const day = myDay(kiosk.effects().length % 3 === 0 ? { toConfirm: 1, called: { ...myCall, table: '1号桌' } } : {});
    return one.do === 'refuse' ? kiosk.happen({ type: 'replied', queryId: asked.queryId, reply: { ok: false, refusal: { code: one.code } } }) : kiosk.tell(tellingFor(asked.question, day) ?? toldToBoss(asked.question));
  }
  const commands = kiosk.sent();
  const command = one.do === 'stale' ? commands[0] : commands.at(-1);
  if (command === undefined) return undefined;
  const { commandId } = command;
  const answer: Answer = one.do === 'refuse' || (one.do === 'forward' && command.type === 'checkIn' && kiosk.sent().length % 2 === 1) ? { ok: false, commandId, refusal: { code: one.do === 'refuse' ? one.code : 'workerUnknown' } }
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
    { numRuns: 600, verbose: 1 },
  );
});

const step: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 12, arbitrary: fc.nat(11).map((pick): Doing => ({ do: 'onward', pick })) },
  { weight: 1, arbitrary: fc.constant<Doing>({ do: 'event', event: { type: 'touch', touch: { type: 'back' } } }) },
);

test('a known worker walks through the own pages at random: always a way on, and nothing kept at the end', () => {
  expect.hasAssertions();
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60, size: 'max' }), (walk) => {
      const kiosk = drive();
      kiosk.happen({ type: 'cardRead', card: wang });
      kiosk.accept([ticket(), queued()], [ticketPaper()]);
      kiosk.touch({ type: 'go', to: 'home' });
      kiosk.tellSound();
      for (const one of walk) {
        carryOut(kiosk, one);
        visited.add(kiosk.face().screen.at);
        expect(secretsOf(kiosk.face(), [wang.number])).toEqual([]);
      }
      kiosk.happen({ type: 'cardLifted' });
      kiosk.pass(61_000);
      expect(kiosk.face().screen).toEqual({ at: 'attract' });
      expect(secretsOf(kiosk.state(), [wang.number, wang.name, phone.slice(0, 4), '泉城建设'])).toEqual([]);
    }),
    { numRuns: 300, verbose: 1 },
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

const workerPlaces = [
  'home', 'told', 'jobs', 'jobTrades', 'jobDetail', 'wishes', 'wish', 'calls', 'call', 'callNo', 'offer', 'whyNot', 'evening', 'eveningHire', 'notPaid', 'rights',
  'data', 'copy', 'newPhone', 'newTrades', 'consents', 'erase', 'eraseSure', 'opinion', 'news', 'leaflet', 'steadyJobs', 'training', 'sheet', 'crew', 'booked', 'bookService', 'slots', 'missed', 'shut',
];

test('every screen was reached by chance', () => {
  const all = ['employerHome', 'myJob', 'jobPeople', 'attract', 'asking', 'consent', 'phone', 'typeId', 'trades', 'number', 'services', 'employerCard', 'whoAmI', 'promise', ...jobSteps, 'promise', 'posted', 'minor', 'cardTrouble', 'refused', 'noAgent', 'takeCard', 'leasedNumber', 'cannotNow', ...workerPlaces];
  expect(all.filter((name) => !visited.has(name))).toEqual([]);
});
