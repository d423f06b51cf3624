/* Which scene from which time of the day on, and the loudspeaker beside the board: what it says, how often, how loud at what time. */
import { Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { boardScenes, type BoardPlan, type BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { useSay } from '../../kit/say.tsx';
import { TimeField } from '../parts/time-field.tsx';
import { useMemory } from '../session/desk-session.tsx';

interface ClockFormProps { readonly plan: BoardPlan; readonly locked: boolean; readonly onChange: (change: (plan: BoardPlan) => BoardPlan) => void }
const timesMost = 24;
const volumesMost = 12;
const firstVoice = (boardId: string): NonNullable<BoardPlan['voice']> => ({ speaker: boardId, repeat: 1, volume: [{ from: '04:00', percent: 80 }, { from: '21:00', percent: 30 }] });

export function ClockForm({ plan, locked, onChange }: ClockFormProps) {
  const say = useSay();
  const set = (at: number, part: Partial<BoardPlan['schedule'][number]>): void => { onChange((now) => ({ ...now, schedule: now.schedule.map((one, index) => (index === at ? { ...one, ...part } : one)) })); };
  return (
    <Form layout="vertical" className="clock-form" disabled={locked}>
      <h3>{say('boards.schedule')}</h3>
      {plan.schedule.map((entry, at) => (
        // Entries have no name of their own; their place in the day is what they are.
        <div className="clock-line" key={`${String(at)} of ${String(plan.schedule.length)}`}>
          <TimeField label={say('boards.from')} time={entry.from} onChange={(from) => { set(at, { from }); }} />
          <Select<BoardScene> aria-label={say('boards.sceneThen')} value={entry.scene} onChange={(scene) => { set(at, { scene }); }} options={boardScenes.map((value) => ({ value, label: say(`boards.scene.${value}`) }))} />
          <Button type="text" aria-label={say('boards.removeLine')} disabled={plan.schedule.length === 1} onClick={() => { onChange((now) => ({ ...now, schedule: now.schedule.filter((_, index) => index !== at) })); }}>×</Button>
        </div>
      ))}
      <Button size="small" disabled={plan.schedule.length >= timesMost} onClick={() => { onChange((now) => ({ ...now, schedule: [...now.schedule, { from: '23:00', scene: 'quiet' as const }].toSorted((one, other) => one.from.localeCompare(other.from)) })); }}>{say('boards.addTime')}</Button>
      <VoiceForm plan={plan} locked={locked} onChange={onChange} />
    </Form>
  );
}

function VoiceForm({ plan, onChange }: ClockFormProps) {
  const say = useSay();
  const { floor } = useMemory();
  const { voice } = plan;
  const set = (part: Partial<NonNullable<BoardPlan['voice']>>): void => { onChange((now) => (now.voice === undefined ? now : { ...now, voice: { ...now.voice, ...part } })); };
  const volume = (at: number, part: Partial<NonNullable<BoardPlan['voice']>['volume'][number]>): void => { if (voice !== undefined) set({ volume: voice.volume.map((one, index) => (index === at ? { ...one, ...part } : one)) }); };
  const places = [...(floor?.windows ?? []), ...(floor?.tables ?? [])].map(({ id, label }) => ({ value: id, label }));
  return (
    <>
      <h3>{say('boards.voice')} <Switch size="small" aria-label={say('boards.voice')} checked={voice !== undefined} onChange={(on) => { onChange((now) => { const { voice: gone, ...silent } = now; return on ? { ...silent, voice: gone ?? firstVoice(now.boardId) } : silent; }); }} /></h3>
      {voice === undefined ? <p className="hint">{say('boards.silent')}</p> : (
        <>
          <div className="pairs">
            <Form.Item label={say('boards.speaker')}><Input aria-label={say('boards.speaker')} value={voice.speaker} maxLength={64} onChange={(event) => { set({ speaker: event.target.value.replaceAll(/[^0-9A-Za-z_-]/g, '') || plan.boardId }); }} /></Form.Item>
            <Form.Item label={say('boards.repeat')}><InputNumber aria-label={say('boards.repeat')} value={voice.repeat} min={1} max={3} precision={0} onChange={(repeat) => { if (repeat !== null) set({ repeat }); }} /></Form.Item>
          </div>
          <Form.Item label={say('boards.places')}><Select<string[]> mode="multiple" showSearch={{ optionFilterProp: 'label' }} aria-label={say('boards.places')} maxTagCount="responsive" placeholder={say('boards.allPlaces')} value={voice.places ?? []} onChange={(chosen) => { onChange((now) => { if (now.voice === undefined) return now; const { places: _, ...rest } = now.voice; return { ...now, voice: chosen.length === 0 ? rest : { ...rest, places: chosen } }; }); }} options={places} /></Form.Item>
          <Form.Item label={say('boards.second')}><Select<'en' | 'none'> aria-label={say('boards.second')} value={voice.second ?? 'none'} onChange={(chosen) => { onChange((now) => { if (now.voice === undefined) return now; const { second: _, ...rest } = now.voice; return { ...now, voice: chosen === 'none' ? rest : { ...rest, second: chosen } }; }); }} options={[{ value: 'none', label: say('boards.noSecond') }, { value: 'en', label: say('boards.english') }]} /></Form.Item>
          {voice.volume.map((entry, at) => (
            <div className="clock-line" key={`${String(at)} of ${String(voice.volume.length)}`}>
              <TimeField label={say('boards.from')} time={entry.from} onChange={(from) => { volume(at, { from }); }} />
              <InputNumber aria-label={say('boards.volume')} value={entry.percent} min={0} max={100} precision={0} suffix="%" onChange={(percent) => { if (percent !== null) volume(at, { percent }); }} />
              <Button type="text" aria-label={say('boards.removeLine')} disabled={voice.volume.length === 1} onClick={() => { set({ volume: voice.volume.filter((_, index) => index !== at) }); }}>×</Button>
            </div>
          ))}
          <Button size="small" disabled={voice.volume.length >= volumesMost} onClick={() => { set({ volume: [...voice.volume, { from: '12:00', percent: 60 }].toSorted((one, other) => one.from.localeCompare(other.from)) }); }}>{say('boards.addVolume')}</Button>
        </>
      )}
    </>
  );
}
