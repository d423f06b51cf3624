/* The zones of one scene on the grid of their panel: dragged, pulled larger by the corner, or moved by the arrow keys; Shift and an arrow make them larger or smaller, Delete takes one away. */
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { fitOf } from '@kuaizhao/db/domain/boards/fit.ts';
import { gridOf, type BoardPlan, type BoardScene, type PlacedZone } from '@kuaizhao/db/domain/boards/plan.ts';
import { useSay } from '../../kit/say.tsx';
import { drawn, moved, removed, resized, type Where } from './draft.ts';

const room = { width: 560, height: 318 } as const;
/** Below this two lines of words do not fit into a box. */
const lowPx = 44;
const arrows: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

interface CanvasProps {
  readonly plan: BoardPlan;
  readonly scene: BoardScene;
  /** zones that are not sound, by their place in the scene */
  readonly wrong: ReadonlySet<number>;
  readonly locked: boolean;
  readonly onChange: (change: (plan: BoardPlan) => BoardPlan) => void;
}

export function Canvas({ plan, scene, wrong, locked, onChange }: CanvasProps) {
  const say = useSay();
  const { columns, rows } = gridOf[plan.layout];
  const size = drawn(plan, room.width, room.height);
  const cell = { width: size.width / columns, height: size.height / rows };
  return (
    <div className="canvas-room">
      <div className="canvas" role="group" aria-label={say('boards.canvas', { scene: say(`boards.scene.${scene}`) })} style={{ width: size.width, height: size.height, backgroundSize: `${String(cell.width)}px ${String(cell.height)}px` }}>
        {plan.scenes[scene].map((placed, at) => <ZoneBox key={placed.zone} plan={plan} placed={placed} where={{ scene, zone: placed.zone }} cell={cell} wrong={wrong.has(at)} locked={locked} onChange={onChange} />)}
      </div>
    </div>
  );
}

interface ZoneBoxProps extends Pick<CanvasProps, 'plan' | 'locked' | 'onChange'> { readonly placed: PlacedZone; readonly where: Where; readonly cell: { readonly width: number; readonly height: number }; readonly wrong: boolean }

function ZoneBox({ plan, placed, where, cell, wrong, locked, onChange }: ZoneBoxProps) {
  const say = useSay();
  const fit = fitOf(plan.panel, plan.layout, placed);
  const press = (event: KeyboardEvent): void => {
    const step = arrows[event.key];
    if (locked || (step === undefined && event.key !== 'Delete')) return;
    event.preventDefault();
    if (step === undefined) onChange((now) => removed(now, where));
    else onChange((now) => (event.shiftKey ? resized(now, where, ...step) : moved(now, where, ...step)));
  };
  const drag = useDrag(cell, locked);
  const percent = (part: number, whole: number): string => `${String((part / whole) * 100)}%`;
  const { columns, rows } = gridOf[plan.layout];
  const name = say(`boards.zone.${placed.zone}`);
  return (
    <div
      className={`zone-box${wrong ? ' wrong' : fit.short ? ' short' : ''}${placed.h * cell.height < lowPx ? ' low' : ''}`} role="button" tabIndex={0} title={say('boards.keysHint')}
      style={{ left: percent(placed.x, columns), top: percent(placed.y, rows), width: percent(placed.w, columns), height: percent(placed.h, rows) }}
      onKeyDown={press} {...drag((right, down) => { onChange((now) => moved(now, where, right, down)); })}
    >
      <b>{name}</b>
      <span>{say('boards.fit', { rows: fit.rows, letters: fit.letters })}</span>
      <em>{say('boards.zoneIs', { x: placed.x + 1, y: placed.y + 1, w: placed.w, h: placed.h })}</em>
      <i className="corner" {...drag((wider, higher) => { onChange((now) => resized(now, where, wider, higher)); })} />
    </div>
  );
}

/** Whole cells that the pointer has gone since it last said so. */
function useDrag(cell: { readonly width: number; readonly height: number }, locked: boolean) {
  const from = useRef<{ x: number; y: number }>(undefined);
  return (go: (right: number, down: number) => void) => ({
    onPointerDown: (event: PointerEvent) => {
      if (locked) return;
      // The corner is inside the box: one of them is pulled.
      event.stopPropagation();
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent) => {
      if (from.current === undefined || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const [right, down] = [Math.trunc((event.clientX - from.current.x) / cell.width), Math.trunc((event.clientY - from.current.y) / cell.height)];
      if (right === 0 && down === 0) return;
      from.current = { x: from.current.x + right * cell.width, y: from.current.y + down * cell.height };
      go(right, down);
    },
    onPointerUp: () => { from.current = undefined; },
    onPointerCancel: () => { from.current = undefined; },
  });
}
