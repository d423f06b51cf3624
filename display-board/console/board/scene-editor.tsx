/* One scene of a plan: its zones on the panel, what else may be put there, and what is wrong or too small to read. */
import { Alert, Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { warningsOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { boardScenes, boardZones, problemsOf, type BoardPlan, type BoardScene, type BoardZone, type PlanProblem } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import { useSay } from '../../kit/say.tsx';
import type { Say } from '../../i18n/texts.ts';
import { Canvas } from './canvas.tsx';
import { added } from './draft.ts';
import { Preview } from './preview.tsx';

interface SceneEditorProps { readonly plan: BoardPlan; readonly locked: boolean; readonly onChange: (change: (plan: BoardPlan) => BoardPlan) => void }

export function SceneEditor({ plan, locked, onChange }: SceneEditorProps) {
  const say = useSay();
  const [scene, setScene] = useState<BoardScene>('rush');
  const [preview, setPreview] = useState(false);
  const problems = problemsOf(plan);
  const here = problems.filter(({ at }) => at.startsWith(`scenes.${scene}`));
  const wrong = new Set(here.map(({ at }) => Number(at.split('.')[2] ?? Number.NaN)));
  const absent = boardZones.filter((zone) => !plan.scenes[scene].some((placed) => placed.zone === zone));
  const small = warningsOf(plan).filter((one) => one.scene === scene);
  const notHere = new Set(problems.map(({ at }) => at.split('.')[1]).filter((one) => one !== scene && boardScenes.some((other) => other === one)));
  return (
    <section className="scene-editor" aria-label={say('boards.scenes')}>
      <div className="scene-head">
        <Segmented<BoardScene> value={scene} onChange={setScene} options={boardScenes.map((value) => ({ value, label: `${say(`boards.scene.${value}`)}${notHere.has(value) ? ' !' : ''}` }))} />
        <Button onClick={() => { setPreview(true); }}>{say('boards.preview')}</Button>
      </div>
      <Canvas plan={plan} scene={scene} wrong={wrong} locked={locked} onChange={onChange} />
      <div className="scene-foot">
        <Select<BoardZone | null> value={null} disabled={locked || absent.length === 0} placeholder={say('boards.addZone')} aria-label={say('boards.addZone')} onChange={(zone) => { if (zone !== null) onChange((now) => added(now, { scene, zone })); }} options={absent.map((value) => ({ value, label: say(`boards.zone.${value}`) }))} />
        <Button size="small" disabled={locked} onClick={() => { onChange((now) => ({ ...now, scenes: { ...now.scenes, [scene]: shippedPlan(now.boardId, now.label, now.layout).scenes[scene] } })); }}>{say('boards.shipped')}</Button>
        <span className="hint">{say('boards.keysHint')}</span>
      </div>
      {here.length > 0 && <Alert className="trouble" type="error" showIcon title={<ul>{here.map((one) => <li key={`${one.code} ${one.at}`}>{problemText(say, plan, one)}</li>)}</ul>} />}
      {here.length === 0 && notHere.size > 0 && <Alert className="trouble" type="error" showIcon title={say('boards.otherScenes')} />}
      {small.length > 0 && <Alert className="trouble" type="warning" showIcon title={<ul>{small.map(({ zone, fit }) => <li key={zone}>{say('boards.tooSmallToRead', { zone: say(`boards.zone.${zone}`), rows: fit.rows, letters: fit.letters, metres: plan.panel.metres })}</li>)}</ul>} />}
      {preview && <Preview plan={plan} scene={scene} onClose={() => { setPreview(false); }} />}
    </section>
  );
}

function problemText(say: Say, plan: BoardPlan, { code, at }: PlanProblem): string {
  const [, scene, index] = at.split('.');
  const placed = boardScenes.find((one) => one === scene) === undefined ? undefined : plan.scenes[scene as BoardScene][Number(index)];
  return say(`boards.problem.${code}`, { zone: placed === undefined ? '' : say(`boards.zone.${placed.zone}`) });
}
