/* What can be exported, as columns and pages of cells: each page is one short look into the database. */
import type { HallSettings } from '@kuaizhao/db/domain/hall/settings.ts';
import { localDay } from '@kuaizhao/db/domain/queue/business-day.ts';
import { hireColumns, jobColumns, seekerColumns } from '@kuaizhao/db/domain/records/ledger/columns.ts';
import type { Cursor, Page } from '@kuaizhao/db/domain/records/ledger/page.ts';
import type { Sight } from '@kuaizhao/db/domain/records/ledger/person.ts';
import { columnsFor, type Cell, type Column } from '@kuaizhao/db/domain/records/ledger/table.ts';
import { payWords, settlementWords, timeWords, tradeWord } from '@kuaizhao/db/domain/records/ledger/words.ts';
import { figures } from '@kuaizhao/db/domain/records/figures/measures.ts';
import type { CatalogueItem } from '@kuaizhao/db/domain/records/directory/entry.ts';
import { dayAfter } from '@kuaizhao/db/domain/records/period.ts';
import { ok, refuse, type Result } from '@kuaizhao/db/domain/result.ts';
import type { Instant } from '@kuaizhao/db/domain/scalars.ts';
import type { HallDb } from '@kuaizhao/db/hall/hall-db.ts';
import type { RecordsRequest } from '@kuaizhao/sync-agent/contract/queries/records.ts';
import { placementColumns, readMapping } from './field-mapping.ts';
import { askReport } from './report.ts';

export interface Source { readonly title: string; readonly columns: readonly { readonly heading: string; readonly width: number }[]; readonly pages: () => Iterable<readonly (readonly Cell[])[]> }
interface SourceParts { readonly db: HallDb; readonly settings: HallSettings; readonly now: () => Instant }
type Asked = RecordsRequest<'exportRecords'>;

/** Rows of one look, opened names included: a few milliseconds. */
const pageRows = 50;

/** Refuses `reportUnknown`, `rangeImpossible`. */
export function sourceOf(parts: SourceParts, asked: Asked): Result<Source> {
  const { records } = parts.db.faces;
  const personal = asked.personal === true;
  const sight: Sight = personal ? 'open' : 'masked';
  const { from, to } = asked;
  switch (asked.what) {
    case 'seekers': return ok(ledger('求职台账', seekerColumns, personal, (after) => records.seekers({ from, to, after, limit: pageRows }, sight)));
    case 'jobs': return ok(ledger('用工台账', jobColumns, personal, (after) => records.jobs({ from, to, after, limit: pageRows }, sight)));
    case 'hires': return ok(ledger('用工确认台账', hireColumns, personal, (after) => records.hires({ from, to, after, limit: pageRows }, sight)));
    case 'placements': return ok(ledger('职业介绍记录', placementColumns(readMapping(), parts.settings), personal, (after) => records.hires({ from, to, after, limit: pageRows }, sight)));
    case 'catalogue': return ok(catalogue(parts, asked));
    case 'figures': return report(parts, asked);
  }
}

function ledger<R>(title: string, every: readonly Column<R>[], personal: boolean, look: (after: Cursor | undefined) => Page<R>): Source {
  const columns = columnsFor(every, personal);
  return {
    title, columns,
    *pages() {
      for (let after: Cursor | undefined; ;) {
        const page = look(after);
        yield page.rows.map((row) => columns.map((column) => column.cell(row)));
        if (page.next === undefined) return;
        after = page.next;
      }
    },
  };
}

const catalogueColumns: readonly Column<CatalogueItem & { readonly day: string }>[] = [
  { heading: '营业日', width: 12, cell: (row) => row.day },
  { heading: '工种', width: 12, cell: (row) => tradeWord(row.trade) },
  { heading: '招工号', width: 9, cell: (row) => row.number },
  { heading: '招工人数', width: 10, cell: (row) => row.headcount },
  { heading: '剩余名额', width: 10, cell: (row) => row.placesLeft },
  { heading: '报酬', width: 16, cell: (row) => payWords(row.pay) },
  { heading: '结算', width: 10, cell: (row) => settlementWords[row.settlement] },
  { heading: '工作地点', width: 20, cell: (row) => row.workPlace },
  { heading: '开工时间', width: 18, cell: (row) => timeWords(row.startAt) },
  { heading: '每日工时', width: 10, cell: (row) => row.hoursPerDay },
  { heading: '天数', width: 6, cell: (row) => row.days },
  { heading: '管饭', width: 6, cell: (row) => (row.meals ? '是' : '否') },
  { heading: '接送', width: 6, cell: (row) => (row.transport ? '是' : '否') },
];

function catalogue({ db, now }: SourceParts, { from, to }: Asked): Source {
  return {
    title: '岗位发布目录', columns: catalogueColumns,
    *pages() {
      // Days to come have no jobs yet, and are many when somebody asks to the end of the century.
      const last = to < dayAfter(localDay(now()), 1) ? to : dayAfter(localDay(now()), 1);
      for (let day = from; day <= last; day = dayAfter(day, 1)) {
        for (let after: { trade: string; place: number } | undefined; ;) {
          const page = db.faces.records.catalogue({ day, after, limit: pageRows }, now());
          yield page.items.map((item) => catalogueColumns.map((column) => column.cell({ ...item, day })));
          if (page.next === undefined) break;
          after = page.next;
        }
      }
    },
  };
}

function report(parts: SourceParts, asked: Asked): Result<Source> {
  if (asked.report === undefined) return refuse('reportUnknown', 'report');
  const told = askReport(parts, { report: asked.report, from: asked.from, to: asked.to });
  if (!told.ok) return told;
  const { definition, rows, seal } = told.value;
  const keyWords: Readonly<Record<typeof definition.by, (key: string) => string>> = {
    all: () => '', hour: (key) => `${key}:00`, trade: tradeWord,
    reason: (key) => key,
    service: (key) => parts.settings.services.find((one) => one.code === key)?.label ?? key,
  };
  const columns = [{ heading: '时间', width: 12 }, { heading: { all: '范围', hour: '时段', trade: '工种', service: '服务', reason: '原因' }[definition.by], width: 16 }, ...definition.figures.map((name) => ({ heading: figureHeading(name), width: 14 }))];
  const cells = rows.map((row): Cell[] => [row.period, keyWords[definition.by](row.key), ...row.values.map((value, index) => inMinutes(definition.figures[index], value))]);
  // The last line is the hall's word: whoever has the journal to this number counts the same.
  return ok({ title: definition.zh.replaceAll(/[[\]:*?/\\]/g, '').slice(0, 31), columns, pages: () => [cells, [['依据', `流水号 ${seal.seq}`, `摘要 ${seal.digest}`]]] });
}
const figureHeading = (name: keyof typeof figures): string => (figures[name].unit === 'ms' ? `${figures[name].zh}（分钟）` : figures[name].zh);
const inMinutes = (name: keyof typeof figures | undefined, value: number | null): Cell =>
  (value === null || name === undefined ? undefined : figures[name].unit === 'ms' ? Math.round(value / 6_000) / 10 : value);
