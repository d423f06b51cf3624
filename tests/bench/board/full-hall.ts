/* A hall on whose board 1,500 jobs hang already, written by the true engine before the agent starts. */
import { randomUUID } from 'node:crypto';
import { openHallDb } from '@kuaizhao/db/hall/hall-db.ts';
import { createEngine } from '@kuaizhao/sync-agent/hall/engine.ts';
import { creditCode } from '../../fixtures/people.ts';
import { soundTerms } from '../../fixtures/hall.ts';
import { benchSettings } from '../agent.ts';

export const benchTrades = ['0101', '0102', '0103', '0105', '0106', '0201', '0202', '0301', '0302', '0401', '0501', '0502', '0601'] as const;
export const employer = { kind: 'enterprise', name: '样例用工单位', creditCode: creditCode(1), representatives: [] } as const;

export async function fillHall(data: string, jobs: number): Promise<void> {
  const db = openHallDb(data, 'b'.repeat(16));
  const engine = createEngine({ db, settings: benchSettings(1, 0), now: () => Date.now(), newId: () => randomUUID(), soon: (go) => { setImmediate(go); }, committed: () => undefined, failed: (error) => { throw error; } });
  const staff = { role: 'console', staffId: 'staff-1', staffRole: 'supervisor' } as const;
  const registered = await engine.handle({ type: 'registerEmployer', commandId: randomUUID(), ...employer }, staff);
  const employerId = registered.ok ? registered.facts.find((fact) => fact.type === 'employerRegistered')?.employerId : undefined;
  if (employerId === undefined) throw new Error(`no employer: ${JSON.stringify(registered)}`);
  for (let n = 0; n < jobs; n++) {
    const terms = soundTerms(Date.now(), { trade: benchTrades[n % benchTrades.length] ?? '0101', headcount: 1 + (n % 20) });
    const posted = await engine.handle({ type: 'postJob', commandId: randomUUID(), employerId, terms }, staff);
    if (!posted.ok) throw new Error(`no job: ${JSON.stringify(posted)}`);
  }
  db.close();
}
