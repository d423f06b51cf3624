/* Whatever a boss taps in whatever order: no dead end, no card or phone left, one command a tap, every screen reachable. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import type { Fact } from '@kuaizhao/db/domain/fact.ts';
import { refusalCodes } from '@kuaizhao/db/domain/refusal.ts';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { touchSchema, type Touch } from '@kuaizhao/kiosk/session/face.ts';
import { dawn, drive, li, queued, ticket, type Driver } from '../driver.ts';
import { hour, terms, toldToBoss } from './stage.ts';

const ways = ['post', 'record', 'desk', 'ticket', 'home', 'edit', 'people', 'placard', 'slip', 'draw', 'prices', 'open', 'time', 'headcount', 'pay', 'named', 'quotes', 'close', 'arrived', 'done', 'paid', 'release', 'phone', 'on', 'off', 'constructor'];
const touches: readonly Touch[] = [
  ...ways.map((to): Touch => ({ type: 'go', to })), ...['job-1', 'job-1', 'job-1', 'job-1', 'job-0', 'hire-1', 'real-1', 'weather', '__proto__'].map((id): Touch => ({ type: 'choose', id })),
  { type: 'next' }, { type: 'next' }, { type: 'back' }, { type: 'skip' }, { type: 'digit', digit: '7' }, { type: 'erase' }, { type: 'reprint' }, { type: 'household' }, { type: 'agree' },
  { type: 'employer', employerId: 'firm-1' }, { type: 'employer', employerId: 'shop-1' },
  { type: 'setTerms', terms: { ...terms(), mode: 'draw' } }, { type: 'setTerms', terms: { headcount: 9 } }, { type: 'setTerms', terms: { validUntil: dawn + 20 * hour } }, { type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 30_000, unit: 'day' } } },
];
/** What most bosses do next. */
const forward: { readonly [At in string]?: readonly Touch[] } = {
  whoAmI: [{ type: 'employer', employerId: 'firm-1' }], employerHome: [{ type: 'go', to: 'post' }], principals: [{ type: 'choose', id: 'real-1' }], myJob: [{ type: 'go', to: 'people' }], jobPeople: [{ type: 'choose', id: 'hire-1' }],
  ...Object.fromEntries(jobSteps.map((step) => [step, [{ type: 'setTerms', terms: terms() }, { type: 'next' }]])),
};
type Doing = { do: 'forward' } | { do: 'touch'; touch: Touch } | { do: 'answer' } | { do: 'refuse'; code: (typeof refusalCodes)[number] } | { do: 'pass'; ms: number };
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 12, arbitrary: fc.constant<Doing>({ do: 'forward' }) },
  { weight: 12, arbitrary: fc.constantFrom(...touches).map((touch): Doing => ({ do: 'touch', touch })) },
  { weight: 12, arbitrary: fc.constant<Doing>({ do: 'answer' }) },
  { weight: 1, arbitrary: fc.constantFrom(...refusalCodes).map((code): Doing => ({ do: 'refuse', code })) },
  { weight: 1, arbitrary: fc.constantFrom(500, 6_000, 40_000).map((ms): Doing => ({ do: 'pass', ms })) },
);

/** What the hall says yes with; marks and opened prices are told by the question that follows. */
function factsFor(type: string): Fact[] {
  if (type === 'postJob' || type === 'repeatJob') return [{ type: 'jobPosted', jobId: 'job-2', number: 'J002', businessDay: '2026-11-21', employerId: 'firm-1', terms: terms() }, queued()];
  if (type === 'changeJob') return [{ type: 'jobChanged', jobId: 'job-1', terms: terms(), placesLeft: 3 }];
  if (type === 'registerHousehold') return [{ type: 'employerRegistered', employerId: 'home-1', kind: 'household' }];
  return type === 'takeTicket' ? [ticket('C001', 0, 'employ'), queued()] : [queued()];
}

const visited = new Set<string>();

function carryOut(kiosk: Driver, one: Doing): void {
  if (one.do === 'touch') return kiosk.touch(one.touch);
  if (one.do === 'forward') return kiosk.touch(...(forward[kiosk.state().scene.at] ?? []));
  if (one.do === 'pass') return kiosk.pass(one.ms);
  if (kiosk.state().scene.at !== 'asking') return undefined;
  if (kiosk.effects().findLast((effect) => effect.type !== 'forget')?.type === 'ask') return one.do === 'answer' ? kiosk.tell(toldToBoss(kiosk.lastQuestion())) : undefined;
  return one.do === 'answer' ? kiosk.accept(factsFor(kiosk.lastSent().type)) : kiosk.refuse(one.code);
}

test('§6 F3 an employer taps at random: every command is one that the hall can read, and nothing is left of anybody', () => {
  expect.hasAssertions();
  fc.assert(fc.property(fc.array(doing, { minLength: 10, maxLength: 90, size: 'max' }), (morning) => {
    const kiosk = drive();
    kiosk.tap('wantToHire');
    kiosk.happen({ type: 'cardRead', card: li });
    for (const one of morning) {
      const before = kiosk.sent().length;
      carryOut(kiosk, one);
      visited.add(kiosk.face().screen.at);
      expect(kiosk.sent().length - before).toBeLessThanOrEqual(1);
      expect(JSON.stringify(kiosk.face())).not.toContain(li.number);
    }
    for (const command of kiosk.sent()) expect(commandSchema.safeParse({ ...command, commandId: 'command-0001' }).error).toBeUndefined();
    kiosk.happen({ type: 'cardLifted' });
    if (morning.length % 2 === 0) kiosk.touch({ type: 'end' });
    else kiosk.pass(121_000);
    expect(kiosk.face().screen).toEqual({ at: 'attract' });
    expect(JSON.stringify(kiosk.state())).not.toMatch(new RegExp(`${li.number}|${li.name}|泉城建设|13900001111`));
  }), { numRuns: 900, verbose: 1 });
});

test('every touch of the test is one that the doorway lets through', () => {
  for (const touch of touches) expect(touchSchema.safeParse(touch).success).toBe(true);
});

test('every screen of an employer was reached by chance', () => {
  const all = ['employerHome', 'principals', 'repeat', 'atDesk', 'employerRecord', ...jobSteps, 'posted', 'myJob', 'jobPeople', 'placard', 'jobQuotes', 'hired', 'jobChange', 'jobPaper', 'refused'];
  expect(all.filter((name) => !visited.has(name))).toEqual([]);
});
