/* The view over the real session: a boss goes through the parts of a posting, changes a line of the check, and nothing is posted before the last button. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jobSteps } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { isJobStep, partOfField, partsOf, stepOfPart, termOfField, travelTouch } from '@kuaizhao/kiosk/screens/view/job-parts.ts';
import { createViewStore, type ViewStore } from '@kuaizhao/kiosk/screens/view/store.ts';
import { dawn, drive, hall, li, type Driver } from '../session/driver.ts';

interface Stand {
  readonly boss: Driver;
  readonly view: ViewStore;
  readonly where: () => string;
}

/** A boss with one employer, who has just said for whom. */
function atTheFirstQuestion(): Stand {
  const boss = drive();
  const view = createViewStore((touch) => {
    boss.touch(touch);
    view.getState().receive(boss.face());
  }, () => dawn);
  boss.tap('wantToHire');
  boss.happen({ type: 'cardRead', card: li });
  boss.tell({ name: 'myEmployers', value: { employers: [{ employerId: 'e1', kind: 'enterprise', name: '城东建筑' }] } });
  view.getState().receive(boss.face());
  boss.tell({ name: 'myJobs', value: { jobs: [] } });
  view.getState().touch({ type: 'go', to: 'post' });
  return { boss, view, where: () => `${boss.face().screen.at} ${view.getState().part ?? ''}` };
}

/** Answers every question as a hurried boss would. */
function answerAll({ view }: Stand): string[] {
  const asked: string[] = [];
  const { touch, onward } = view.getState();
  const set = (terms: Parameters<typeof touch>[0] & { type: 'setTerms' }): void => touch(terms);
  for (let steps = 0; steps < 20 && view.getState().part !== 'check'; steps++) {
    const { part } = view.getState();
    asked.push(part ?? '');
    if (part === 'trade') set({ type: 'setTerms', terms: { trade: '0102' } });
    if (part === 'amount') set({ type: 'setTerms', terms: { pay: { kind: 'fixed', amountFen: 24_000, unit: 'day' } } });
    if (part === 'settlement') set({ type: 'setTerms', terms: { settlement: 'atOnce' } });
    if (part === 'place') set({ type: 'setTerms', terms: { place: '高新区' } });
    if (part === 'hazards') set({ type: 'setTerms', terms: { hazards: ['none'] } });
    if (part === 'insurance') set({ type: 'setTerms', terms: { insurance: 'hall' } });
    if (part === 'plate') set({ type: 'setTerms', terms: { plate: '鲁A12345' } });
    onward();
  }
  return asked;
}

const posts = (boss: Driver): number => boss.sent().filter((command) => command.type === 'postJob').length;

describe('one question after the other', () => {
  test('every part is asked once, in order', () => {
    const stand = atTheFirstQuestion();
    expect(stand.where()).toBe('jobTrade trade');
    expect(answerAll(stand)).toEqual(['trade', 'headcount', 'amount', 'settlement', 'start', 'length', 'place', 'provided', 'hazards', 'insurance', 'bay', 'leave', 'plate', 'mode']);
    expect(stand.where()).toBe('jobCheck check');
    expect(posts(stand.boss)).toBe(0);
  });

  test('back leads through the same questions the other way, and over the screens', () => {
    const stand = atTheFirstQuestion();
    answerAll(stand);
    const before: string[] = [];
    for (let steps = 0; steps < 14; steps++) {
      stand.view.getState().backward();
      before.push(stand.view.getState().part ?? '');
    }
    expect(before).toEqual(['mode', 'plate', 'leave', 'bay', 'insurance', 'hazards', 'provided', 'place', 'length', 'start', 'settlement', 'amount', 'headcount', 'trade']);
  });

  test('a screen whose question is open is not left', () => {
    const { view, where } = atTheFirstQuestion();
    view.getState().onward();
    view.getState().onward();
    expect(where()).toBe('jobTrade headcount');
  });
});

