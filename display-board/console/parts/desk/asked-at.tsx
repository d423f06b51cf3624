/* When a list was asked, and the way to ask it again. */
import { Button } from 'antd';
import { useState } from 'react';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { useSay } from '../../../kit/say.tsx';
import { now } from '../../../kit/use-now.ts';
import type { Asked } from '../../session/use-question.ts';

export function AskedAt({ of }: { readonly of: Asked<unknown> }) {
  const say = useSay();
  const [seen, setSeen] = useState<{ readonly value: unknown; readonly at: number }>();
  // While drawing, as React has it for state that follows from what is handed in: the time belongs to the answer, not to the drawing.
  if (of.value !== undefined && of.value !== seen?.value) setSeen({ value: of.value, at: now().wall });
  return (
    <span className="asked-at">
      {seen !== undefined && <span>{say('desk.askedAt', { time: localTime(seen.at) })}</span>}
      <Button size="small" loading={of.asking} onClick={of.again}>{say('desk.refresh')}</Button>
    </span>
  );
}
