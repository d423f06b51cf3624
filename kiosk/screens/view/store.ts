/* What only the eye needs: the last face, the part of a job screen, text being typed, a journey to a line that is changed. Nothing here outlives the person's screen. */
import { createStore, useStore } from 'zustand';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import type { DraftTerms } from '@kuaizhao/db/domain/jobs/terms.ts';
import type { KioskFace, Touch } from '@kuaizhao/kiosk/session/face.ts';
import type { JobStep } from '@kuaizhao/kiosk/session/job/job-steps.ts';
import { isJobStep, partsOf, stepOfPart, travelTouch, type JobPart } from './job-parts.ts';

export interface View {
  readonly face: KioskFace | undefined;
  /** the hall's clock less this machine's */
  readonly clockAheadMs: number;
  readonly part: JobPart | undefined;
  /** where the next job screen begins */
  readonly arrival: 'first' | 'last' | JobPart;
  readonly journey: JobPart | undefined;
  /** a line of the check is being changed: onwards leads back there */
  readonly editing: boolean;
  /** undefined: nothing typed yet on this part */
  readonly pay: string | undefined;
  readonly plate: string | undefined;
}

export interface ViewActions {
  readonly receive: (face: KioskFace) => void;
  readonly touch: (touch: Touch) => void;
  readonly onward: () => void;
  readonly backward: () => void;
  readonly edit: (part: JobPart) => void;
  /** back from a refusal to the part that can put it right */
  readonly repair: (part: JobPart | undefined) => void;
  readonly typePay: (text: string) => void;
  readonly typePlate: (text: string) => void;
}
export type ViewStore = ReturnType<typeof createViewStore>;

const nothingTyped = { pay: undefined, plate: undefined } as const;
const atRest = { part: undefined, arrival: 'first', journey: undefined, editing: false, ...nothingTyped } as const satisfies Partial<View>;

/** `send` brings a touch to the host; `clock` gives this machine's time in milliseconds since 1970. */
export function createViewStore(send: (touch: Touch) => void, clock: () => Instant) {
  return createStore<View & ViewActions>((set, get) => {
    const job = (): { readonly step: JobStep; readonly parts: readonly JobPart[] } | undefined => {
      const { face, clockAheadMs } = get();
      if (face === undefined || !isJob(face.screen)) return undefined;
      return { step: face.screen.at, parts: partsOf(face.screen.at, { draft: face.screen.draft, bays: face.hall?.bays ?? [], now: clock() + clockAheadMs }) };
    };
    const moveOn = (way: 'next' | 'back'): void => {
      const here = job();
      if (here === undefined) return;
      const { part, editing } = get();
      if (editing) return travel('check');
      const beside = part === undefined ? undefined : here.parts[here.parts.indexOf(part) + (way === 'next' ? 1 : -1)];
      if (beside !== undefined) return set({ part: beside, ...nothingTyped });
      set({ arrival: way === 'next' ? 'first' : 'last' });
      send({ type: way });
    };
    const travel = (to: JobPart): void => {
      const here = job();
      if (here === undefined) return;
      const touch = travelTouch(here.step, stepOfPart(to));
      if (touch === undefined) return set({ part: to, journey: undefined, editing: to !== 'check', ...nothingTyped });
      set({ journey: to });
      send({ type: touch });
    };
    return {
      face: undefined, clockAheadMs: 0, ...atRest,
      receive(face) {
        const before = get();
        if (face.hall !== before.face?.hall) learnTrades(face.hall?.trades ?? []);
        const clockAheadMs = face.hall === undefined || face.hall.now === before.face?.hall?.now ? before.clockAheadMs : face.hall.now - clock();
        set({ face, clockAheadMs });
        if (face.screen.at === before.face?.screen.at) return;
        const here = job();
        if (here === undefined) return set(atRest);
        if (before.journey !== undefined) return travel(before.journey);
        const first = before.arrival === 'last' ? here.parts.at(-1) : here.parts.find((part) => part === before.arrival) ?? here.parts[0];
        set({ ...atRest, part: first });
      },
      touch(touch) {
        set({ journey: undefined });
        send(touch);
      },
      onward: () => moveOn('next'),
      backward: () => moveOn('back'),
      edit: travel,
      repair(part) {
        set({ arrival: part ?? 'first' });
        send({ type: 'back' });
      },
      typePay: (pay) => set({ pay }),
      typePlate: (plate) => set({ plate }),
    };
  });
}

type JobScreen = Extract<KioskFace['screen'], { readonly draft: DraftTerms }>;
const isJob = (screen: KioskFace['screen']): screen is JobScreen => isJobStep(screen.at);

export const useView = <Chosen,>(store: ViewStore, choose: (view: View & ViewActions) => Chosen): Chosen => useStore(store, choose);
