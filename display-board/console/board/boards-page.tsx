/* 大屏 (F16): what every board shows where and when, arranged, looked at and published; a scene by hand; and whether the boards answer. */
import { Button, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { boardPlanSchema, boardScenes, problemsOf, type BoardPlan, type BoardScene } from '@kuaizhao/db/domain/boards/plan.ts';
import { staffMay } from '@kuaizhao/sync-agent/contract/may/commands.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { useSay } from '../../kit/say.tsx';
import { Answer } from '../parts/answer.tsx';
import { PageFrame } from '../parts/page-frame.tsx';
import { useMemory } from '../session/desk-session.tsx';
import { useAct } from '../session/use-act.ts';
import { useQuestion } from '../session/use-question.ts';
import { BoardList, NewBoardButton, type BoardShown } from './board-list.tsx';
import { ClockForm } from './clock-form.tsx';
import { PanelForm } from './panel-form.tsx';
import { SceneEditor } from './scene-editor.tsx';
import '../parts/listing.css';
import './board.css';

/** Boards say every five seconds what stands on them. */
const askEveryMs = 5_000;

export function BoardsPage() {
  const say = useSay();
  const boards = useQuestion('boards', {}, { everyMs: askEveryMs });
  return (
    <PageFrame title={say('page.boards')} hint={say('boards.hint')}>
      <Answer of={boards}>{(value) => <Boards told={value} onPublished={boards.again} />}</Answer>
    </PageFrame>
  );
}

function Boards({ told: { at, boards }, onPublished }: { readonly told: QueryReply<'boards'>; readonly onPublished: () => void }) {
  const say = useSay();
  const { signedIn } = useMemory();
  // Plans that were changed here and not published yet, one a board.
  const [drafts, setDrafts] = useState<Readonly<Record<string, BoardPlan>>>({});
  const [chosen, setChosen] = useState<string>();
  const boardId = chosen ?? boards[0]?.boardId ?? Object.keys(drafts)[0];
  const shown = boards.find((one) => one.boardId === boardId);
  const plan = boardId === undefined ? undefined : drafts[boardId] ?? shown?.plan;
  const locked = signedIn === undefined || !staffMay(signedIn.role, 'publishBoard');
  const keep = (next: BoardPlan): void => { setDrafts((before) => ({ ...before, [next.boardId]: next })); };
  const change = (step: (plan: BoardPlan) => BoardPlan): void => { setDrafts((before) => { const now = (boardId === undefined ? undefined : before[boardId]) ?? shown?.plan; return now === undefined ? before : { ...before, [now.boardId]: step(now) }; }); };
  const forget = (gone: string): void => { setDrafts((before) => Object.fromEntries(Object.entries(before).filter(([id]) => id !== gone))); };
  return (
    <div className="boards">
      <aside>
        {!locked && <NewBoardButton taken={[...boards.map((one) => one.boardId), ...Object.keys(drafts)]} onNew={(next) => { keep(next); setChosen(next.boardId); }} />}
        {boards.length === 0 && Object.keys(drafts).length === 0 && <p className="nothing">{say('boards.none')}</p>}
        <BoardList boards={boards} drafts={Object.values(drafts)} at={at} chosen={boardId} onChoose={setChosen} />
      </aside>
      {plan !== undefined && (
        <>
          <SceneEditor key={plan.boardId} plan={plan} locked={locked} onChange={change} />
          <aside className="plan-side">
            {!locked && <PlanActs plan={plan} shown={shown} onForget={() => { forget(plan.boardId); }} onPublished={() => { forget(plan.boardId); onPublished(); }} onScene={onPublished} />}
            <PanelForm plan={plan} locked={locked} onChange={change} />
            <ClockForm plan={plan} locked={locked} onChange={change} />
          </aside>
        </>
      )}
    </div>
  );
}

interface PlanActsProps { readonly plan: BoardPlan; readonly shown: BoardShown | undefined; readonly onForget: () => void; readonly onPublished: () => void; /** the plan stays as it is being drawn */ readonly onScene: () => void }

function PlanActs({ plan, shown, onForget, onPublished, onScene }: PlanActsProps) {
  const say = useSay();
  const act = useAct();
  const same = shown !== undefined && JSON.stringify(shown.plan) === JSON.stringify(plan);
  const parsed = boardPlanSchema.safeParse(plan);
  const sound = parsed.success && problemsOf(plan).length === 0;
  const publish = async (): Promise<void> => {
    if (parsed.success && await act.run({ type: 'publishBoard', plan: parsed.data }, () => say('boards.published', { board: plan.label }))) onPublished();
  };
  const hand = async (scene: BoardScene | null): Promise<void> => {
    if (await act.run({ type: 'setBoardScene', boardId: plan.boardId, scene }, () => (scene === null ? say('boards.byClock') : say('boards.byHand', { scene: say(`boards.scene.${scene}`) })))) onScene();
  };
  return (
    <div className="plan-acts">
      <Button type="primary" block loading={act.busy} disabled={!sound || (same && shown.published !== undefined)} onClick={() => { void publish(); }}>{say('boards.publish')}</Button>
      {!sound && <p className="hint">{say('boards.notSound')}</p>}
      {!same && <Button block onClick={onForget}>{say('boards.forget')}</Button>}
      {shown?.published !== undefined && (
        <div className="hand">
          <Select<BoardScene | 'clock'> aria-label={say('boards.sceneNow')} value={shown.why === 'hand' ? shown.scene : 'clock'} onChange={(value) => { void hand(value === 'clock' ? null : value); }} options={[{ value: 'clock' as const, label: say('boards.sceneByClock') }, ...boardScenes.map((value) => ({ value, label: say('boards.sceneByHand', { scene: say(`boards.scene.${value}`) }) }))]} />
          <Popconfirm placement="bottomRight" title={say('boards.removeSure', { board: plan.label })} onConfirm={() => { void act.run({ type: 'removeBoard', boardId: plan.boardId }, () => say('boards.removed', { board: plan.label })).then((done) => { if (done) onPublished(); }); }}><Button danger>{say('boards.remove')}</Button></Popconfirm>
        </div>
      )}
    </div>
  );
}
