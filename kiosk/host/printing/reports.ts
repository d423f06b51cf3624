/* What the hall is told of papers, each word until it is heard, and what this process knows of them meanwhile. */
import type { Answer } from '@kuaizhao/sync-agent/contract/answer.ts';
import type { Command } from '@kuaizhao/db/domain/command.ts';
import type { FinishPrint } from '@kuaizhao/db/domain/printing/commands.ts';
import type { PrintOrder } from '@kuaizhao/db/domain/printing/paper.ts';
import type { Timer } from '@kuaizhao/hardware/ports.ts';
import { createPaperMemory, type PaperOutcome } from './paper-memory.ts';

/** The hall, as the spool needs it. */
export interface PaperAgent {
  command(command: Command, personal: boolean): Promise<Answer | undefined>;
  settled(): Promise<void>;
  /** somebody is there who could answer */
  isUp(): boolean;
}

export interface ReportsParts {
  readonly agent: PaperAgent;
  readonly timer: Timer;
  readonly newId: () => string;
  /** so long a paper of unknown birth waits for open questions */
  readonly birthMs: number;
}

export function createReports({ agent, timer, newId, birthMs }: ReportsParts) {
  const memory = createPaperMemory();
  const unheard = new Map<string, Promise<unknown>>();
  const tell = (printJobId: string, outcome: PaperOutcome, more: Pick<FinishPrint, 'copy'> = {}): Promise<Answer | undefined> => {
    if (outcome !== 'notSent') memory.setOutcome(printJobId, outcome);
    const heard = agent.command({ type: 'finishPrint', commandId: newId(), printJobId, outcome, ...more }, false);
    const noted = heard.then(() => { if (unheard.get(printJobId) === noted) unheard.delete(printJobId); });
    unheard.set(printJobId, noted);
    return heard;
  };
  return {
    memory,
    tell,
    /** The hall still takes it for begun: a report got lost with the agent. */
    toldAgain({ printJobId, state }: PrintOrder): void {
      const outcome = memory.outcome(printJobId);
      if (state === 'sending' && outcome !== undefined && !unheard.has(printJobId)) void tell(printJobId, outcome);
    },
    /** A push may be faster than the answer that it belongs to. */
    async openQuestionsAnswered(): Promise<void> {
      let cancel = (): void => undefined;
      const patience = new Promise<void>((resolve) => { cancel = timer.after(birthMs, resolve); });
      await Promise.race([agent.settled(), patience]);
      cancel();
    },
    allHeard: (): Promise<unknown> => Promise.all(unheard.values()),
  };
}
