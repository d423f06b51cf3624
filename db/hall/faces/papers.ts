/* What stands on a paper, put together when it is printed: the print job itself holds no name. */
import type { Database } from 'better-sqlite3';
import type { Sheet } from '../../domain/content/leaflet.ts';
import type { Template } from '../../domain/hiring/templates/template.ts';
import { checkableSchema } from '../../domain/draws/check.ts';
import type { EmployerKind } from '../../domain/employers/commands.ts';
import type { HallSettings } from '../../domain/hall/settings.ts';
import { wallOf } from '../../domain/hall/wall.ts';
import type { JobTerms } from '../../domain/jobs/terms.ts';
import { rightReceiptPaperSchema, type Paper, type PrintOrder } from '../../domain/printing/paper.ts';
import type { Subject } from '../../domain/printing/print-job.ts';
import { dayStart } from '../../domain/queue/business-day.ts';
import type { PrintJobRow } from '../../domain/printing/view.ts';
import type { Instant } from '../../domain/scalars.ts';
import type { Subjects } from '../record.ts';
import { openDrawSheet } from './hiring/draw-sheet.ts';
import { openSheetPapers } from './sheet-papers.ts';
import { openHiringPapers, pageOf } from './hiring/papers.ts';
import { termsFrom } from '../kept-terms.ts';

interface TicketFound { number: string; service: string; later_queues: string; trades: string; ahead: number; at: number }
interface JobFound { number: string; employer_id: string; kind: EmployerKind; terms: string; posted_at: number }

export function openPapers(sql: Database, subjects: Subjects, city: { readonly sheets: () => readonly Sheet[]; readonly templates: () => readonly Template[] }) {
  const { employers, printing, devices, hiring } = subjects;
  const ticket = sql.prepare<[string], TicketFound>('SELECT number, service, later_queues, trades, ahead, at FROM ticket WHERE ticket_id = ?');
  const job = sql.prepare<[string], JobFound>('SELECT number, employer_id, kind, terms, posted_at FROM job JOIN employer USING (employer_id) WHERE job_id = ?');
  const drawSheet = openDrawSheet(sql);
  const receiptPaperOf = openReceiptPapers(sql, subjects);
  const sheetPaperOf = openSheetPapers(sql, () => city.sheets());
  const hiringPaperOf = openHiringPapers(sql, subjects, () => city.templates());
  const employerName = (employerId: string): string => employers.nameOf(employerId)?.reveal() ?? '';
  const realEmployer = (poster: string, { onBehalfOf }: JobTerms): { realEmployerName?: string } =>
    (onBehalfOf === undefined || onBehalfOf === poster ? {} : { realEmployerName: employerName(onBehalfOf) });

  /** Undefined for a sheet that is no longer to be read: the city may take one back while its print waits. */
  function paperOf(subject: Subject, settings: HallSettings): Paper | undefined {
    const head = { hallName: settings.name, hotline: settings.hotline };
    switch (subject.kind) {
      case 'queueTicket': {
        const row = must(ticket.get(subject.id));
        const labels = [row.service, ...row.later_queues.split(',')].map((code) => settings.services.find((one) => one.code === code)?.label).filter((label) => label !== undefined);
        return {
          kind: 'queueTicket', ...head, at: row.at, number: row.number, ...(labels.length === 0 ? {} : { serviceLabel: labels.join('、') }),
          trades: row.trades === '' ? [] : row.trades.split(','), ahead: row.ahead,
        };
      }
      case 'jobSlip': {
        const row = must(job.get(subject.id));
        const terms = termsFrom(row.terms);
        return { kind: 'jobSlip', ...head, at: row.posted_at, number: row.number, employerName: employerName(row.employer_id), employerKind: row.kind, ...realEmployer(row.employer_id, terms), terms };
      }
      case 'employerCopy': {
        const row = must(job.get(subject.id));
        const terms = termsFrom(row.terms);
        return { kind: 'employerCopy', ...head, at: row.posted_at, number: row.number, employerName: employerName(row.employer_id), employerKind: row.kind, ...realEmployer(row.employer_id, terms), terms, ...pageOf(hiring.slips, settings, 'employer', subject.id) };
      }
      case 'drawSheet': {
        const sheet = must(drawSheet(subject.id));
        return { kind: 'drawSheet', ...head, at: sheet.drawn?.at ?? sheet.openedAt, number: sheet.jobNumber, openedAt: sheet.openedAt, ...(sheet.drawn === undefined ? {} : { drawnAt: sheet.drawn.at }), sheet: checkableSchema.parse(sheet) };
      }
      case 'erasureReceipt': case 'rightReceipt': return receiptPaperOf({ kind: subject.kind, id: subject.id }, head);
      case 'readiness': return readinessPaper(subject.id, settings);
      case 'rules': return { kind: 'rules', ...head, at: dayStart(subject.id), day: subject.id, lines: wallOf(settings, subject.id) };
      case 'leaflet': case 'catalogue': return sheetPaperOf({ kind: subject.kind, id: subject.id }, settings);
      case 'hireSlip': case 'agreement': case 'promise': case 'disputeCopy': return must(hiringPaperOf(subject, settings));
    }
  }
  function readinessPaper(day: string, settings: HallSettings): Paper {
    const known = devices.readiness();
    const at = Math.max(dayStart(day), ...known.flatMap((one) => one.checks.map((check) => check.since)));
    return { kind: 'readiness', hallName: settings.name, hotline: settings.hotline, at, day, devices: known.slice(0, 200).map(({ deviceId, checks }) => ({ deviceId, checks: checks.map(({ check, state, value }) => ({ check, state, ...(value === undefined ? {} : { value }) })) })) };
  }
  const orderOf = (row: PrintJobRow, settings: HallSettings): PrintOrder | undefined => {
    const paper = row.state === 'queued' || row.state === 'sending' ? paperOf(row.subject, settings) : undefined;
    return paper === undefined || (row.state !== 'queued' && row.state !== 'sending') ? undefined : { printJobId: row.printJobId, printer: row.printer, copy: row.copy, state: row.state, paper };
  };
  return {
    /** The order for a print job that is not finished, else undefined. */
    order(printJobId: string, settings: HallSettings): PrintOrder | undefined {
      const row = printing.view.printJob(printJobId);
      return row && orderOf(row, settings);
    },
    /** What a printer still owes, oldest first. */
    unfinished: (printer: string, since: Instant, limit: number, settings: HallSettings): PrintOrder[] =>
      printing.unfinished(printer, since, limit).map((row) => orderOf(row, settings)).filter((order) => order !== undefined),
    waiting: printing.waiting,
    employerName,
  };
}

/** Of what somebody had done with the own data: numbers and kinds, nobody's name. */
function openReceiptPapers(sql: Database, { people }: Pick<Subjects, 'people'>) {
  const erasure = sql.prepare<[string], { at: number; records: number }>('SELECT min(at) AS at, count(*) AS records FROM erasure WHERE receipt = ? HAVING count(*) > 0');
  return ({ kind, id }: { readonly kind: 'erasureReceipt' | 'rightReceipt'; readonly id: string }, head: { readonly hallName: string; readonly hotline: string }): Paper => {
    if (kind === 'erasureReceipt') return { kind, ...head, ...must(erasure.get(id)), receipt: id };
    const { textVersion, ...given } = must(people.receipts.given(id));
    return rightReceiptPaperSchema.parse({ kind, ...head, ...given, receipt: id, ...(textVersion === undefined ? {} : { textVersion }) });
  };
}

function must<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('a print job is about something that does not exist');
  return row;
}
