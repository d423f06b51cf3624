/* When work begins, how long, and until when the posting is shown. */
import { InputNumber } from 'antd';
import { useSay } from '../../../kit/say.tsx';
import { DayBox, TimeBox } from '../form/choices.tsx';
import { FieldGroup } from '../form/field.tsx';
import type { PartProps } from './part-props.ts';

export function TimeFields({ draft, put, form }: PartProps) {
  const say = useSay();
  return (
    <>
      <FieldGroup needed label={say('post.start')} wrong={form.wrong('terms.startAt')}>
        <div className="two"><DayBox label={say('post.startDay')} value={draft.day} onChange={(day) => { put({ day }); }} /><TimeBox label={say('post.startTime')} value={draft.time} onChange={(time) => { put({ time }); }} /></div>
      </FieldGroup>
      <FieldGroup needed label={say('post.howLong')} wrong={form.wrong('terms.hoursPerDay', 'terms.days')}>
        <div className="two">
          <InputNumber<number> aria-label={say('post.hours')} min={0.5} max={12} step={0.5} suffix={say('post.hours')} value={draft.hoursPerDay} onChange={(hoursPerDay) => { put({ hoursPerDay }); }} />
          <InputNumber<number> aria-label={say('post.days')} min={1} max={366} precision={0} suffix={say('post.days')} value={draft.days} onChange={(days) => { put({ days }); }} />
        </div>
      </FieldGroup>
      <FieldGroup needed label={say('post.validUntil')} wrong={form.wrong('terms.validUntil')}>
        <div className="two"><DayBox label={say('post.validDay')} value={draft.validDay} onChange={(validDay) => { put({ validDay }); }} /><TimeBox label={say('post.validTime')} value={draft.validTime} onChange={(validTime) => { put({ validTime }); }} /></div>
      </FieldGroup>
    </>
  );
}
