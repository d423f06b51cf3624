/* The floor of the synthetic morning as windows and tables see it: a clerk's window with somebody there, a table with its job, an employer with last terms. Every reply is checked by its own schema in console-stage. */
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Answers } from './console-stage.ts';
import { at0531, floorState } from './morning.ts';

const minutes = 60_000;
const day = '2026-11-21';

/** Window 1 belongs to whoever is signed in; two other windows are manned, one asks for help. */
export function windowFloor({ idle = false }: { readonly idle?: boolean } = {}): Partial<FloorState> {
  const { windows, services } = floorState();
  const wait = [{ fromMinutes: 35, toMinutes: 50, basis: 'rate' as const }, { fromMinutes: 5, toMinutes: 15, basis: 'rate' as const }, { fromMinutes: 20, toMinutes: 30, basis: 'rate' as const }, undefined];
  return {
    services: services.map((one, at) => ({ ...one, ...(wait[at] === undefined ? {} : { wait: wait[at] }) })),
    windows: windows.map((one, at) => {
      if (at === 0) {
        const { call: here, ...rest } = one;
        return { ...rest, services: ['rights', 'policy'], staffId: 'me', parked: ['B009', 'B013'], undo: { of: 'step-0001', act: 'callNext' }, ...(idle || here === undefined ? {} : { call: here }) };
      }
      return at === 1 ? { ...one, staffId: 's4', help: { kind: 'dispute', at: at0531 - 3 * minutes } } : at === 2 ? { ...one, staffId: 's5' } : one;
    }),
    printers: ['printer-1', 'printer-2'], unheard: [], papers: [],
  };
}

const ticket: NonNullable<QueryReply<'ticket'>['ticket']> = {
  ticketId: 'ticket-b017', number: 'B017', state: 'called', since: at0531 - 46 * minutes, later: ['policy'], standing: { rank: 1, back: 0, order: 17 }, service: 'rights', queue: 'rights', noShows: 1, transfers: 0, returns: 1,
  notes: 1, undo: { of: 'step-0001', act: 'callNext', by: 'me', at: at0531 - 40_000 },
  calls: [
    { callId: 'c2', to: { kind: 'window', id: 'w1' }, queue: 'rights', at: at0531 - 21 * minutes, times: 2, state: 'missed' },
    { callId: 'c8', to: { kind: 'window', id: 'w1' }, queue: 'rights', at: at0531 - 40_000, times: 1, state: 'open' },
  ],
};

export const atWindow: Answers = {
  windowRules: { results: [{ code: 'told', label: '已答复' }, { code: 'form', label: '已登记维权' }, { code: 'other', label: '转别处办理' }], profiles: [{ id: 'rush', services: ['rights', 'training', 'policy'] }] },
  ticket: ({ number }: { number?: string }): QueryReply<'ticket'> => (number === undefined || number === 'B017' ? { ticket } : { ticket: { ...ticket, ticketId: `ticket-${number}`, number, state: 'missed', later: [], notes: 0, calls: ticket.calls.slice(0, 1) } }),
  ticketNotes: { notes: [{ noteId: 'n1', by: 's4', at: at0531 - 22 * minutes, text: '工资条没带，回车上拿，回来继续办。' }] },
  atCall: {
    ticketId: 'ticket-b017', number: 'B017', service: 'rights',
    person: {
      workerId: 'worker-17', shortName: '张*', sex: 'male', birthYear: '1974', document: 'resident', registeredAt: at0531 - 300 * 24 * 60 * minutes, lastDay: day,
      consents: [{ purpose: 'registration', textVersion: '2026-11' }, { purpose: 'phoneToEmployer', textVersion: '2026-11' }],
      appointments: [{ code: 'D0930-02', service: 'policy', day: '2026-11-24', slotAt: Date.parse('2026-11-24T09:30:00+08:00') }],
      tickets: [
        { ticketId: 'ticket-b017', day, number: 'B017', service: 'rights', state: 'called', notes: 1 }, { ticketId: 'ticket-a093', day, number: 'A093', service: 'work', state: 'waiting', notes: 0 },
        { ticketId: 'ticket-a410', day: '2026-11-19', number: 'A410', service: 'work', state: 'served', notes: 0 }, { ticketId: 'ticket-c012', day: '2026-11-12', number: 'C012', service: 'training', state: 'served', notes: 2 },
      ],
      disputes: [{ disputeId: 'd1', number: 'W261112-003', state: 'open', openedAt: at0531 - 9 * 24 * 60 * minutes, answerBy: '2026-11-17', mediateBy: '2026-11-27' }],
    },
  },
};
