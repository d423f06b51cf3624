/* Stories: cards, agent and printer in trouble, and people who walk away. */
import { describe, expect, test } from 'vitest';
import { drive, li, queued, ready, ticket, ticketPaper, wang, type Driver } from './driver.ts';

const at = (kiosk: Driver): string => kiosk.face().screen.at;
const checkedIn = (kiosk: Driver, card = wang): void => {
  kiosk.happen({ type: 'cardRead', card });
  kiosk.accept([ticket(), queued()], [ticketPaper()]);
};

describe('trouble', () => {
  test('under sixteen is a hard stop', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.refuse('underSixteen');
    expect(at(kiosk)).toBe('minor');
    kiosk.touch({ type: 'agree' }, { type: 'toggleTrade', trade: '0102' });
    expect(at(kiosk)).toBe('minor');
    kiosk.tap('end');
    expect(at(kiosk)).toBe('takeCard');
  });

  test('§4 a card that cannot be read: its number by hand, checked while it is typed; the number for the hall stays nobody’s until the card lies there', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardTrouble', trouble: 'placeAgain' });
    kiosk.touch({ type: 'go', to: 'noCard' });
    const type = (text: string): void => { for (const digit of text) kiosk.touch(digit === 'X' ? { type: 'x' } : { type: 'digit', digit }); };
    type('440524198001010014');
    expect(kiosk.face().screen).toMatchObject({ at: 'typeId', groups: ['440524', '19800101', '0014'], state: 'wrongDigit' });
    kiosk.tap('next');
    expect(at(kiosk)).toBe('typeId');
    kiosk.tap('erase');
    type('3');
    expect(kiosk.face().screen).toMatchObject({ state: 'complete', left: 0 });
    kiosk.tap('next');
    kiosk.touch({ type: 'toggleTrade', trade: '0301' });
    kiosk.tap('next');
    expect(kiosk.lastSent()).toMatchObject({ type: 'takeWorkNumber', trades: ['0301'], idNumber: '440524198001010013' });
    kiosk.tap('end');
    expect(JSON.stringify(kiosk.state())).not.toContain('440524');
  });

  test('no number typed is a number for the hall too; an employer is not asked to type', () => {
    const kiosk = drive();
    kiosk.touch({ type: 'go', to: 'noCard' });
    kiosk.tap('skip');
    kiosk.touch({ type: 'toggleTrade', trade: '0301' });
    kiosk.tap('next');
    expect(kiosk.lastSent()).not.toHaveProperty('idNumber');
    const boss = drive();
    boss.tap('wantToHire');
    boss.happen({ type: 'cardTrouble', trouble: 'placeAgain' });
    boss.touch({ type: 'go', to: 'noCard' });
    expect(at(boss)).toBe('cardTrouble');
  });

  test('a card that cannot be read, then can', () => {
    const kiosk = drive();
    kiosk.tap('wantToHire');
    kiosk.happen({ type: 'cardTrouble', trouble: 'placeAgain' });
    expect(kiosk.face().screen).toEqual({ at: 'cardTrouble', trouble: 'placeAgain', canType: false });
    kiosk.happen({ type: 'cardLifted' });
    kiosk.happen({ type: 'cardRead', card: wang });
    expect(kiosk.effects().at(-1)).toMatchObject({ type: 'ask' });
  });

  test('the number stays when the card is misread on its way up', () => {
    const kiosk = drive();
    checkedIn(kiosk);
    kiosk.happen({ type: 'cardTrouble', trouble: 'placeAgain' });
    expect(at(kiosk)).toBe('number');
  });

  test('a card number that cannot be right', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardUnfit', code: 'cardNumberWrong' });
    expect(kiosk.face().screen).toMatchObject({ at: 'refused', refusal: { code: 'cardNumberWrong' } });
    expect(kiosk.sent()).toHaveLength(0);
  });

  test('no answer in three seconds: who wanted a number has one of the kiosk’s own, and the late answer changes nothing', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'left', left: { state: 'ready', services: ['work'] } });
    kiosk.happen({ type: 'cardRead', card: wang });
    kiosk.pass(2_500);
    expect(at(kiosk)).toBe('asking');
    kiosk.pass(500);
    expect(kiosk.face().screen).toMatchObject({ at: 'leasedNumber', number: 'A6001' });
    expect(kiosk.effects().slice(-2)).toMatchObject([{ type: 'forget' }, { type: 'takeNumber', service: 'work', card: wang, instead: kiosk.lastSent().commandId }]);
    expect(kiosk.face().numbersOnly).toEqual({ services: ['work'] });
    kiosk.accept([ticket(), queued()], [ticketPaper()]);
    expect(kiosk.face()).toMatchObject({ screen: { at: 'leasedNumber', number: 'A6001' }, numbersOnly: undefined });
  });

  test('the line is back before three seconds: the hall’s own number, asked for once', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: wang });
    kiosk.happen({ type: 'agentDown' });
    kiosk.pass(2_000);
    kiosk.happen({ type: 'agentUp' });
    kiosk.accept([ticket(), queued()], [ticketPaper()]);
    expect(at(kiosk)).toBe('number');
    expect(kiosk.sent()).toHaveLength(1);
  });

  test('no agent at all: a number at once, nothing is sent, and who leaves is forgotten', () => {
    const kiosk = drive({ ...ready(), agentUp: false, left: { state: 'ready', services: ['work'] } });
    kiosk.happen({ type: 'cardRead', card: wang });
    expect(at(kiosk)).toBe('leasedNumber');
    expect(kiosk.sent()).toEqual([]);
    kiosk.happen({ type: 'cardLifted' });
    kiosk.tap('end');
    expect(at(kiosk)).toBe('attract');
    expect(JSON.stringify(kiosk.state())).not.toContain(wang.number);
  });

  test('no agent and no number left, or a block that cannot be believed: said with the next step', () => {
    for (const [left, why] of [[{ state: 'ready', services: [] }, 'usedUp'], [{ state: 'broken', services: [] }, 'broken']] as const) {
      const kiosk = drive({ ...ready(), agentUp: false, left });
      kiosk.happen({ type: 'cardRead', card: wang });
      expect(kiosk.face().screen).toEqual({ at: 'cannotNow', why, canGoBack: false });
    }
  });

  test('§4.1 no agent: a child gets no number', () => {
    const kiosk = drive({ ...ready(), agentUp: false, left: { state: 'ready', services: ['work'] } });
    kiosk.happen({ type: 'cardRead', card: { ...wang, birth: '20140301' } });
    expect(at(kiosk)).toBe('minor');
  });

  test('no agent: hiring says where to go, and a form that was being filled in is kept', () => {
    const away = drive({ ...ready(), agentUp: false });
    away.tap('wantToHire');
    expect(away.face().screen).toEqual({ at: 'cannotNow', why: 'onlyNumbers', canGoBack: false });
    // Nobody could be looked up by a typed number either.
    const typing = drive({ ...ready(), agentUp: false });
    typing.touch({ type: 'go', to: 'noCard' });
    expect(typing.face().screen).toEqual({ at: 'cannotNow', why: 'onlyNumbers', canGoBack: false });
    const kiosk = drive();
    kiosk.tap('wantToHire');
    kiosk.happen({ type: 'cardRead', card: wang });
    kiosk.tell({ name: 'myEmployers', value: { employers: [{ employerId: 'firm-1', kind: 'enterprise', name: '泉城建设' }] } });
    kiosk.tell({ name: 'myJobs', value: { jobs: [] } });
    kiosk.touch({ type: 'go', to: 'post' }, { type: 'setTerms', terms: { trade: '0102' } });
    kiosk.happen({ type: 'agentDown' });
    kiosk.tap('back');
    expect(kiosk.face().screen).toEqual({ at: 'cannotNow', why: 'onlyNumbers', canGoBack: true });
    kiosk.tap('back');
    expect(kiosk.face().screen).toMatchObject({ at: 'jobTrade', draft: { trade: '0102' } });
  });

  test('paper out: the number is there, 补打 is offered when the printer is back, and never twice at once', () => {
    const kiosk = drive();
    checkedIn(kiosk);
    kiosk.happen({ type: 'printer', printer: 'paperOut', ready: false });
    kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'failed' });
    expect(kiosk.face().screen).toMatchObject({ at: 'number', number: 'A017', paper: { kind: 'trouble', printer: 'paperOut', canReprint: false } });
    kiosk.tap('reprint');
    expect(kiosk.sent()).toHaveLength(1);
    kiosk.happen({ type: 'printer', printer: 'ready', ready: true });
    expect(kiosk.face().screen).toMatchObject({ paper: { canReprint: true } });
    kiosk.tap('reprint', 'reprint');
    expect(kiosk.sent()).toHaveLength(2);
    expect(kiosk.lastSent()).toMatchObject({ type: 'reprint', printJobId: 'print-1', printer: { ready: true } });
    kiosk.accept([queued('print-2')], [ticketPaper('print-2', 'A017', 2)]);
    kiosk.happen({ type: 'paper', printJobId: 'print-2', stage: 'printed' });
    expect(kiosk.face().screen).toMatchObject({ number: 'A017', paper: { kind: 'printed' } });
  });

  test('an unknown end: the copy that takes its place is followed', () => {
    const kiosk = drive();
    checkedIn(kiosk);
    kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'waiting' });
    expect(kiosk.face().screen).toMatchObject({ paper: { kind: 'trouble', canReprint: false } });
    kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'printing', successor: 'print-2' });
    kiosk.happen({ type: 'paper', printJobId: 'print-2', stage: 'printed' });
    expect(kiosk.face().screen).toMatchObject({ paper: { kind: 'printed' } });
  });

  test('the next card in the queue does not wait for the last person to tap anything', () => {
    const kiosk = drive();
    kiosk.touch({ type: 'language', language: 'en' });
    checkedIn(kiosk, wang);
    kiosk.happen({ type: 'cardLifted' });
    kiosk.happen({ type: 'cardRead', card: li });
    expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: li });
    expect(kiosk.face().language).toBe('zh-CN');
  });

  test("somebody else's card in the middle of a registration: the first person's is forgotten", () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.refuse('workerUnknown');
    kiosk.tap('agree');
    kiosk.happen({ type: 'cardLifted' });
    kiosk.happen({ type: 'cardRead', card: li });
    expect(at(kiosk)).toBe('phone');
    kiosk.happen({ type: 'cardRead', card: wang });
    expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: wang });
    expect(kiosk.effects().at(-2)).toEqual({ type: 'forget' });
    expect(JSON.stringify(kiosk.state())).not.toContain(li.number);
  });
});

