/* One job, from "may it be sent" to "is it on paper". The three outcomes are promises to people, so each is only given when it is certain. */
import type { PrinterState, PrintOutcome } from '../../ports.ts';
import type { PrinterLink } from './printer-link.ts';
import type { PrinterProfile } from '../profiles.ts';
import { enableStatusPush } from './real-time.ts';
import { canPrint, stateOf } from './status.ts';

export const jobLimits = {
  /** a line of unknown pace: 9600 baud takes 0.96 bytes a millisecond */
  slowestBytesPerMs: 0.9,
  /** on top of the bytes' own time, for a line to take them */
  sendMs: 3_000,
  /** on top of the bytes' own time, from the last byte to the knife: paper and cut take about 1.3 s, the rest is patience */
  completionMs: 8_000,
  /** a trouble that lasts this long in mid-job will not end by itself while people wait */
  troubleMs: 3_000,
  askEveryMs: 500,
} as const;

export interface JobParts {
  readonly link: PrinterLink;
  readonly now: () => number;
  /** told each state seen on the way; undefined = the printer did not answer */
  readonly saw: (state: PrinterState | undefined) => void;
  /** four fresh characters 20h to 7Eh */
  readonly mark: string;
  readonly profile: Pick<PrinterProfile, 'completion' | 'status' | 'bytesPerMs'>;
}

/** `notSent` only before the first byte; `printed` only on the printer's own word; everything else, a line cut in the middle too, is `unknown`. */
export async function runJob({ link, now, saw, mark, profile }: JobParts, bytes: Uint8Array): Promise<PrintOutcome> {
  const before = await link.status();
  const state = before === undefined ? undefined : stateOf(before);
  saw(state);
  if (state === undefined || !canPrint(state) || link.ended()) return 'notSent';

  const wireMs = bytes.length / (profile.bytesPerMs ?? jobLimits.slowestBytesPerMs);
  const job = Buffer.concat([bytes, link.completionOf(mark), ...(profile.status === 'pushed' ? [enableStatusPush] : [])]);
  if (!(await link.send(job, jobLimits.sendMs + wireMs)) || profile.completion === 'none') return 'unknown';

  const patienceEnds = now() + jobLimits.completionMs + wireMs;
  let troubleSince: number | undefined;
  while (!link.ended() && now() < patienceEnds) {
    if (await link.completed(mark, jobLimits.askEveryMs)) return 'printed';
    // Only now, behind the last byte, may status be asked: in the middle of a job the question could land inside a command.
    const during = await link.status();
    if (await link.completed(mark, 0)) return 'printed';
    const seen = during === undefined ? undefined : stateOf(during);
    saw(seen);
    troubleSince = seen !== undefined && canPrint(seen) ? undefined : (troubleSince ?? now());
    if (troubleSince !== undefined && now() - troubleSince >= jobLimits.troubleMs) break;
  }
  // Its last word may have come together with the end of the line.
  return (await link.completed(mark, 0)) ? 'printed' : 'unknown';
}
