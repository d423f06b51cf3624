/* Thirty days as lines, in letters for a wall: each line ends with its name and the newest figure, so that no legend has to be looked up. */
import { useSay } from '../../kit/say.tsx';

export interface DayLine { readonly name: string; readonly kind: 'seekers' | 'places' | 'hires' | 'ratio'; readonly values: readonly (number | null)[]; readonly text: (value: number) => string }

const [width, height, plot] = [520, 212, 322];
/** Least distance of two names at the right end. */
const apart = 30;

interface Props { readonly days: readonly string[]; readonly lines: readonly DayLine[]; readonly says: string; /** a dashed line across: where both sides are equal */ readonly level?: { readonly value: number; readonly text: string } }

export function Days({ days, lines, says, level }: Props) {
  const say = useSay();
  const most = Math.max(level?.value ?? 0, 0.01, ...lines.flatMap(({ values }) => values.flatMap((value) => value ?? []))) * 1.08;
  const x = (at: number): number => 8 + (days.length < 2 ? 0 : (at / (days.length - 1)) * (plot - 16));
  const y = (value: number): number => 14 + (1 - value / most) * (height - 56);
  const ends = endsOf(lines, y);
  return (
    <svg className="days" viewBox={`0 0 ${String(width)} ${String(height)}`} role="img" aria-label={says}>
      <line className="ground" x1="0" x2={plot} y1={y(0)} y2={y(0)} />
      {level !== undefined && <><line className="level" x1="0" x2={plot} y1={y(level.value)} y2={y(level.value)} /><text className="level-text" x="2" y={y(level.value) - 6}>{level.text}</text></>}
      {lines.map(({ kind, values }) => <path key={kind} className={kind} d={pathOf(values, x, y)} />)}
      {ends.map(({ line, at, last }) => (
        <g key={line.kind} className={line.kind}>
          {last !== undefined && <circle cx={x(last.index)} cy={y(last.value)} r="5" />}
          <text x={plot + 10} y={at + 8}>{line.name} {last === undefined ? say('city.none') : line.text(last.value)}</text>
        </g>
      ))}
      {days.length > 0 && <text className="day" x="0" y={height - 6}>{dayText(days[0] ?? '')}</text>}
      {days.length > 1 && <text className="day" x={plot} y={height - 6} textAnchor="end">{dayText(days.at(-1) ?? '')}</text>}
    </svg>
  );
}

/** `11.21`, of `2026-11-21`. */
const dayText = (day: string): string => day.slice(5).replace('-', '.');

/** A day without a value breaks the line; a day alone is a point. */
function pathOf(values: readonly (number | null)[], x: (at: number) => number, y: (value: number) => number): string {
  return values.map((value, at) => (value === null ? '' : `${(values[at - 1] ?? null) === null ? 'M' : 'L'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`)).join('');
}

/** Names stand beside the ends of their lines, and apart from each other. */
function endsOf(lines: readonly DayLine[], y: (value: number) => number) {
  const ends = lines.map((line) => {
    const index = line.values.findLastIndex((value) => value !== null);
    const value = line.values[index] ?? null;
    const last = value === null ? undefined : { index, value };
    return { line, last, at: last === undefined ? y(0) : y(last.value) };
  }).toSorted((one, other) => one.at - other.at);
  let floor = 18;
  const moved = ends.map((end) => {
    const at = Math.max(end.at, floor);
    floor = at + apart;
    return { ...end, at };
  });
  const over = Math.max(0, floor - apart - (height - 46));
  return moved.map((end) => ({ ...end, at: end.at - over }));
}