describe('somebody left', () => {
  test('90 s with the card lying there, a warning of 30 s with its seconds, then everything is forgotten', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.refuse('workerUnknown');
    kiosk.touch({ type: 'agree' }, { type: 'digit', digit: '1' }, { type: 'language', language: 'en' }, { type: 'reach', on: true }, { type: 'contrast', high: true }, { type: 'textStep', textStep: 2 });
    kiosk.pass(89_500);
    expect(kiosk.face().idleWarningSeconds).toBeUndefined();
    kiosk.pass(500);
    expect(kiosk.face().idleWarningSeconds).toBe(30);
    kiosk.pass(10_000);
    expect(kiosk.face().idleWarningSeconds).toBe(20);
    kiosk.tap('continue');
    expect(kiosk.face()).toMatchObject({ idleWarningSeconds: undefined, screen: { at: 'phone', digits: '1' } });
    kiosk.pass(120_000);
    expect(at(kiosk)).toBe('takeCard');
    kiosk.happen({ type: 'cardLifted' });
    expect(kiosk.face()).toMatchObject({ idleWarningSeconds: undefined, language: 'zh-CN', textStep: 0, reach: false, contrast: 'normal', screen: { at: 'attract' } });
    expect(JSON.stringify(kiosk.state())).not.toContain(li.number);
  });

  test('§6 the card is taken back and nobody touches anything: the page ends sooner', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.refuse('workerUnknown');
    kiosk.happen({ type: 'cardLifted' });
    kiosk.pass(29_500);
    expect(kiosk.face().idleWarningSeconds).toBeUndefined();
    kiosk.pass(500);
    expect(kiosk.face().idleWarningSeconds).toBe(30);
    kiosk.pass(30_000);
    expect(at(kiosk)).toBe('attract');
  });

  test('with the card still on the reader: it is asked to be taken, and nobody is remembered meanwhile', () => {
    const kiosk = drive();
    kiosk.happen({ type: 'cardRead', card: li });
    kiosk.refuse('workerUnknown');
    kiosk.pass(120_000);
    expect(at(kiosk)).toBe('takeCard');
    expect(JSON.stringify(kiosk.state())).not.toContain(li.name);
    kiosk.happen({ type: 'reader', reader: 'outOfService' });
    expect(at(kiosk)).toBe('attract');
  });
});

