/* The page of a slip, whole on one answer: no script, nothing from elsewhere. */
import { localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { payUnitSchema, settlementSchema } from '@kuaizhao/db/domain/jobs/pay.ts';
import { offeredWords } from '@kuaizhao/db/domain/slips/offered.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Marked } from '@kuaizhao/db/city/slips/mark.ts';
import type { Slip, SlipHire } from '@kuaizhao/db/city/slips/read.ts';
import { markup, nothing, type Markup } from './markup.ts';
import { slipStyle } from './style.ts';
import { en } from './words-en.ts';
import { zhCn } from './words-zh-cn.ts';
import type { SlipLanguage, SlipWords } from './words.ts';

export interface Shown { readonly language: SlipLanguage; readonly now: number; /** random, new for each page */ readonly once: string; /** just marked */ readonly marked?: Exclude<Marked, 'slipUnknown'> | undefined; readonly surnameOf: (hire: SlipHire) => string | undefined }

export const wordsOf = (language: SlipLanguage): SlipWords => (language === 'en' ? en : zhCn);
/** Asked again by itself while something waits for the hall. */
const againS = 15;
/** A no is told for so long. */
const refusalShownMs = 24 * 3_600_000;

const yuan = (fen: number): string => (fen / 100).toFixed(2).replace(/\.?0+$/, '');
const momentOf = (words: SlipWords, at: number): string => {
  const [, month = 0, day = 0] = localDay(at).split('-').map(Number);
  return words.moment(month, day, localTime(at));
};

/** Around every page; `refresh`: it looks again by itself. */
function around(language: SlipLanguage, title: string, body: Markup, refresh = false): string {
  const words = wordsOf(language);
  return markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex,nofollow">${refresh ? markup`<meta http-equiv="refresh" content="${againS}">` : nothing}<title>${title}</title><style>${{ html: slipStyle }}</style></head><body><main>${body}<p><a href="?lang=${language === 'en' ? 'zh-CN' : 'en'}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${words.other}</a></p></main></body></html>`.html;
}

export function notePage(language: SlipLanguage, title: string, text: string): string {
  return around(language, title, markup`<h1>${title}</h1><section><p>${text}</p></section><footer>${hotlines(wordsOf(language), undefined)}</footer>`);
}

export function slipPageOf(slip: Slip, shown: Shown): string {
  const words = wordsOf(shown.language);
  const [own] = slip.hires;
  const number = slip.side === 'worker' ? own?.number ?? slip.jobNumber : slip.jobNumber;
  const waiting = slip.hires.some(({ marks }) => marks.some(({ state }) => state === 'sent'));
  const people = slip.side === 'worker'
    ? (own === undefined ? nothing : markup`<section>${stateOf(words, own)}${buttons(slip, own, shown)}</section>`)
    : markup`<h2>${slip.hires.length === 0 ? words.nobody : words.peopleOf(slip.hires.length)}</h2>${slip.hires.map((hire) => markup`<section class="person"><h2>${hire.queueNumber ?? ''} ${surname(hire, shown)} <small>${hire.number}</small></h2><p>${payOf(words, hire)}</p>${stateOf(words, hire)}${buttons(slip, hire, shown)}</section>`)}`;
  return around(shown.language, `${words.title[slip.side]} ${number}`, markup`<p class="hall">${slip.hallName}</p><h1>${words.title[slip.side]}<b>${number}</b></h1>${shown.marked === undefined ? nothing : markup`<p class="note" role="status">${words.marked[shown.marked]}</p>`}${people}<section><dl>${termRows(words, slip, own).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section><section><h2>${words.obligations}</h2><p>${words.promise.employer}</p><p>${words.promise.worker}</p></section><footer>${slip.dataAt === null ? nothing : markup`<p>${words.dataAt(momentOf(words, slip.dataAt))}</p>`}<p>${words.atDesk(number)}</p><p>${words.free}</p>${hotlines(words, slip.hotline)}</footer>`, waiting);
}

const surname = (hire: SlipHire, { surnameOf }: Shown): string => {
  const name = surnameOf(hire);
  return name === undefined ? '' : `${name}*`;
};

function stateOf(words: SlipWords, hire: SlipHire): Markup {
  const bad = hire.state === 'unpaid' || hire.state === 'undone' || hire.state === 'released';
  const dispute = hire.disputeNumber === null ? nothing : markup`<p>${hire.disputeOpen ? words.dispute(hire.disputeNumber) : words.disputeOver(hire.disputeNumber)}</p>`;
  return markup`<p class="${bad ? 'state bad' : 'state'}">${words.state[hire.state]}</p>${dispute}`;
}

/** One form a hire: each button a word; the same form twice is one mark. */
function buttons({ side }: Slip, hire: SlipHire, { language, now, once }: Shown): Markup {
  const words = wordsOf(language);
  const waits = new Set(hire.marks.filter(({ state }) => state === 'sent').map(({ word }) => word));
  const offered = offeredWords(side, hire, now).filter((word) => !waits.has(word));
  const hidden = markup`<input type="hidden" name="once" value="${once}"><input type="hidden" name="hire" value="${hire.number}"><input type="hidden" name="lang" value="${language}">`;
  const usual = offered.filter((word) => word !== 'unpaid');
  const newest = hire.marks[0];
  const no = newest?.state === 'refused' && now - newest.at < refusalShownMs ? markup`<p class="note">${words.refused(words.word[side][newest.word], whyOf(words, newest.refusal))}</p>` : nothing;
  return markup`${[...waits].map((word) => markup`<p class="note">${words.sent(words.word[side][word])}</p>`)}${no}${usual.length === 0 ? nothing : markup`<form method="post">${hidden}${usual.map((word, at) => markup`<button class="${at === 0 ? 'next' : 'later'}" name="word" value="${word}">${words.word[side][word]}</button>`)}</form>`}${offered.includes('unpaid') ? markup`<details><summary>${words.unpaidTitle}</summary><p>${words.unpaidSays}</p><form method="post">${hidden}<button class="no" name="word" value="unpaid">${words.word[side].unpaid}</button></form></details>` : nothing}`;
}

const whyOf = ({ why }: SlipWords, code: string | null): string => (code === 'hireNotReady' || code === 'tooEarly' ? why[code] : why.other);

function termRows(words: SlipWords, { side, jobNumber, terms }: Slip, own: SlipHire | undefined): (readonly [string, string])[] {
  const { label } = words;
  const given = [...(terms.meals ? [words.given.meals] : []), ...(terms.transport ? [words.given.transport] : []), ...(terms.tools ? [words.given.tools] : [])];
  return [
    [label.trade, words.trade(tradeByCode(terms.trade), terms.trade)], side === 'employer' || own === undefined ? [label.people, String(terms.headcount)] : [label.pay, payOf(words, own)],
    [label.place, terms.place], [label.startAt, momentOf(words, terms.startAt)], [label.hours, words.hours(terms.hoursPerDay, terms.days)],
    ...(terms.bay === undefined ? [] : [[label.bay, terms.bay] as const]), ...(terms.leaveBy === undefined ? [] : [[label.leaveBy, momentOf(words, terms.leaveBy)] as const]),
    [label.given, given.length === 0 ? words.no : given.join(words.separator)], [label.hazards, terms.hazards.map((hazard) => words.hazard[hazard]).join(words.separator)],
    [label.protection, terms.protection ? words.yes : words.no], [label.insurance, words.insurance[terms.insurance]],
    ...(side === 'worker' ? [[label.job, jobNumber] as const, ...(own?.queueNumber === undefined || own.queueNumber === null ? [] : [[label.queue, own.queueNumber] as const])] : []),
  ];
}

/** As it was agreed with this one. */
function payOf(words: SlipWords, { amountFen, unit, settlement }: SlipHire): string {
  const [per, when] = [payUnitSchema.safeParse(unit).data, settlementSchema.safeParse(settlement).data];
  return `${per === undefined ? yuan(amountFen) : words.pay(yuan(amountFen), words.unit[per])}${when === undefined ? '' : ` · ${words.settlementOf[when]}`}`;
}

const hotlines = (words: SlipWords, hotline: string | undefined): Markup => markup`<p>${words.hotlines} <a href="tel:12333">12333</a> · <a href="tel:12345">12345</a></p>${hotline === undefined ? nothing : markup`<p>${words.callHall} <a href="tel:${hotline}">${hotline}</a></p>`}`;
