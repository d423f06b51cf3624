/* A window as whoever sits there works it: which one is mine, the number that is here, and one act a key; the same on the window's own page and on the bar of every other. */
import type { FloorState } from '@kuaizhao/sync-agent/contract/console.ts';
import { useSay } from '../../../kit/say.tsx';
import { useMemory } from '../../session/desk-session.tsx';
import { useAct, type Act } from '../../session/use-act.ts';
import { useKeys } from '../../session/use-keys.ts';
import { useRemembered } from '../../session/use-remembered.ts';
import { useMay } from '../../session/use-may.ts';
import { calledNumbers } from '../called-numbers.ts';

export type Window = FloorState['windows'][number];
/** How a visit ended: a code of the hall's list, and words that are kept sealed. */
export interface Ending { readonly result?: string | undefined; readonly note?: string | undefined }

export interface WindowDesk {
  readonly mine: Window | undefined;
  /** this member of staff has sat down there */
  readonly sitting: boolean;
  readonly waiting: number;
  /** the next number, where the window serves one queue only: with more the rules choose at the call */
  readonly next: string | undefined;
  readonly off: boolean;
  readonly act: Act;
  readonly choose: (windowId: string) => void;
  readonly callNext: () => void;
  readonly recall: () => void;
  readonly noShow: () => void;
  readonly begin: () => void;
  readonly served: () => void;
  readonly park: () => void;
  readonly undo: () => void;
}

interface Options { readonly floor: FloorState; /** no question is open that the keys would answer */ readonly keysOn: boolean; readonly ending?: () => Ending; /** what was written down about the visit is sent */ readonly ended?: () => void }

export function useWindow({ floor, keysOn, ending, ended }: Options): WindowDesk {
  const say = useSay();
  const act = useAct();
  const { link, signedIn } = useMemory();
  const [remembered, remember] = useRemembered('window', floor.windows.map((one) => one.id));
  const own = floor.windows.find((one) => one.staffId !== undefined && one.staffId === signedIn?.staffId);
  const mine = own ?? floor.windows.find((one) => one.id === remembered);
  const canAct = useMay().may('callNext') && link.at === 'up';
  const services = floor.services.filter((one) => mine?.services.includes(one.code));
  const call = mine?.call;
  const windowId = mine?.id;
  const onCall = (send: (callId: string, number: string) => void) => (): void => { if (call !== undefined) send(call.callId, call.number); };

  const end = async (callId: string, number: string): Promise<boolean> => {
    const { result, note } = ending?.() ?? {};
    const done = await act.run({ type: 'endCall', callId, outcome: 'served', ...(result === undefined ? {} : { result }), ...(note === undefined ? {} : { note }) }, () => say('console.servedDone', { number }));
    if (done) ended?.();
    return done;
  };
  /** Ends the open call by itself; what was written about it goes with its own end first. */
  const callNext = async (at: string): Promise<void> => {
    const { result, note } = ending?.() ?? {};
    const isWritten = call !== undefined && (result !== undefined || note !== undefined);
    if (isWritten && !await end(call.callId, call.number)) return;
    await act.run({ type: 'callNext', windowId: at, open: isWritten ? null : call?.callId ?? null }, (facts) => say('console.called', { numbers: calledNumbers(facts) }));
  };
  const desk: WindowDesk = {
    mine, sitting: own !== undefined, act, off: !canAct || act.busy, waiting: services.reduce((sum, one) => sum + one.waiting, 0), next: services.length === 1 ? services[0]?.next : undefined,
    choose: (id) => {
      remember(id);
      const label = floor.windows.find((one) => one.id === id)?.label ?? id;
      // Who sits somewhere moves with the choice, so that the hall never believes in two chairs.
      if (own !== undefined && own.id !== id) void act.run({ type: 'startShift', place: { kind: 'window', id } }, () => say('floor.sat', { window: label }));
    },
    callNext: () => { if (windowId !== undefined) void callNext(windowId); },
    recall: onCall((callId, number) => { void act.run({ type: 'recall', callId }, () => say('console.recalled', { number })); }),
    noShow: onCall((callId, number) => { void act.run({ type: 'markNoShow', callId }, () => say('console.noShowDone', { number })); }),
    begin: onCall((callId, number) => { if (call?.begun !== true) void act.run({ type: 'beginService', callId }, () => say('console.begunDone', { number })); }),
    served: onCall((callId, number) => { void end(callId, number); }),
    park: onCall((callId, number) => { void act.run({ type: 'park', callId }, () => say('floor.parked', { number })); }),
    undo: () => { if (mine?.undo !== undefined) void act.run({ type: 'undo', of: mine.undo.of }, () => say('floor.undone')); },
  };
  useKeys(keysOn && canAct && mine !== undefined, {
    F2: desk.callNext, F3: desk.recall, F4: desk.noShow, F6: desk.served, F8: desk.park, ...(floor.autoCalls === true ? { F7: desk.begin } : {}),
  });
  return desk;
}
