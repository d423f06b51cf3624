/* The panel a plan hangs on: its kind and size, how far away people stand, and so how high letters must be. */
import { Form, Input, InputNumber, Select } from 'antd';
import { calledPxOf, emPxOf, letterShare } from '@kuaizhao/db/domain/boards/fit.ts';
import { boardLayouts, type BoardLayout, type BoardPlan, type Panel } from '@kuaizhao/db/domain/boards/plan.ts';
import { useSay } from '../../kit/say.tsx';
import { laidOut } from './draft.ts';

const labelMost = 20;
const numbers: readonly (readonly [keyof Panel, number, number])[] = [['widthPx', 320, 16_384], ['heightPx', 48, 16_384], ['widthMm', 200, 40_000], ['metres', 1, 60]];

export function PanelForm({ plan, locked, onChange }: { readonly plan: BoardPlan; readonly locked: boolean; readonly onChange: (change: (plan: BoardPlan) => BoardPlan) => void }) {
  const say = useSay();
  const mm = (px: number): string => ((px * letterShare * plan.panel.widthMm) / plan.panel.widthPx).toFixed(0);
  const em = emPxOf(plan.panel);
  return (
    <Form layout="vertical" className="panel-form" disabled={locked}>
      <Form.Item label={say('boards.label')}><Input aria-label={say('boards.label')} value={plan.label} maxLength={labelMost} onChange={(event) => { const label = event.target.value; onChange((now) => ({ ...now, label })); }} /></Form.Item>
      <Form.Item label={say('boards.layout')}><Select<BoardLayout> aria-label={say('boards.layout')} value={plan.layout} onChange={(layout) => { onChange((now) => laidOut(now, layout)); }} options={boardLayouts.map((value) => ({ value, label: say(`boards.layout.${value}`) }))} /></Form.Item>
      <div className="pairs">
        {numbers.map(([name, min, max]) => (
          <Form.Item key={name} label={say(`boards.panel.${name}`)}>
            <InputNumber aria-label={say(`boards.panel.${name}`)} value={plan.panel[name]} min={min} max={max} {...(name === 'metres' ? { step: 0.5 } : { precision: 0 })} onChange={(value) => { if (value !== null) onChange((now) => ({ ...now, panel: { ...now.panel, [name]: value } })); }} />
          </Form.Item>
        ))}
      </div>
      <p className="letters">{say('boards.lettersHigh', { metres: plan.panel.metres, mm: mm(em), px: em, called: mm(calledPxOf(plan.panel)) })}</p>
    </Form>
  );
}
