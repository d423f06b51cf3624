/* Looks the kiosk over every few seconds, and tells the hall and the screen what is otherwise than before. */
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { Checked } from '@kuaizhao/db/domain/devices/commands.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import { checksOf, diskFreeMb, type Looked } from './self-check.ts';

export const reporterLimits = {
  lookMs: 5_000,
  /** the disk is asked this seldom */
  diskEvery: 12,
} as const;

export interface ReporterParts {
  readonly timer: Timer;
  readonly newId: () => string;
  readonly data: string;
  readonly agent: { command(command: Command, personal: boolean): Promise<Answer | undefined>; isUp(): boolean };
  readonly look: () => Omit<Looked, 'diskMb'>;
  readonly changed: (checks: readonly Checked[]) => void;
}

/** Runs until stopped. `now`: something may have changed. */
export function startReporter(parts: ReporterParts) {
  let shown = '';
  let told = '';
  let telling = false;
  let stopped = false;
  let looks = 0;
  let diskMb: number | undefined;
  let cancel = (): void => undefined;
  const statesOf = (checks: readonly Checked[]): string => JSON.stringify(checks.map(({ check, state }) => [check, state]));
  const now = (): void => {
    if (stopped) return;
    const checks = checksOf({ ...parts.look(), diskMb });
    const states = statesOf(checks);
    if (states !== shown) {
      shown = states;
      parts.changed(checks);
    }
    if (states === told || telling || !parts.agent.isUp()) return;
    telling = true;
    void parts.agent.command({ type: 'reportReadiness', commandId: parts.newId(), checks }, false).then((answer) => {
      telling = false;
      if (answer?.ok === true) told = states;
      if (answer !== undefined) now();
    });
  };
  const look = async (): Promise<void> => {
    if (looks % reporterLimits.diskEvery === 0) diskMb = await diskFreeMb(parts.data);
    looks += 1;
    if (stopped) return;
    now();
    cancel = parts.timer.after(reporterLimits.lookMs, () => void look());
  };
  void look();
  return {
    now,
    /** The agent is there anew: it may be another one, or one restored from yesterday. */
    lineUp(): void { told = ''; now(); },
    stop(): void { stopped = true; cancel(); },
  };
}
