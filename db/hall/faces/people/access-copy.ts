/* Everything the tables hold of one person, opened for that person alone. A new column about people belongs in here. */
import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { groupWords } from '../../../domain/care/group-words.ts';
import type { CityGroup } from '../../../domain/care/city-groups.ts';
import type { HelpGround } from '../../../domain/care/level.ts';
import { accessWords, ageBandWords, helpVisitWords, plain, priorityWords, purposeWords, sexWords, sourceWords, termsWords, type AccessCopy, type AccessEntry, type AccessSection, type Words } from '../../../domain/people/data/access-copy.ts';
import type { AgeBand, Purpose } from '../../../domain/people/commands.ts';
import type { ProfileSource } from '../../../domain/people/profile.ts';
import type { Personal } from '../../../domain/people/personal.ts';
import { wishesSchema } from '../../../domain/people/wishes/wishes.ts';
import { dayStart } from '../../../domain/queue/business-day.ts';
import { priorityReasonSchema } from '../../../domain/queue/moves/commands.ts';
import type { Instant } from '../../../domain/scalars.ts';
import { certificates, certificateSchema } from '../../../domain/trades/certificate.ts';
import { tradeByCode } from '../../../domain/trades/trade.ts';
import type { FieldCipher } from '../../../sealing/field-cipher.ts';
import type { EmployersStore } from '../../subjects/employers.ts';
import { groundsAt, noteAt, parseGrounds } from '../../subjects/people/care.ts';
import { pastSealedAt, sealedAt, sealedFields, type Sealed } from '../../subjects/people/profiles.ts';
import type { PeopleStore } from '../../subjects/people/record.ts';
import { openOwnWords } from './own-words.ts';

type Boxes = { readonly [F in Sealed as `${F}_sealed`]: Buffer | null };
interface Version extends Boxes { version: number; sex: 'male' | 'female' | null; age_band: AgeBand | null; source: ProfileSource; from_at: number }
interface Now extends Version { trades: string; registered_at: number }
interface Past extends Version { until_at: number }
interface Consent { purpose: Purpose; text_version: string; at: number; ended_at: number | null }
interface Visit { day: string; numbers: string | null }
interface Hire { number: string; day: string; trade: string; amount_fen: number; at: number }
interface HelpVisit { help_visit_id: string; kind: keyof typeof helpVisitWords; on_day: string; note_sealed: Buffer | null; at: number }

const entry = (section: AccessSection, what: Words, value: Words, from?: number, until?: number): AccessEntry =>
  ({ section, what, value, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) });
const tradeName = (code: string): Words => { const trade = tradeByCode(code); return trade === undefined ? plain(code) : { zh: trade.zh, en: trade.en }; };
const nameOfPaper = (code: string): Words => { const { zh, en } = certificates[certificateSchema.parse(code)]; return { zh, en }; };
const joined = (parts: readonly Words[]): Words => ({ zh: parts.map((one) => one.zh).join('、'), en: parts.map((one) => one.en).join(', ') });

