/* Halls in trouble, asked again now and then; staff who may not ask see none. */
import type { CityTold } from '@kuaizhao/sync-agent/contract/city/questions.ts';
import { cityMayAsk } from '@kuaizhao/sync-agent/contract/may/city.ts';
import type { Say, TextKey } from '../../../i18n/texts.ts';
import { useAgainEvery, useDesk, useQuestion, type Asked } from '../session.tsx';

export type TroubledHall = CityTold<'troubles'>['halls'][number];
export type Trouble = TroubledHall['troubles'][number];

const lookEveryMs = 15_000;

export function useTroubles(): Asked<CityTold<'troubles'>> {
  const role = useDesk().member?.role;
  const asked = useQuestion('troubles', {}, role !== undefined && cityMayAsk(role, 'troubles'));
  useAgainEvery(asked.again, lookEveryMs);
  return asked;
}

export function troubleWords(say: Say, { kind, n, minutes }: Trouble): string {
  switch (kind) {
    case 'clock': return say((n ?? 0) < 0 ? 'trouble.clockSlow' : 'trouble.clockFast', { n: Math.abs(n ?? 0) });
    case 'gap': return n === undefined ? say('trouble.gapUnknown') : say('trouble.gap', { n });
    case 'behind': return minutes === undefined ? say('trouble.behindAll', { n: n ?? 0 }) : say('trouble.behind', { n: n ?? 0, minutes });
    case 'restored': case 'auditKey': return say(`trouble.${kind}`);
    case 'copy': case 'waiting': case 'auditBack': case 'auditOther': return say(`trouble.${kind}`, { n: n ?? 0 });
  }
}

export const todoOf = (kind: Trouble['kind']): TextKey => `trouble.${kind}Todo`;
