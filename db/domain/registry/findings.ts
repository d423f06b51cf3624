/* What is to be said about an entry before it is kept: what stops it, and what a person should look at once more. The form and the hub ask the same function. */
import type { MinimumWage } from '../feeds/bodies.ts';
import type { EntryBody, EntryKind } from './entries.ts';
import { entryInputs, entrySchemas } from './entries.ts';
import { cityGroupsMost } from '../care/city-groups.ts';
import { lawGroupNames } from '../care/groups.ts';
import { templateFaults, type TemplateFault } from '../hiring/templates/city-template.ts';
import { cityRulesMost, ruleOf } from '../law/filter/city-rule.ts';
import { compileRules, filterText, shippedRules } from '../law/filter/filter-text.ts';
import { cityTradesMost, isCityCode } from '../trades/city-trade.ts';
import { groupOf, isOffered, shippedTrade, tradeByCode, trades } from '../trades/trade.ts';
import { readHallName, type HallNameFault } from './hall-name.ts';

export type FindingCode = HallNameFault | 'nameScope' | 'nameTaken' | 'noPlaceOnMap' | 'noHotline' | 'endsBeforeBegin' | 'isOver' | 'reasonMissing' | 'wageLower' | 'wageBackdated' | 'wageOdd' | 'limitsCrossed' | 'wordingBlocked' | 'tradeUnknown' | 'tradeRetired' | 'tradeCode' | 'tradeName' | 'tradeGroup' | 'tradeMilder' | 'tradeStays' | 'listFull' | 'groupName' | 'groupStays' | 'ruleKnown' | 'ruleTooBroad' | 'ruleEmpty' | TemplateFault;
export interface Finding { readonly code: FindingCode; readonly field: string; /** `stop`: it is not kept like this */ readonly weight: 'stop' | 'look' }

/** What else is known: the newest bodies of the same kind, and today. */
export interface Beside { readonly others: readonly unknown[]; readonly now: number; readonly today: string }

const stop = (code: FindingCode, field: string): Finding => ({ code, field, weight: 'stop' });
const look = (code: FindingCode, field: string): Finding => ({ code, field, weight: 'look' });
/** An hour below or above this was mistyped, in yuan instead of fen or the other way round. */
const likelyWageFen = { least: 1_000, most: 6_000 } as const;

/** `body` fits the schema of its kind, as it is sent or as it is kept. */
export function findingsOf(kind: EntryKind, body: unknown, beside: Beside): Finding[] {
  switch (kind) {
    case 'hall': return ofHall(entrySchemas.hall.parse(body), beside);
    case 'notice': {
      const { from, until } = entrySchemas.notice.parse(body);
      if (until === undefined) return [];
      return until <= from ? [stop('endsBeforeBegin', 'until')] : until <= beside.now ? [stop('isOver', 'until')] : [];
    }
    case 'minimumWage': return ofWage(entrySchemas.minimumWage.parse(body), beside);
    case 'employer': case 'contractor': {
      const { standing, reason, until } = kind === 'employer' ? entrySchemas.employer.parse(body) : entryInputs.contractor.parse(body);
      return [...(standing !== 'verified' && reason === undefined ? [stop('reasonMissing', 'reason')] : []), ...(until !== undefined && until < beside.today ? [stop('isOver', 'until')] : [])];
    }
    case 'thresholds': {
      const { ratioLow, ratioHigh } = entrySchemas.thresholds.parse(body);
      return ratioLow >= ratioHigh ? [stop('limitsCrossed', 'ratioHigh')] : [];
    }
    case 'leaflet': case 'report': return [];
    case 'course': {
      const { trade, title, from, until, hours, place, school, subsidy = '' } = entrySchemas.course.parse(body);
      return [...ofTrade(trade), ...(until < from ? [stop('endsBeforeBegin', 'until')] : []), ...ofDay(until, beside), ...ofWords({ titleZh: title.zh, hours, place, school, subsidy })];
    }
    case 'template': {
      const text = entrySchemas.template.parse(body);
      const kept = beside.others.flatMap((other) => entrySchemas.template.safeParse(other).data ?? []).find(({ kind: paper, version }) => paper === text.kind && version === text.version);
      return templateFaults(text, kept, beside.today).map((code) => stop(code, templateField[code]));
    }
    case 'trade': return ofCityTrade(entrySchemas.trade.parse(body), beside);
    case 'helpGroup': return ofGroup(entrySchemas.helpGroup.parse(body), beside);
    case 'filterRule': return ofRule(entrySchemas.filterRule.parse(body), beside);
    case 'steadyJob': {
      const { trade, until, employer, place } = entrySchemas.steadyJob.parse(body);
      return [...ofTrade(trade), ...ofDay(until, beside), ...ofWords({ employer, place })];
    }
  }
}

const templateField: { readonly [F in TemplateFault]: string } = { gapUnknown: 'paragraphs', gapMissing: 'paragraphs', versionTaken: 'version', textHolds: 'version', beginsTooEarly: 'since' };
const ofTrade = (trade: string): Finding[] => (tradeByCode(trade) === undefined ? [stop('tradeUnknown', 'trade')] : isOffered(trade) ? [] : [stop('tradeRetired', 'trade')]);
const ofDay = (until: string, { today }: Beside): Finding[] => (until < today ? [stop('isOver', 'until')] : []);
/** What people of every hall read passes the same filter as their postings (F12). */
const ofWords = (words: Readonly<Record<string, string>>): Finding[] =>
  Object.entries(words).flatMap(([field, text]) => (filterText(text).outcome === 'block' ? [stop('wordingBlocked', field)] : []));

