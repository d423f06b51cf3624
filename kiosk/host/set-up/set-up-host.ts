/* A kiosk that its hall does not know, at its screen: runs the set-up, talks to the agent by the code, keeps the certificate. Drives no device and holds no line. */
import { setImmediate } from 'node:timers';
import type { KioskFace } from '@kuaizhao/kiosk/session/face.ts';
import { firstSetUp, nextSetUp, setUpScreen, type SetUpEffect, type SetUpEvent, type SetUpState } from '@kuaizhao/kiosk/session/set-up/machine.ts';
import type { SetUpClocks, SetUpReason, SetUpRefusal } from '@kuaizhao/kiosk/session/set-up/scenes.ts';
import { enrol, type Enrolled, type EnrolRefusal } from '../agent/enrol.ts';
import { addressOf, writeTrust } from '../agent/trust-file.ts';
import type { KioskConfig } from '../config.ts';
import type { HostClock } from '../host-clock.ts';
import type { HostLog } from '../host-log.ts';
import { hostLimits, type Doorkeeper } from '../kiosk-host.ts';
import { createTouchEar } from '../touch-ear.ts';

export interface SetUpParts {
  readonly config: Pick<KioskConfig, 'deviceId' | 'printerId' | 'data' | 'agent' | 'pxPerMm' | 'volume'>;
  readonly why: SetUpReason;
  /** of the hall that this kiosk belonged to until now (PEM): whoever stands at it cannot make it another one's */
  readonly authority?: string | undefined;
  readonly clock: HostClock;
  readonly log: HostLog;
  /** the certificate is kept, and people have read that this kiosk is in */
  readonly work: () => void;
}
export interface SetUpHost extends Doorkeeper { close(): void }

/** Answers of the agent that this talk cannot meet when both understand each other. */
const words: Readonly<Record<EnrolRefusal, SetUpRefusal>> = {
  noCode: 'noCode', wrongCode: 'wrongCode', codeGone: 'codeGone', notLetIn: 'notLetIn', tooMany: 'tooMany', unreachable: 'unreachable', notTheHall: 'notTheHall', otherHall: 'otherHall', clocksDiffer: 'clocksDiffer',
  notUnderstood: 'notUnderstood', malformed: 'notUnderstood', noSession: 'notUnderstood', sentAway: 'notUnderstood', copied: 'notUnderstood', runOut: 'notUnderstood',
};

/** Runs at once and until `close`. */
export function createSetUpHost({ config, why, authority, clock: { timer, now }, log, work }: SetUpParts): SetUpHost {
  const listeners = new Set<(face: KioskFace) => void>();
  const hear = createTouchEar(timer, log);
  let state: SetUpState = firstSetUp({ why, deviceId: config.deviceId, printerId: config.printerId, url: addressOf(config.agent.url, config) });
  let [shown, closed, working] = ['', false, false];
  let talk: AbortController | undefined;
  let cancelTick = (): void => undefined;
  const face = (): KioskFace => faceOf(state, config);
  const happen = (event: SetUpEvent): void => {
    if (closed) return;
    const before = state;
    const step = nextSetUp(state, event, timer.now());
    state = step.state;
    if (state.scene.at !== before.scene.at) log.info({ from: before.scene.at, to: state.scene.at, by: event.type, ...(state.scene.at === 'refused' ? { refusal: state.scene.why } : {}) }, 'setUp');
    const text = JSON.stringify(face());
    if (text !== shown) for (const listener of listeners) listener(face());
    shown = text;
    for (const effect of step.effects) carryOut(effect);
  };
  const carryOut = (effect: SetUpEffect): void => {
    switch (effect.type) {
      case 'cancel': return talk?.abort();
      case 'enrol': return void comeIn(effect);
      case 'work':
        if (working) return undefined;
        working = true;
        // Whoever takes over closes this host: not in the middle of its own step.
        setImmediate(() => { if (!closed) work(); });
        return undefined;
    }
  };
  const comeIn = async ({ attempt, url, code }: Extract<SetUpEffect, { type: 'enrol' }>): Promise<void> => {
    const own = new AbortController();
    talk = own;
    const result = await enrol({ url, code, timer, now, authority, signal: own.signal, showSigns: (signs) => happen({ type: 'signs', attempt, signs }) });
    if (closed || own.signal.aborted) return undefined;
    const kept = keep(result, url, config);
    return kept.ok ? happen({ type: 'in', attempt, hallPrinter: kept.printer }) : happen({ type: 'refused', attempt, why: kept.refusal, clocks: kept.clocks });
  };
  const tick = (): void => {
    cancelTick = timer.after(hostLimits.tickMs, tick);
    happen({ type: 'tick' });
  };
  tick();
  return {
    face,
    onFace(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch(raw) {
      const touch = hear(raw);
      if (touch !== undefined) happen({ type: 'touch', touch });
    },
    close() {
      closed = true;
      cancelTick();
      talk?.abort();
      listeners.clear();
    },
  };
}

/** Makes the certificate durable, with the address when it is another one than the configuration has. */
function keep(result: Enrolled, url: string, { deviceId, data, agent }: SetUpParts['config']): { readonly ok: true; readonly printer: string } | { readonly ok: false; readonly refusal: SetUpRefusal; readonly clocks?: SetUpClocks | undefined } {
  if (!result.ok) return { ok: false, refusal: words[result.refusal], clocks: result.clocks };
  // Somebody let in another machine than this one, or not as a kiosk.
  if (result.trust.deviceId !== deviceId || result.printer === undefined) return { ok: false, refusal: 'otherName' };
  try {
    writeTrust(data, { ...result.trust, ...(url === new URL(agent.url).origin ? {} : { typed: { url, insteadOf: agent.url } }) });
  } catch {
    return { ok: false, refusal: 'notKept' };
  }
  return { ok: true, printer: result.printer };
}

/** Of a kiosk that has no hall, no line and no devices yet. */
const faceOf = (state: SetUpState, { pxPerMm, volume }: SetUpParts['config']): KioskFace => ({
  screen: setUpScreen(state), language: state.language, textStep: state.textStep, reach: state.reach, contrast: state.contrast,
  hall: undefined, agentUp: false, numbersOnly: undefined, readerReady: false, printer: 'starting', idleWarningSeconds: undefined, pxPerMm, volume,
});
