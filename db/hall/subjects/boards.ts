/* Big boards and notices in SQLite. */
import type { Database } from 'better-sqlite3';
import { boardsMost } from '../../domain/boards/commands.ts';
import { boardPlanSchema, boardScenes, type BoardPlan, type BoardScene } from '../../domain/boards/plan.ts';
import type { BoardRow, BoardsView, NoticeRow } from '../../domain/boards/view.ts';
import type { FactOf } from '../../domain/fact.ts';
import type { Instant } from '../../domain/scalars.ts';

interface BoardFound { plan: string; published_at: number; by_staff: string; scene: BoardScene | null; scene_at: number | null }
interface NoticeFound { notice_id: string; text: string; from_at: number; until_at: number | null; urgent: 0 | 1; put_at: number; by_staff: string; ended_at: number | null }

export type BoardsStore = ReturnType<typeof openBoards>;

export function openBoards(sql: Database) {
  const planFrom = keptPlans();
  const one = sql.prepare<[string], BoardFound>('SELECT plan, published_at, by_staff, scene, scene_at FROM board WHERE board_id = ?');
  const all = sql.prepare<[], BoardFound>('SELECT plan, published_at, by_staff, scene, scene_at FROM board ORDER BY board_id');
  const count = sql.prepare<[], { n: number }>('SELECT count(*) AS n FROM board');
  const publish = sql.prepare('INSERT INTO board (board_id, plan, published_at, by_staff) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET plan = excluded.plan, published_at = excluded.published_at, by_staff = excluded.by_staff');
  const remove = sql.prepare('DELETE FROM board WHERE board_id = ?');
  const setScene = sql.prepare('UPDATE board SET scene = ?, scene_at = ? WHERE board_id = ?');
  const notice = sql.prepare<[string], NoticeFound>('SELECT * FROM notice WHERE notice_id = ?');
  const live = 'FROM notice INDEXED BY notice_live WHERE ended_at IS NULL AND coalesce(until_at, 9e15) > ?';
  const liveCount = sql.prepare<[Instant], { n: number }>(`SELECT count(*) AS n ${live}`);
  const hanging = sql.prepare<[Instant, Instant, number], NoticeFound>(`SELECT * ${live} AND from_at <= ? ORDER BY urgent DESC, from_at DESC, notice_id LIMIT ?`);
  const newest = sql.prepare<[number], NoticeFound>('SELECT * FROM notice ORDER BY put_at DESC LIMIT ?');
  const put = sql.prepare(`INSERT INTO notice (notice_id, text, from_at, until_at, urgent, put_at, by_staff) VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET text = excluded.text, from_at = excluded.from_at, until_at = excluded.until_at, urgent = excluded.urgent, put_at = excluded.put_at, by_staff = excluded.by_staff`);
  const end = sql.prepare('UPDATE notice SET ended_at = ? WHERE notice_id = ?');
  const view: BoardsView = {
    board: (boardId) => { const found = one.get(boardId); return found && boardRow(found, planFrom); },
    boardCount: () => count.get()?.n ?? 0,
    notice: (noticeId) => { const found = notice.get(noticeId); return found && noticeRow(found); },
    noticeCount: (now) => liveCount.get(now)?.n ?? 0,
  };
  return {
    view,
    published: (fact: FactOf<'boardPublished'>, now: Instant) => publish.run(fact.boardId, JSON.stringify(fact.plan), now, fact.by),
    removed: (fact: FactOf<'boardRemoved'>) => remove.run(fact.boardId),
    sceneSet: (fact: FactOf<'boardSceneSet'>, now: Instant) => setScene.run(fact.scene, fact.scene === null ? null : now, fact.boardId),
    noticePut: (fact: FactOf<'noticePut'>, now: Instant) => put.run(fact.noticeId, fact.text, fact.from, fact.until ?? null, fact.urgent ? 1 : 0, now, fact.by),
    noticeEnded: (fact: FactOf<'noticeEnded'>, now: Instant) => end.run(now, fact.noticeId),
    /** Every published board, by its id. */
    boards: (): BoardRow[] => all.all().map((found) => boardRow(found, planFrom)),
    /** Those that hang at `now`, urgent ones first, then the newest. */
    hanging: (now: Instant, limit: number): NoticeRow[] => hanging.all(now, now, limit).map(noticeRow),
    /** All that were ever put up, the newest first. */
    notices: (limit: number): NoticeRow[] => newest.all(limit).map(noticeRow),
  };
}

/** Plans by their text: each is asked for with every look at a clock, and checked once. */
function keptPlans(): (text: string) => BoardPlan {
  const checked = new Map<string, BoardPlan>();
  return (text) => {
    const known = checked.get(text);
    if (known !== undefined) return known;
    if (checked.size >= boardsMost) checked.clear();
    const plan = boardPlanSchema.parse(JSON.parse(text));
    checked.set(text, plan);
    return plan;
  };
}

function boardRow(found: BoardFound, planFrom: (text: string) => BoardPlan): BoardRow {
  const hand = found.scene === null || found.scene_at === null || !boardScenes.includes(found.scene) ? undefined : { scene: found.scene, setAt: found.scene_at };
  return { plan: planFrom(found.plan), publishedAt: found.published_at, by: found.by_staff, hand };
}

const noticeRow = (found: NoticeFound): NoticeRow => ({
  noticeId: found.notice_id, text: found.text, from: found.from_at, until: found.until_at ?? undefined, urgent: found.urgent === 1, putAt: found.put_at, by: found.by_staff, endedAt: found.ended_at ?? undefined,
});
