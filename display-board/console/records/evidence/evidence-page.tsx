/* 考核证据 (F26): any figure of any days opened to the rows it is counted from, and any number of a paper to its whole story. */
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { figureNames, type FigureName } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { Range } from '@kuaizhao/db/domain/records/period.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { useSay } from '../../../kit/say.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { DayRange } from '../../parts/day-range.tsx';
import { PageFrame } from '../../parts/page-frame.tsx';
import { useToday } from '../../session/use-today.ts';
import { figureName } from '../figures/shape.ts';
import { EvidenceList } from './evidence-list.tsx';
import { TracePanel } from './trace-panel.tsx';
import '../../parts/listing.css';
import '../records.css';
import { plainNumber } from '../../parts/form/typed.ts';

const listHeight = 430;

export function EvidencePage() {
  const say = useSay();
  const { day } = useToday();
  const [figure, setFigure] = useState<FigureName>('hires');
  const [range, setRange] = useState<Range>(() => ({ from: day, to: day }));
  const [traced, setTraced] = useState<{ readonly day: string; readonly number: string }>();
  return (
    <PageFrame title={say('page.evidence')} hint={say('records.evidenceHint')}>
      <div className="two-sides">
        <section className="evidence-side" aria-label={say('records.evidenceOf')}>
          <div className="evidence-head">
            <Select aria-label={say('records.figure')} value={figure} showSearch={{ optionFilterProp: 'label' }} options={figureNames.map((value) => ({ value, label: figureName(say, value) }))} onChange={setFigure} />
            <DayRange range={range} today={day} onChange={setRange} />
          </div>
          <EvidenceList figure={figure} range={range} slice="all" sliceKey="" onTrace={setTraced} height={listHeight} />
        </section>
        <section className="evidence-side" aria-label={say('records.trace')}>
          <TraceForm key={`${traced?.day ?? ''} ${traced?.number ?? ''}`} day={traced?.day ?? day} number={traced?.number ?? ''} onTrace={setTraced} />
          {traced === undefined ? <p className="nothing">{say('records.traceHint')}</p> : <TracePanel {...traced} height={listHeight} />}
        </section>
      </div>
    </PageFrame>
  );
}

interface Traced { readonly day: string; readonly number: string }

function TraceForm({ day, number, onTrace }: Traced & { readonly onTrace: (traced: Traced) => void }) {
  const say = useSay();
  const [on, setOn] = useState(day);
  return (
    <Form<{ readonly number: string }> layout="inline" className="evidence-head" initialValues={{ number }} onFinish={(asked) => { onTrace({ day: on, number: plainNumber(asked.number) }); }}>
      <Form.Item><DayField label={say('records.day')} day={on} onChange={setOn} /></Form.Item>
      <Form.Item name="number" rules={[{ validator: (_, value: string) => (hallNumberSchema.safeParse(plainNumber(value)).success ? Promise.resolve() : Promise.reject(new Error(say('records.numberLike')))) }]}>
        <Input className="number-field" autoFocus placeholder="A001" aria-label={say('records.number')} maxLength={6} />
      </Form.Item>
      <Button type="primary" htmlType="submit">{say('records.traceGo')}</Button>
    </Form>
  );
}
