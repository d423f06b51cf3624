/* The van: where it waits, its plate, when it leaves. */
import { Input } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import { TimeBox } from '../form/choices.tsx';
import { FieldGroup } from '../form/field.tsx';
import type { PartProps } from './part-props.ts';

export function VanBoxes({ draft, put, form }: PartProps) {
  const say = useSay();
  return (
    <FieldGroup label={say('post.van')} wrong={form.wrong('terms.bay', 'terms.plate', 'terms.leaveBy')}>
      <div className="three-boxes">
        <Input aria-label={say('post.bay')} placeholder={say('post.bay')} value={draft.bay} onChange={(event) => { put({ bay: event.target.value }); }} />
        <Input aria-label={say('post.plate')} placeholder={say('post.plate')} maxLength={10} value={draft.plate} onChange={(event) => { put({ plate: event.target.value }); }} />
        <TimeBox label={say('post.leave')} value={draft.leave} placeholder={say('post.leave')} onChange={(leave) => { put({ leave }); }} />
      </div>
    </FieldGroup>
  );
}
