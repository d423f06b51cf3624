/* Rows of the audit in words: who, what, and what came of it. */
import type { AuditRow } from '@kuaizhao/db/domain/audit/row.ts';
import type { Desk } from '@kuaizhao/sync-agent/contract/console.ts';
import type { Say, TextKey } from '../../../i18n/texts.ts';
import { refusals } from '../../../i18n/zh-cn/refusals.ts';
import { trailWords } from '../../../i18n/zh-cn/console/trail.ts';
import { staffName } from '../../parts/staff-name.ts';

const known = (key: string): key is TextKey => Object.hasOwn(trailWords, key) || Object.hasOwn(refusals, key);

export const whoText = (say: Say, desk: Desk | undefined, { who }: Pick<AuditRow, 'who'>): string =>
  (who === 'agent' || who === 'operator' || who === 'nobody' ? say(`trail.${who}`) : staffName(desk, who));

/** The act, and what was done by it; the bare name for what this page does not know: rows of an older or a newer agent. */
export function whatText(say: Say, { act, name }: Pick<AuditRow, 'act' | 'name'>): string {
  const done = name === undefined ? undefined : known(`trail.done.${name}`) ? say(`trail.done.${name}` as TextKey) : name;
  if (act === 'command' && done !== undefined) return done;
  const what = say(`trail.act.${act}`);
  return done === undefined ? what : `${what} · ${done}`;
}

export function outcomeText(say: Say, { outcome }: Pick<AuditRow, 'outcome'>): string {
  const key = [`trail.outcome.${outcome}`, `refusal.${outcome}`].find(known);
  return key === undefined ? outcome : say(key);
}
