/* Lines over days. The same numbers stand in a table beside it. */
import { LineChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Told apart by mark and dash as well as by colour. */
export interface Line { readonly name: string; readonly colour: string; readonly mark: 'circle' | 'rect' | 'triangle' | 'none'; readonly values: readonly (number | null)[]; readonly dashed?: true }
interface Drawn { readonly days: readonly string[]; readonly lines: readonly Line[]; readonly whole: boolean }

/** `whole`: the numbers are counts. */
export function Trend({ days, lines, whole, says }: { readonly days: readonly string[]; readonly lines: readonly Line[]; readonly whole: boolean; readonly says: string }) {
  const box = useRef<HTMLDivElement>(null);
  // What is drawn is data: the same words are the same picture.
  const words = JSON.stringify({ days, lines, whole } satisfies Drawn);
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, undefined, { renderer: 'svg' });
    chart.setOption(optionOf(JSON.parse(words) as Drawn));
    const sized = new ResizeObserver(() => { chart.resize(); });
    sized.observe(box.current);
    return () => { sized.disconnect(); chart.dispose(); };
  }, [words]);
  return <div className="trend" ref={box} role="img" aria-label={says} />;
}

function optionOf({ days, lines, whole }: Drawn): Parameters<ReturnType<typeof init>['setOption']>[0] {
  const text = { color: '#44566b', fontSize: 13, fontFamily: 'inherit' };
  return {
    animation: false, color: lines.map(({ colour }) => colour), textStyle: { fontFamily: 'inherit' },
    legend: { top: 0, right: 8, itemGap: 16, textStyle: text, inactiveColor: '#66748a' }, grid: { left: 12, right: 22, top: 36, bottom: 6, containLabel: true }, tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'category', data: days.map((day) => day.slice(5)), axisLabel: { ...text, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: '#8494a5' } } },
    yAxis: { type: 'value', ...(whole ? { minInterval: 1 } : {}), axisLabel: text, splitNumber: 4, splitLine: { lineStyle: { color: '#e3e9f0' } } },
    series: lines.map(({ name, mark, values, dashed }) => ({ name, type: 'line', symbol: mark, symbolSize: 8, lineStyle: { width: dashed === true ? 2 : 3, type: dashed === true ? 'dashed' : 'solid' }, data: [...values] })),
  };
}
