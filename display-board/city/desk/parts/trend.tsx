/* Seekers, places and hires over days as lines. The same numbers stand in the table beside it. */
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

const series = ['seekers', 'places', 'hires'] as const;
/** Told apart by the mark, too. */
const marks = { seekers: 'circle', places: 'rect', hires: 'triangle' } as const;
interface Row { readonly name: string; readonly seekers: number; readonly places: number; readonly hires: number }

export function Trend({ rows, names, says }: { readonly rows: readonly Row[]; readonly names: Readonly<Record<(typeof series)[number], string>>; readonly says: string }) {
  const box = useRef<HTMLDivElement>(null);
  // What is drawn is data: the same words are the same picture.
  const words = JSON.stringify({ rows, names });
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, undefined, { renderer: 'svg' });
    const drawn = JSON.parse(words) as { readonly rows: readonly Row[]; readonly names: Record<string, string> };
    const text = { color: '#44566b', fontSize: 13, fontFamily: 'inherit' };
    chart.setOption({
      animation: false, color: ['#b45f06', '#0b5cad', '#14202e'], textStyle: { fontFamily: 'inherit' },
      legend: { top: 0, right: 8, textStyle: text }, grid: { left: 12, right: 22, top: 34, bottom: 6, containLabel: true }, tooltip: { trigger: 'axis', confine: true },
      xAxis: { type: 'category', data: drawn.rows.map(({ name }) => name.slice(5)), axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: '#e3e9f0' } } },
      series: series.map((name) => ({ name: drawn.names[name], type: 'line', symbol: marks[name], symbolSize: 8, lineStyle: { width: 3 }, data: drawn.rows.map((row) => row[name]) })),
    });
    const sized = new ResizeObserver(() => { chart.resize(); });
    sized.observe(box.current);
    return () => { sized.disconnect(); chart.dispose(); };
  }, [words]);
  return <div className="trend" ref={box} role="img" aria-label={says} />;
}
