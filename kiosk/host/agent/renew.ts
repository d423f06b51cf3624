/* The certificate of this kiosk is renewed over the line that it opened: asked for at each connection and every few hours; the agent says when it is time. */
import type { Socket } from 'socket.io-client';
import { renewedSchema } from '@kuaizhao/sync-agent/contract/enrolment/messages.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { HostLog } from '../host-log.ts';
import type { KeptTrust } from './trust-file.ts';

const askEveryMs = 6 * 3_600_000;
const answerMs = 5_000;
/** An agent that was busy or away for a moment is asked again soon. */
const againMs = 15_000;

export interface RenewParts {
  readonly trust: KeptTrust;
  readonly timer: Timer;
  readonly log: HostLog;
}

/** The next connection shows the newest certificate. */
export function keepRenewed(socket: Socket, { trust, timer, log }: RenewParts): { connected(): void; stop(): void } {
  let { held } = trust;
  let cancel = (): void => undefined;
  const ask = async (): Promise<void> => {
    cancel();
    cancel = timer.after(askEveryMs, () => void ask());
    if (!socket.connected) return;
    let raw: unknown;
    try {
      raw = await socket.timeout(answerMs).emitWithAck('renew');
    } catch {
      cancel();
      cancel = timer.after(againMs, () => void ask());
      return;
    }
    const answer = renewedSchema.safeParse(raw).data;
    // This line still shows the certificate that it was opened with, so that the agent may give what is held already.
    if (answer?.ok !== true || answer.until <= held.until) return;
    held = { ...held, certificate: answer.certificate, until: answer.until };
    try {
      trust.keep(held);
    } catch {
      log.warn({}, 'certificateNotKept');
    }
    Object.assign(socket.io.opts, { cert: held.certificate });
    log.info({ until: held.until }, 'certificateRenewed');
  };
  return { connected: () => void ask(), stop: () => cancel() };
}