describe('changing a line of the check', () => {
  test('leads there, and 改好了 leads back, whatever line it is', () => {
    const stand = atTheFirstQuestion();
    answerAll(stand);
    for (const part of ['trade', 'amount', 'settlement', 'start', 'place', 'hazards', 'insurance', 'bay', 'plate', 'mode', 'named', 'quotes'] as const) {
      stand.view.getState().edit(part);
      expect(stand.where()).toBe(`${stepOfPart(part)} ${part}`);
      expect(stand.view.getState().editing).toBe(true);
      stand.view.getState().onward();
      expect(stand.where()).toBe('jobCheck check');
      expect(stand.view.getState().editing).toBe(false);
    }
    expect(posts(stand.boss)).toBe(0);
    stand.view.getState().touch({ type: 'next' });
    expect(posts(stand.boss)).toBe(1);
  });

  test('any walk of edits and moves never posts by itself', () => {
    const parts = ['trade', 'amount', 'start', 'place', 'hazards', 'plate'] as const;
    fc.assert(fc.property(fc.array(fc.constantFrom(...parts, 'onward' as const, 'backward' as const), { maxLength: 15 }), (walk) => {
      const stand = atTheFirstQuestion();
      answerAll(stand);
      for (const step of walk) {
        const state = stand.view.getState();
        // On the check itself the only way onwards is the button that posts, which is not part of this walk.
        if (step === 'onward' && state.part !== 'check') state.onward();
        else if (step === 'backward') state.backward();
        else if (step !== 'onward') state.edit(step);
        if (!isJobStep(stand.boss.face().screen.at)) break;
      }
      expect(posts(stand.boss)).toBe(0);
    }));
  });

  test('a refusal that names an element leads back to its question', () => {
    const stand = atTheFirstQuestion();
    answerAll(stand);
    stand.view.getState().touch({ type: 'next' });
    stand.boss.refuse('termImpossible', 'terms.leaveBy');
    stand.view.getState().receive(stand.boss.face());
    expect(stand.boss.face().screen.at).toBe('refused');
    stand.view.getState().repair(partOfField('terms.leaveBy'));
    expect(stand.where()).toBe('jobVan leave');
  });
});

test('what was typed is forgotten with the part, the person with the screen', () => {
  const { boss, view } = atTheFirstQuestion();
  view.getState().typePay('123');
  view.getState().typePlate('鲁A');
  boss.tap('end');
  view.getState().receive(boss.face());
  expect(view.getState()).toMatchObject({ pay: undefined, plate: undefined, part: undefined, journey: undefined, editing: false });
});

test('parts that have nothing to ask are left out', () => {
  expect(partsOf('jobVan', { draft: { startAt: dawn }, bays: [], now: dawn })).toEqual(['plate']);
  expect(partsOf('jobVan', { draft: { startAt: dawn + 3_600_000 }, bays: hall.bays, now: dawn })).toEqual(['bay', 'leave', 'plate']);
});

test('a journey never says next on the last screen', () => {
  expect(jobSteps.map((to) => travelTouch('jobCheck', to))).not.toContain('next');
  expect(travelTouch('jobTrade', 'jobTrade')).toBeUndefined();
});

test('only elements of a posting are named by a field', () => {
  expect([termOfField('terms.pay'), termOfField('terms.constructor'), termOfField('employerId'), termOfField(undefined)]).toEqual(['pay', undefined, undefined, undefined]);
});

test('the hall clock follows the agent, and a face without news of it changes nothing', () => {
  let machine = dawn + 600_000;
  const store = createViewStore(() => undefined, () => machine);
  const face = drive().face();
  store.getState().receive(face);
  expect(store.getState().clockAheadMs).toBe(-600_000);
  machine += 30_000;
  store.getState().receive({ ...face, textStep: 1 });
  expect(store.getState().clockAheadMs).toBe(-600_000);
});
