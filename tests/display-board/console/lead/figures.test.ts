/* Chart and table of a report: the same numbers in both, named, and nothing where there is nothing. */
import { expect, test } from 'vitest';
import { reportDefinitions } from '@kuaizhao/db/domain/records/figures/definition.ts';
import type { FiguresReport } from '@kuaizhao/db/domain/records/figures/report.ts';
import { keyText, periodsOf, seriesOf, tableRows, valueText } from '@kuaizhao/display-board/console/records/figures/shape.ts';
import { textsOf } from '@kuaizhao/display-board/i18n/texts.ts';

const named = { say: textsOf('zh-CN'), services: [{ code: 'rights', label: '劳动维权', waiting: 0 }] };
const hash = '0'.repeat(64);
const report = (id: string, rows: FiguresReport['rows'], totals: FiguresReport['totals'] = rows): FiguresReport => {
  const definition = reportDefinitions.find((one) => one.id === id);
  if (definition === undefined) throw new Error(id);
  return { hallId: 'h', definition, from: '2026-11-01', to: '2026-11-30', rows, totals, cut: false, countedAt: 1_795_000_000_000, seal: { seq: 1, chain: hash, digest: hash } };
};

test('F25 over days the chart runs forward in time and the table backward, with the same numbers', () => {
  const days = ['2026-11-19', '2026-11-20', '2026-11-21'];
  const told = report('day', days.map((period, at) => ({ period, key: '', values: Array.from({ length: 12 }, (_, index) => (index === 6 ? (at + 1) * 90_000 : at * 100 + index)) })));
  expect(seriesOf(named, told, undefined, 'seekers')).toEqual({ labels: days, values: [0, 100, 200], kind: 'line', cut: 0 });
  expect(seriesOf(named, told, undefined, 'averageWaitMs').values).toEqual([1.5, 3, 4.5]);
  expect(tableRows(told, undefined, 'seekers').map(({ period }) => period)).toEqual(days.toReversed());
  expect(periodsOf(told)).toEqual(days.toReversed());
});

test('F25 by trade the largest of what is drawn stands first; more bars than anybody tells apart are left to the table', () => {
  const keys = Array.from({ length: 20 }, (_, at) => `02${String(at).padStart(2, '0')}`);
  const told = report('dayByTrade', keys.map((key, at) => ({ period: '2026-11-21', key, values: [at, 20 - at, null, 0, 0, null, null] })), [{ period: '2026-11-21', key: '', values: [190, 210, 0, 0, 0, null, null] }]);
  expect(tableRows(told, '2026-11-21', 'seekers')[0]?.key).toBe('0219');
  expect(tableRows(told, '2026-11-21', 'jobs')[0]?.key).toBe('0200');
  const series = seriesOf(named, told, '2026-11-21', 'seekers');
  expect([series.kind, series.labels.length, series.cut, series.values[0]]).toEqual(['bar', 16, 4, 19]);
  expect(tableRows(told, '2026-11-20', 'seekers')).toEqual([]);
});

test('F25 a quotient of nothing is no number; trades, hours, services and reasons have names, a code nobody knows is told as it is', () => {
  expect([valueText(named.say, 'placesPerSeeker', null), valueText(named.say, 'seekers', 12_345), valueText(named.say, 'averageWaitMs', 754_000)]).toEqual(['—', '12,345', '12.6分钟']);
  const text = (id: string, key: string): string => keyText(named, report(id, []).definition, key);
  expect([text('dayByTrade', '0101'), text('dayByTrade', '9999'), text('dayByHour', '05'), text('dayByService', 'rights'), text('dayByService', 'gone'), text('opinionsByReason', 'longWait')]).toEqual(['小工', '9999', '05:00', '劳动维权', 'gone', '等得久']);
});
