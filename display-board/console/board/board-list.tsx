/* The boards of the hall: is each there, what does it show, how old is its picture, when did it last answer for a call. */
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { boardLayouts, type BoardLayout } from '@kuaizhao/db/domain/boards/plan.ts';
import { shippedPlan } from '@kuaizhao/db/domain/boards/shipped.ts';
import type { BoardPlan } from '@kuaizhao/db/domain/boards/plan.ts';
import { idSchema, type Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { QueryReply } from '@kuaizhao/sync-agent/contract/queries/queries.ts';
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { ageText } from '../../kit/age.ts';
import { useSay } from '../../kit/say.tsx';

export type BoardShown = QueryReply<'boards'>['boards'][number];
/** A picture that is older is no picture of the hall any more. */
const staleMs = 15_000;
const labelMost = 20;

interface BoardListProps { readonly boards: readonly BoardShown[]; readonly drafts: readonly BoardPlan[]; readonly at: Instant; readonly chosen: string | undefined; readonly onChoose: (boardId: string) => void }

export function BoardList({ boards, drafts, at, chosen, onChoose }: BoardListProps) {
  const say = useSay();
  const fresh = drafts.filter(({ boardId }) => !boards.some((one) => one.boardId === boardId));
  const changed = new Set(drafts.filter((draft) => { const known = boards.find((one) => one.boardId === draft.boardId); return known !== undefined && JSON.stringify(known.plan) !== JSON.stringify(draft); }).map(({ boardId }) => boardId));
  return (
    <ul className="board-list">
      {boards.map((board) => (
        <li key={board.boardId}>
          <button type="button" aria-current={board.boardId === chosen} onClick={() => { onChoose(board.boardId); }}>
            <b title={board.plan.label}>{board.plan.label}{changed.has(board.boardId) && <em>{say('boards.unsaved')}</em>}</b>
            <span className="soft">{board.boardId} · {say(`boards.layout.${board.plan.layout}`)}</span>
            <span className={board.connected ? 'there' : 'gone'}>{board.connected ? say('boards.shows', { scene: say(`boards.scene.${board.scene}`), why: say(`boards.why.${board.why}`) }) : board.since === undefined ? say('boards.neverSeen') : say('boards.goneSince', { age: ageText(say, at - board.since) })}</span>
            {board.connected && <span className={board.countedAt === undefined || at - board.countedAt > staleMs ? 'gone' : 'soft'}>{board.countedAt === undefined ? say('boards.noPicture') : say('boards.pictureAge', { age: ageText(say, at - board.countedAt) })}</span>}
            <span className="soft">{say('boards.echoes', { shown: board.shownAt === undefined ? '—' : localTime(board.shownAt), spoken: board.plan.voice === undefined ? say('boards.noVoice') : board.spokenAt === undefined ? '—' : localTime(board.spokenAt) })}</span>
          </button>
        </li>
      ))}
      {fresh.map((plan) => (
        <li key={plan.boardId}><button type="button" aria-current={plan.boardId === chosen} onClick={() => { onChoose(plan.boardId); }}><b>{plan.label}<em>{say('boards.unsaved')}</em></b><span className="soft">{plan.boardId} · {say(`boards.layout.${plan.layout}`)}</span></button></li>
      ))}
    </ul>
  );
}

interface NewBoard { readonly boardId: string; readonly label: string; readonly layout: BoardLayout }

/** A plan for a board that has none yet, from the shipped one of its kind. */
export function NewBoardButton({ taken, onNew }: { readonly taken: readonly string[]; readonly onNew: (plan: BoardPlan) => void }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const fits = (id: string): boolean => idSchema.safeParse(id).success && !taken.includes(id);
  return (
    <>
      <Button block onClick={() => { setOpen(true); }}>{say('boards.new')}</Button>
      <Modal open={open} destroyOnHidden title={say('boards.new')} okText={say('boards.newGo')} okButtonProps={{ htmlType: 'submit', form: 'new-board' }} onCancel={() => { setOpen(false); }}>
        <Form<NewBoard> id="new-board" layout="vertical" initialValues={{ boardId: '', label: '', layout: 'wide' }} onFinish={({ boardId, label, layout }) => { onNew(shippedPlan(boardId, label.trim(), layout)); setOpen(false); }}>
          <Form.Item name="boardId" label={say('boards.id')} extra={say('boards.idHint')} rules={[{ validator: (_, value: string) => (fits(value) ? Promise.resolve() : Promise.reject(new Error(say('boards.idWrong')))) }]}><Input autoFocus maxLength={64} placeholder="board-2" /></Form.Item>
          <Form.Item name="label" label={say('boards.label')} rules={[{ required: true, whitespace: true, message: say('boards.labelMissing') }]}><Input maxLength={labelMost} /></Form.Item>
          <Form.Item name="layout" label={say('boards.layout')}><Select options={boardLayouts.map((value) => ({ value, label: say(`boards.layout.${value}`) }))} /></Form.Item>
        </Form>
      </Modal>
    </>
  );
}