function ofHall(hall: EntryBody<'hall'>, { others }: Beside): Finding[] {
  const name = readHallName(hall.name);
  const taken = others.some((other) => {
    const parsed = entrySchemas.hall.safeParse(other);
    return parsed.success && parsed.data.hallId !== hall.hallId && parsed.data.name === hall.name;
  });
  return [
    ...(name.ok ? (name.parts.kind === 'market' && name.parts.scope === '' ? [look('nameScope', 'name')] : []) : [stop(name.fault, 'name')]),
    ...(taken ? [stop('nameTaken', 'name')] : []),
    ...(hall.at === undefined ? [look('noPlaceOnMap', 'at')] : []),
    ...(hall.hotline === undefined ? [look('noHotline', 'hotline')] : []),
  ];
}

function ofWage(wage: EntryBody<'minimumWage'>, { others, today }: Beside): Finding[] {
  const before = others.flatMap((other): MinimumWage | [] => entrySchemas.minimumWage.safeParse(other).data ?? [])
    .filter(({ district, since }) => district === wage.district && since < wage.since).sort((a, b) => (a.since < b.since ? 1 : -1))[0];
  return [
    ...(wage.hourlyFen < likelyWageFen.least || wage.hourlyFen > likelyWageFen.most ? [look('wageOdd', 'hourlyFen')] : []),
    ...(before !== undefined && before.hourlyFen > wage.hourlyFen ? [look('wageLower', 'hourlyFen')] : []),
    ...(wage.since < today ? [look('wageBackdated', 'since')] : []),
  ];
}

/** A name is one trade's; a code of ours stays what it means, and a new one comes from the city's half. */
function ofCityTrade(said: EntryBody<'trade'>, { others }: Beside): Finding[] {
  const kept = others.flatMap((other) => entrySchemas.trade.safeParse(other).data ?? []);
  const isNew = !kept.some(({ code }) => code === said.code);
  const shipped = shippedTrade(said.code);
  const beside = new Map([...trades(), ...kept].map((one) => [one.code, one]));
  beside.delete(said.code);
  const taken = [...beside.values()].some(({ zh, en }) => zh === said.zh || en.toLowerCase() === said.en.toLowerCase());
  return [
    ...(shipped === undefined && !isCityCode(said.code) ? [stop('tradeCode', 'code')] : []),
    ...(isNew && kept.length >= cityTradesMost ? [stop('listFull', 'code')] : []),
    ...(taken ? [stop('tradeName', 'zh')] : []),
    ...ofWords({ zh: said.zh, ...(said.aliases === undefined ? {} : { aliases: said.aliases.join(' ') }) }),
    ...(groupOf(said.code) === undefined ? [look('tradeGroup', 'code')] : []),
    ...(shipped !== undefined && said.loadClass < shipped.loadClass ? [look('tradeMilder', 'loadClass')] : []),
  ];
}

/** Staff choose by the name, so one name is one group. */
function ofGroup(said: EntryBody<'helpGroup'>, { others }: Beside): Finding[] {
  const kept = others.flatMap((other) => entrySchemas.helpGroup.safeParse(other).data ?? []);
  const beside = kept.filter(({ groupId }) => groupId !== said.groupId);
  return [
    ...(beside.length === kept.length && kept.length >= cityGroupsMost ? [stop('listFull', 'groupId')] : []),
    ...(beside.some(({ zh }) => zh === said.zh) || lawGroupNames.includes(said.zh) ? [stop('groupName', 'zh')] : []),
  ];
}

/** A rule that would block the name of a trade would block every job of it. */
function ofRule(said: EntryBody<'filterRule'>, { others }: Beside): Finding[] {
  const kept = others.flatMap((other) => entrySchemas.filterRule.safeParse(other).data ?? []);
  const rule = ruleOf(said);
  const alone = compileRules({ version: '', lexicon: {}, rules: [rule] });
  const hits = (text: string): boolean => filterText(text, { rules: alone }).findings.length > 0;
  const blocked = (text: string): boolean => filterText(text, { rules: shippedRules() }).outcome === 'block';
  return [
    ...(!kept.some(({ ruleId }) => ruleId === said.ruleId) && kept.length >= cityRulesMost ? [stop('listFull', 'ruleId')] : []),
    ...(rule.patterns.length === 0 ? [stop('ruleEmpty', 'words')] : []),
    ...(trades().some(({ zh, en, aliases = [] }) => [zh, en, ...aliases].some(hits)) ? [stop('ruleTooBroad', 'words')] : []),
    ...(said.words.every(blocked) ? [look('ruleKnown', 'words')] : []),
  ];
}

/** What stops an entry from being taken back: what was said under it must keep its name. */
export function endFindingsOf(kind: EntryKind, body: unknown, today: string): Finding[] {
  // Papers of its days are printed again with its words.
  if (kind === 'template') return entrySchemas.template.parse(body).since <= today ? [stop('textHolds', 'version')] : [];
  if (kind === 'helpGroup') return [stop('groupStays', 'retired')];
  if (kind === 'trade') return shippedTrade(entrySchemas.trade.parse(body).code) === undefined ? [stop('tradeStays', 'retired')] : [];
  return [];
}
