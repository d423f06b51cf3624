/* Stories: each flow of the kiosk from the first card to the empty screen. */
import { expect, test } from 'vitest';
import { commandSchema } from '@kuaizhao/db/domain/command.ts';
import { drive, hall, li, queued, ready, ticket, ticketPaper, wang, type Driver } from './driver.ts';

const at = (kiosk: Driver): string => kiosk.face().screen.at;

test('a known worker: one tap, the number, the paper, the card', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: wang });
  expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: wang, printer: { printer: 'printer-1', ready: true } });
  expect(at(kiosk)).toBe('asking');
  kiosk.accept([ticket(), queued()], [ticketPaper()]);
  expect(kiosk.face().screen).toEqual({ at: 'number', number: 'A017', ahead: 3, trades: ['0102'], serviceLabel: undefined, paper: { kind: 'printing' }, wait: undefined, more: true, toConfirm: 0, table: undefined });
  kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'printed' });
  expect(kiosk.face().screen).toMatchObject({ paper: { kind: 'printed' } });
  kiosk.pass(12_000);
  expect(at(kiosk)).toBe('takeCard');
  kiosk.pass(600_000);
  expect(at(kiosk)).toBe('takeCard');
  kiosk.happen({ type: 'cardLifted' });
  expect(at(kiosk)).toBe('attract');
  expect(kiosk.sent()).toHaveLength(1);
});

test('a first visit: four screens to the number, the phone for the hall only', () => {
  const kiosk = drive();
  const seen: string[] = [];
  const look = (): number => seen.push(at(kiosk));
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  look();
  kiosk.tap('agree');
  look();
  kiosk.touch(...Array.from('13800138000').map((digit) => ({ type: 'digit', digit }) as const));
  expect(kiosk.face().screen).toEqual({ at: 'phone', digits: '13800138000', complete: true });
  kiosk.happen({ type: 'cardLifted' });
  kiosk.tap('next');
  look();
  kiosk.tap('next');
  expect(at(kiosk)).toBe('trades');
  kiosk.touch({ type: 'toggleTrade', trade: '0102' }, { type: 'toggleTrade', trade: '0201' }, { type: 'toggleTrade', trade: '0102' }, { type: 'toggleTrade', trade: '9999' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).toMatchObject({ type: 'registerWorker', phone: '13800138000', trades: ['0201'], consent: { textVersion: '2026-11', purposes: ['registration'] } });
  expect(commandSchema.safeParse(kiosk.lastSent()).success).toBe(true);
  kiosk.accept([ticket('A018'), queued()], [ticketPaper('print-1', 'A018')]);
  look();
  expect(seen).toEqual(['consent', 'phone', 'trades', 'number']);
});

test('the phone may be skipped and half a phone is no phone', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  kiosk.tap('agree');
  kiosk.touch({ type: 'digit', digit: '1' }, { type: 'digit', digit: '3' });
  kiosk.tap('next');
  expect(at(kiosk)).toBe('phone');
  kiosk.tap('erase', 'skip');
  kiosk.touch({ type: 'toggleTrade', trade: '0301' });
  kiosk.tap('next');
  expect(kiosk.lastSent()).not.toHaveProperty('phone');
});

test('registered at another kiosk in the meantime: checked in instead', () => {
  const kiosk = drive();
  kiosk.happen({ type: 'cardRead', card: li });
  kiosk.refuse('workerUnknown');
  kiosk.tap('agree', 'skip');
  kiosk.touch({ type: 'toggleTrade', trade: '0301' });
  kiosk.tap('next');
  kiosk.refuse('alreadyRegistered');
  expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: li });
});

test('a window number needs no card', () => {
  const kiosk = drive();
  kiosk.tap('wantService');
  kiosk.tellSound();
  expect(at(kiosk)).toBe('services');
  kiosk.touch({ type: 'service', code: 'nothing-like-it' });
  expect(at(kiosk)).toBe('services');
  kiosk.touch({ type: 'service', code: 'rights' });
  kiosk.accept([ticket('C003', 1, 'rights'), queued()], [ticketPaper('print-1', 'C003')]);
  expect(kiosk.face().screen).toMatchObject({ at: 'number', number: 'C003', serviceLabel: '劳动维权' });
  kiosk.happen({ type: 'paper', printJobId: 'print-1', stage: 'printed' });
  kiosk.pass(8_000);
  expect(at(kiosk)).toBe('attract');
});

test('services are not offered before the hall has told them', () => {
  const kiosk = drive({ ...ready(), hall: undefined });
  kiosk.tap('wantService');
  expect(at(kiosk)).toBe('attract');
  kiosk.happen({ type: 'hall', hall });
  kiosk.tap('wantService');
  kiosk.tellSound();
  expect(at(kiosk)).toBe('services');
});
