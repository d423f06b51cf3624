/* One figure drawn: a line over time or a bar each. The same numbers stand in the table below it, so a chart is never the only way to read one. */
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { Series } from './shape.ts';

use([BarChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

const [blue, soft, rule] = ['#0b5cad', '#44566b', '#e3e9f0'];
const labelLetters = 7;
/** More numbers than these would lie on the line. */
const labelledPoints = 10;

/** `says`: what is drawn, for those who cannot see it. */
export function Chart({ series, name, says }: { readonly series: Series; readonly name: string; readonly says: string }) {
  const box = useRef<HTMLDivElement>(null);
  // What is drawn is data: the same words are the same picture.
  const words = JSON.stringify({ series, name });
  useEffect(() => {
    if (box.current === null) return undefined;
    const chart = init(box.current, undefined, { renderer: 'svg' });
    const drawn = JSON.parse(words) as { readonly series: Series; readonly name: string };
    chart.setOption(optionOf(drawn.series, drawn.name));
    const sized = new ResizeObserver(() => { chart.resize(); });
    sized.observe(box.current);
    return () => { sized.disconnect(); chart.dispose(); };
  }, [words]);
  return <div className="chart" ref={box} role="img" aria-label={says} />;
}

function optionOf({ labels, values, kind }: Series, name: string): Record<string, unknown> {
  const text = { color: soft, fontSize: 13, fontFamily: 'inherit' };
  return {
    animation: false, color: [blue], textStyle: { fontFamily: 'inherit' },
    grid: { left: 12, right: 22, top: 26, bottom: 6, containLabel: true },
    tooltip: { trigger: 'axis', confine: true },
    xAxis: { type: 'category', data: labels, axisLabel: { ...text, hideOverlap: true, formatter: cutLabel }, axisTick: { show: false }, axisLine: { lineStyle: { color: rule } } },
    yAxis: { type: 'value', minInterval: 0, axisLabel: text, splitLine: { lineStyle: { color: rule } } },
    series: [{
      name, type: kind, data: values, barMaxWidth: 44, symbolSize: 7, lineStyle: { width: 3 }, itemStyle: kind === 'bar' ? { borderRadius: [4, 4, 0, 0] } : {},
      label: { show: kind === 'bar' || values.length <= labelledPoints, position: 'top', color: soft, fontSize: 12, fontFamily: 'inherit', formatter: ({ value }: { readonly value: number | null }) => value?.toLocaleString('en-US') ?? '' },
    }],
  };
}

const cutLabel = (label: string): string => { const letters = Array.from(label); return letters.length > labelLetters + 3 ? `${letters.slice(0, labelLetters).join('')}…` : label; };
