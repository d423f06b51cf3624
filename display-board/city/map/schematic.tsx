/* The halls on a schematic that we draw from the directory's own places, or on the city's own map: at the desk and on the wall. */
import { useMemo, type KeyboardEvent } from 'react';
import { useSay } from '../../kit/say.tsx';
import { shortName, type Busy } from './busy.ts';
import { placeLabels, type Mark } from './place-labels.ts';

export interface Placed { readonly hallId: string; readonly name: string; readonly spot: { readonly x: number; readonly y: number }; readonly busy: Busy; /** people who wait: whose words come first when there is no room for all */ readonly waiting: number; /** below the name: the state in a word, and a number */ readonly says: string }

const [width, height] = [1_000, 560];
/** So that a hall at 0,0 stands whole. */
const edge = 30;
/** Letters of a label; the whole name is in the list. */
const labelLetters = 9;
/** With more halls than this the marks are smaller, so that they lie beside each other. */
const roomy = 40;
const columns = [100, 200, 300, 400, 500, 600, 700, 800, 900];
const rows = [70, 140, 210, 280, 350, 420, 490];
const shortened = (name: string): string => {
  const letters = Array.from(shortName(name));
  return letters.length > labelLetters ? `${letters.slice(0, labelLetters).join('')}…` : letters.join('');
};
const first: Readonly<Record<Busy, number>> = { crowded: 2e6, silent: 1e6, open: 0, quiet: 0 };

interface Props { readonly halls: readonly Placed[]; /** the city's own map lies under the halls */ readonly mapped: boolean; /** height of a letter when the map is a thousand wide */ readonly letter: number; readonly says: string; readonly onOpen?: (hallId: string) => void }

/** Told apart by shape and word as well as by colour: a ring, a disc, a square, a broken ring. */
export function Schematic({ halls, mapped, letter, says, onOpen }: Props) {
  const marks = useMemo(() => halls.map(({ hallId, name, spot, busy, waiting, says: state }): Mark => ({
    id: hallId, x: edge + spot.x * (1 - 2 * edge / 1_000), y: edge + spot.y * (height - 2 * edge) / 1_000, size: letter * 0.8 * Math.min(1, Math.sqrt(roomy / halls.length)), lines: [shortened(name), state], weight: first[busy] + waiting,
  })), [halls, letter]);
  const labels = useMemo(() => placeLabels(marks, { width, height, letter }), [marks, letter]);
  return (
    <svg className="schematic" viewBox={`0 0 ${String(width)} ${String(height)}`} role={onOpen === undefined ? 'img' : 'group'} aria-label={says}>
      {mapped && <image href="/map" x="0" y="0" width={width} height={height} preserveAspectRatio="none" />}
      {mapped && <rect className="veil" width={width} height={height} />}
      {!mapped && columns.map((x) => <line key={x} x1={x} x2={x} y1="0" y2={height} className="rule" />)}
      {!mapped && rows.map((y) => <line key={y} x1="0" x2={width} y1={y} y2={y} className="rule" />)}
      {halls.map(({ hallId, name, busy }, index) => {
        const { x, y, size, lines } = marks[index] as Mark;
        const label = labels.get(hallId);
        const opens = onOpen === undefined ? {} : { tabIndex: 0, role: 'button', ...(label === undefined ? { 'aria-label': `${name} ${lines[1] ?? ''}` } : {}), onClick: () => { onOpen(hallId); }, onKeyDown: (event: KeyboardEvent) => { if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); onOpen(hallId); } } };
        return (
          <g key={hallId} className={`hall ${busy}`} {...opens}>
            {busy === 'crowded' ? <rect x={x - size} y={y - size} width={size * 2} height={size * 2} /> : <circle cx={x} cy={y} r={busy === 'quiet' ? size * 0.8 : size * 0.95} />}
            {label !== undefined && lines.map((line, at) => <text key={at === 0 ? 'name' : 'queue'} className={at === 0 ? 'name' : 'queue'} x={label.x} y={label.y + at * letter * 1.12} fontSize={letter} textAnchor={label.anchor}>{line}</text>)}
          </g>
        );
      })}
    </svg>
  );
}

/** What the shapes mean. */
export function Legend() {
  const say = useSay();
  return <span className="legend">{(['quiet', 'open', 'crowded', 'silent'] as const).map((busy) => <span key={busy} className={`busy ${busy}`}><i />{say(`cityDesk.busy.${busy}`)}</span>)}</span>;
}
