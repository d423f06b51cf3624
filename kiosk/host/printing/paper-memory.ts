/* What this process knows of the papers it has had in its hands: how far each is, and how it ended. Bounded; the hall remembers for good. */
import type { PaperStage } from '@kuaizhao/kiosk/session/paper.ts';

export type PaperOutcome = 'printed' | 'unknown' | 'failed' | 'notSent';

/** papers remembered, newest kept */
const remembered = 500;

export function createPaperMemory() {
  const stages = new Map<string, PaperStage>();
  const outcomes = new Map<string, PaperOutcome>();
  const keep = <T>(map: Map<string, T>, id: string, value: T): void => {
    map.delete(id);
    map.set(id, value);
    if (map.size > remembered) map.delete(map.keys().next().value ?? '');
  };
  return {
    stage: (printJobId: string): PaperStage | undefined => stages.get(printJobId),
    outcome: (printJobId: string): PaperOutcome | undefined => outcomes.get(printJobId),
    setStage: (printJobId: string, stage: PaperStage): void => keep(stages, printJobId, stage),
    setOutcome: (printJobId: string, outcome: PaperOutcome): void => keep(outcomes, printJobId, outcome),
  };
}
