/* Stories: staff open the machine by name, card and PIN; strangers do not get past the agent's word. */
import { expect, test } from 'vitest';
import { drive, li, ready, wang, type Driver } from './driver.ts';

const chief = { staffId: 'admin-1', staffName: '站长', withCard: true };
const deputy = { staffId: 'supervisor-1', staffName: '值班长', withCard: false };
const at = (kiosk: Driver): string => kiosk.face().screen.at;
const machine = { about: 'Node 24', canLeave: true };

/** The corner was held and the agent has said who may. */
function gate(kiosk: Driver, staff = [chief, deputy]): Driver {
  kiosk.touch({ type: 'go', to: 'maintenance' });
  kiosk.tell({ name: 'maintainers', value: { staff } });
  return kiosk;
}
const type = (kiosk: Driver, pin: string): void => kiosk.touch(...Array.from(pin).map((digit) => ({ type: 'digit' as const, digit })), { type: 'next' });
const granted = { name: 'mayMaintain', value: { granted: true } } as const;

test('name, card and PIN, then the machine: restart and close are told to whoever holds the window', () => {
  const kiosk = gate(drive({ ...ready(), machine }));
  kiosk.touch({ type: 'choose', id: 'admin-1' });
  expect(kiosk.face().screen).toEqual({ at: 'maintainCard', staffName: '站长' });
  kiosk.happen({ type: 'cardRead', card: wang });
  type(kiosk, '246810');
  expect(kiosk.lastQuestion()).toEqual({ name: 'mayMaintain', asked: { staffId: 'admin-1', pin: '246810', cardNumber: wang.number } });
  kiosk.tell(granted);
  expect(kiosk.face().screen).toEqual({ at: 'maintenance', staffName: '站长', reader: 'ready', machine: 'Node 24', canLeave: true });
  kiosk.happen({ type: 'cardLifted' });
  kiosk.touch({ type: 'go', to: 'restart' });
  expect(kiosk.effects().slice(-2)).toEqual([{ type: 'forget' }, { type: 'leave', how: 'restart' }]);
  expect(at(kiosk)).toBe('attract');
});

test('without a card in the hall’s hands the PIN is enough, and where the reader is out of service nobody can lay one', () => {
  const kiosk = gate(drive({ ...ready(), machine }));
  kiosk.touch({ type: 'choose', id: 'supervisor-1' });
  expect(at(kiosk)).toBe('maintainPin');
  const broken = gate(drive({ ...ready(), machine, reader: 'outOfService' }));
  broken.touch({ type: 'choose', id: 'admin-1' });
  expect(at(broken)).toBe('maintainPin');
});

test('a wrong PIN may be typed again; too many wait, count down and take no PIN meanwhile', () => {
  const kiosk = gate(drive());
  kiosk.touch({ type: 'choose', id: 'supervisor-1' });
  type(kiosk, '1111');
  kiosk.tell({ name: 'mayMaintain', value: { granted: false, waitMs: 0 } });
  expect(kiosk.face().screen).toMatchObject({ at: 'maintainPin', typed: 0, trouble: 'wrong' });
  type(kiosk, '2222');
  kiosk.tell({ name: 'mayMaintain', value: { granted: false, waitMs: 15_000 } });
  expect(kiosk.face().screen).toMatchObject({ trouble: 'wait', waitSeconds: 15, complete: false });
  const asked = kiosk.effects().filter((effect) => effect.type === 'ask').length;
  type(kiosk, '246810');
  expect(kiosk.effects().filter((effect) => effect.type === 'ask')).toHaveLength(asked);
  kiosk.pass(6_000);
  expect(kiosk.face().screen).toMatchObject({ waitSeconds: 9, typed: 6 });
  kiosk.pass(9_500);
  expect(kiosk.face().screen).toMatchObject({ trouble: undefined, complete: true });
});

test('what is typed is on no face: only how many digits', () => {
  const kiosk = gate(drive());
  kiosk.touch({ type: 'choose', id: 'supervisor-1' });
  type(kiosk, '97531');
  const faces = JSON.stringify(kiosk.face());
  expect(faces).not.toContain('97531');
  kiosk.touch({ type: 'end' });
  expect(JSON.stringify(kiosk.state())).not.toContain('97531');
});

test('the agent away: nobody can be known, and that is said', () => {
  const kiosk = drive({ ...ready(), agentUp: false });
  kiosk.touch({ type: 'go', to: 'maintenance' });
  expect(at(kiosk)).toBe('maintainAway');
  expect(kiosk.effects()).toEqual([]);
  kiosk.tap('back');
  expect(at(kiosk)).toBe('attract');
});

test('the corner works only while nobody is being served; whoever walks away leaves nothing open', () => {
  const kiosk = drive();
  kiosk.tap('wantToHire');
  kiosk.touch({ type: 'go', to: 'maintenance' });
  expect(at(kiosk)).toBe('employerCard');
  const gone = gate(drive());
  gone.touch({ type: 'choose', id: 'supervisor-1' });
  gone.pass(20_500);
  expect(at(gone)).toBe('attract');
  const open = gate(drive({ ...ready(), machine }));
  open.touch({ type: 'choose', id: 'supervisor-1' });
  type(open, '246810');
  open.tell(granted);
  open.pass(121_000);
  expect(at(open)).toBe('attract');
});

test('a name that was not shown, a thing that is not offered, a way out that nobody holds', () => {
  const kiosk = gate(drive());
  kiosk.touch({ type: 'choose', id: 'somebody-else' });
  expect(at(kiosk)).toBe('maintainWho');
  kiosk.touch({ type: 'choose', id: 'supervisor-1' });
  type(kiosk, '246810');
  kiosk.tell(granted);
  kiosk.touch({ type: 'go', to: 'format' }, { type: 'go', to: 'close' });
  expect(at(kiosk)).toBe('maintenance');
  expect(kiosk.effects().some((effect) => effect.type === 'leave')).toBe(false);
});

test('a worker who comes while staff look for their name is served; a card on the machine’s own page is only seen', () => {
  const kiosk = gate(drive());
  kiosk.happen({ type: 'cardRead', card: li });
  expect(kiosk.lastSent()).toMatchObject({ type: 'checkIn', card: li });
  const open = gate(drive({ ...ready(), machine }));
  open.touch({ type: 'choose', id: 'supervisor-1' });
  type(open, '246810');
  open.tell(granted);
  open.happen({ type: 'cardRead', card: li });
  expect(at(open)).toBe('maintenance');
  expect(open.sent()).toEqual([]);
});