export function openAccessCopy(sql: Database, cipher: FieldCipher, people: PeopleStore, employers: EmployersStore, cityGroups: () => readonly CityGroup[]) {
  const groupName = (code: HelpGround['group']): Words => groupWords(code, cityGroups());
  const columns = 'name_sealed, number_sealed, birth_sealed, phone_sealed, district_sealed, version, sex, age_band, source, from_at';
  const now = sql.prepare<[string], Now>(`SELECT ${columns}, trades, registered_at FROM worker WHERE worker_id = ? AND erased_at IS NULL`);
  const past = sql.prepare<[string], Past>(`SELECT ${columns}, until_at FROM profile_past WHERE worker_id = ? ORDER BY version`);
  const consents = sql.prepare<[string], Consent>('SELECT purpose, text_version, at, ended_at FROM consent WHERE worker_id = ? ORDER BY consent_id');
  const visits = sql.prepare<[string], Visit>(`SELECT day, (SELECT group_concat(number, ' ') FROM ticket WHERE ticket.visit_id = visit.visit_id) AS numbers FROM visit WHERE worker_id = ? ORDER BY day`);
  const hires = sql.prepare<[string], Hire>('SELECT hire.number, hire.day, job.trade, amount_fen, hire.at FROM hire JOIN job USING (job_id) WHERE hire.worker_id = ? ORDER BY hire.at');
  const wishes = sql.prepare<[string], { trade: string; at: number }>('SELECT trade, at FROM training_wish WHERE worker_id = ? ORDER BY at');
  const ownTerms = openOwnTerms(sql);
  const cases = sql.prepare<[string], { case_id: string; grounds_sealed: Buffer; opened_at: number; closed_at: number | null }>('SELECT case_id, grounds_sealed, opened_at, closed_at FROM help_case WHERE worker_id = ? ORDER BY opened_at');
  const helpVisits = sql.prepare<[string], HelpVisit>('SELECT help_visit_id, kind, on_day, note_sealed, at FROM help_visit WHERE case_id = ? ORDER BY on_day, at');
  const shown = (text: Personal): Words => plain(text.reveal());

  function version(row: Version, where: (field: Sealed) => string, until?: number, section?: AccessSection): AccessEntry[] {
    const opened = sealedFields.flatMap((field) => {
      const box = row[`${field}_sealed`];
      return box === null ? [] : [entry(section ?? (field === 'phone' || field === 'district' ? 'contact' : 'identity'), accessWords[field], shown(cipher.open(box, where(field))), row.from_at, until)];
    });
    const identity = section ?? 'identity';
    return [
      ...opened,
      ...(row.sex === null ? [] : [entry(identity, accessWords.sex, sexWords[row.sex], row.from_at, until)]),
      ...(row.age_band === null ? [] : [entry(identity, accessWords.ageBand, ageBandWords[row.age_band], row.from_at, until)]),
      entry(identity, accessWords.document, sourceWords[row.source], row.from_at, until),
    ];
  }
  const help = (workerId: string): AccessEntry[] => cases.all(workerId).flatMap((one) => [
    ...parseGrounds(cipher.open(one.grounds_sealed, groundsAt(one.case_id)).reveal()).map((ground) =>
      entry('help', accessWords.helpGround, { zh: `${groupName(ground.group).zh}，${ground.verifiedOn} 核实，至 ${ground.until}`, en: `${groupName(ground.group).en}, verified ${ground.verifiedOn}, until ${ground.until}` }, one.opened_at, one.closed_at ?? undefined)),
    ...helpVisits.all(one.case_id).map((visit) => {
      const note = visit.note_sealed === null ? '' : ` ${cipher.open(visit.note_sealed, noteAt(visit.help_visit_id)).reveal()}`;
      return entry('help', accessWords.helpVisit, { zh: `${visit.on_day} ${helpVisitWords[visit.kind].zh}${note}`, en: `${visit.on_day} ${helpVisitWords[visit.kind].en}${note}` }, visit.at);
    }),
  ]);
  const written = openWritten(sql, cipher);
  function record(workerId: string, openPlace: boolean): AccessEntry[] {
    const row = now.get(workerId);
    if (row === undefined) return [];
    const number = row.number_sealed === null ? undefined : cipher.open(row.number_sealed, sealedAt(workerId, 'number'));
    return [
      ...version(row, (field) => sealedAt(workerId, field)),
      entry('identity', accessWords.registered, sourceWords[row.source], row.registered_at),
      ...past.all(workerId).flatMap((before) => version(before, (field) => pastSealedAt(workerId, before.version, field), before.until_at, 'before')),
      ...consents.all(workerId).map((one) => entry('consent', accessWords.consent, { zh: `${purposeWords[one.purpose].zh}（文本 ${one.text_version}）`, en: `${purposeWords[one.purpose].en} (text ${one.text_version})` }, one.at, one.ended_at ?? undefined)),
      ...visits.all(workerId).map((one) => entry('visits', accessWords.days, plain(`${one.day}${one.numbers === null ? '' : ` ${one.numbers}`}`))),
      ...hires.all(workerId).map((one) => entry('work', accessWords.hire, joined([plain(one.number), plain(one.day), tradeName(one.trade), { zh: `${one.amount_fen / 100} 元`, en: `${one.amount_fen / 100} yuan` }]), one.at)),
      ...(row.trades === '' ? [] : [entry('wishes', accessWords.trades, joined(row.trades.split(',').map(tradeName)))]),
      ...wishes.all(workerId).map((one) => entry('wishes', accessWords.training, tradeName(one.trade), one.at)),
      ...ownTerms(workerId),
      ...(number === undefined ? [] : employers.view.employersOf(number.reveal())).flatMap((one) => {
        const name = employers.nameOf(one.employerId);
        return name === undefined ? [] : [entry('employers', accessWords.employer, shown(name))];
      }),
      ...(openPlace ? [] : [...written(workerId), ...help(workerId)]),
    ];
  }
  return {
    /** Of all the person's records. `openPlace`: a screen that strangers can see; what concerns help is then told at a window only. Undefined when there is nobody, or nobody any more. */
    accessCopy(workerId: string, openPlace: boolean, at: Instant): AccessCopy | undefined {
      const records = people.view.recordsOf(workerId);
      return records.length === 0 ? undefined : { at, atWindow: openPlace, entries: records.flatMap((one) => record(one, openPlace)) };
    },
  };
}

/** What somebody wants of the work, and the papers that staff have seen. */
function openOwnTerms(sql: Database) {
  const terms = sql.prepare<[string], { wishes: string; at: number }>('SELECT wishes, at FROM worker_wish WHERE worker_id = ?');
  const papers = sql.prepare<[string], { certificate: string; until_day: string; at: number }>('SELECT certificate, until_day, at FROM worker_certificate WHERE worker_id = ? ORDER BY certificate');
  return (workerId: string): AccessEntry[] => [
    ...terms.all(workerId).flatMap((one) => termsWords(wishesSchema.parse(JSON.parse(one.wishes))).map((words) => entry('wishes', accessWords.terms, words, one.at))),
    ...papers.all(workerId).map((one) => entry('wishes', accessWords.certificate, nameOfPaper(one.certificate), one.at, dayStart(one.until_day))),
  ];
}

/** What windows wrote down about somebody, and why a number was called earlier. */
function openWritten(sql: Database, cipher: FieldCipher) {
  const priorities = sql.prepare<[string], { ticket_id: string; reasons_sealed: Buffer; at: number }>('SELECT ticket_id, reasons_sealed, ticket.at FROM visit JOIN ticket USING (visit_id) JOIN ticket_priority USING (ticket_id) WHERE worker_id = ? ORDER BY ticket.at');
  const ownWords = openOwnWords(sql, cipher);
  return (workerId: string): AccessEntry[] => [
    ...ownWords(workerId),
    ...priorities.all(workerId).map((one) => {
      const reasons = z.array(priorityReasonSchema).parse(JSON.parse(cipher.open(one.reasons_sealed, `ticket_priority|${one.ticket_id}|reasons`).reveal()));
      return entry('notes', accessWords.priority, joined(reasons.map((reason) => priorityWords[reason])), one.at);
    }),
  ];
}
