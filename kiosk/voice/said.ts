/* What every screen says when it appears, and again when somebody asks for it. A screen without its sentence does not compile. */
import type { RefusalCode } from '@kuaizhao/db/domain/refusal.ts';
import { tradeByCode, trades, type TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import { languageOf, type LanguageCode } from '@kuaizhao/kiosk/i18n/languages.ts';
import type { Texts } from '@kuaizhao/kiosk/i18n/text-keys.ts';
import type { KioskFace, ScreenName, ScreenOf } from '@kuaizhao/kiosk/session/face.ts';
import type { DeskReason } from '@kuaizhao/kiosk/session/hiring/scenes.ts';
import type { ToldKind } from '@kuaizhao/kiosk/session/home/scenes.ts';
import type { JobPartName, JobsScreen } from '@kuaizhao/kiosk/session/jobs/scenes.ts';
import type { PaperFate } from '@kuaizhao/kiosk/session/paper.ts';
import { characterPieces, numberPieces, numberVocabulary, speechOf, type Gaps, type Speech } from './pieces.ts';

export type SayKey = keyof Texts['say'];

/** Words in the language of the person. */
export interface Mouth {
  readonly say: (key: SayKey, gaps?: Gaps) => Speech;
  readonly refusal: (code: RefusalCode) => Speech;
  /** what was done, and what happens next */
  readonly told: (what: ToldKind) => Speech;
  /** why a job has not called, in its short form */
  readonly notCalled: (reason: keyof Texts['notCalled']) => Speech;
  /** a hall number, a plate: one by one */
  readonly characters: (text: string) => readonly string[];
  readonly number: (value: number) => readonly string[];
  readonly trade: (code: TradeCode) => readonly string[];
  /** of a screen that asks one thing after another: which it asks now */
  readonly part: string | undefined;
}
type EmployersScreen = 'employerHome' | 'principals' | 'repeat' | 'employerRecord' | 'blockedWords' | 'atDesk' | JobsScreen['at'];
type Says<At extends ScreenName> = (mouth: Mouth, screen: ScreenOf<At>) => Speech;

const plainly = (key: SayKey) => ({ say }: Mouth): Speech => say(key);

/** By the name of the part; a part that is not here says nothing. */
export const partKeys: Readonly<Record<string, SayKey>> = {
  trade: 'partTrade', headcount: 'partHeadcount', amount: 'partAmount', settlement: 'partSettlement', start: 'partStart', length: 'partLength', place: 'partPlace',
  provided: 'partProvided', hazards: 'partHazards', insurance: 'partInsurance', bay: 'partBay', leave: 'partLeave', plate: 'partPlate', mode: 'partMode', named: 'partNamed', quotes: 'partQuotes', check: 'partCheck',
};
const byPart = ({ say, part }: Mouth): Speech => {
  const key = part === undefined ? undefined : partKeys[part];
  return key === undefined ? [] : say(key);
};

/** Trouble with the paper is said instead of the rest: it is what has to be done now. */
const withPaper = ({ say, characters }: Mouth, number: string, paper: PaperFate, fine: Speech): Speech => {
  if (paper.kind !== 'trouble') return fine;
  return paper.canReprint ? say('reprint') : say('paperOut', { number: characters(number) });
};

const deskKeys = { unverified: 'deskUnverified', banned: 'deskBanned', stopped: 'deskStopped', noPrincipal: 'deskNoPrincipal' } as const satisfies Record<DeskReason, SayKey>;
const changeKeys = { time: 'changeTime', headcount: 'changeHeadcount', pay: 'changePay', named: 'changeNamed', quotes: 'changeQuotes', close: 'changeClose' } as const satisfies Record<JobPartName, SayKey>;
/** Numbers that renew themselves are read and not said: a screen that speaks by itself every few seconds is a noise. */
const employerSayings: { readonly [At in EmployersScreen]: Says<At> } = {
  employerHome: plainly('employerHome'), principals: plainly('principals'), repeat: plainly('repeat'), employerRecord: plainly('employerRecord'), blockedWords: plainly('blockedWords'),
  atDesk: ({ say }, { why }) => say(deskKeys[why]),
  myJob: plainly('myJob'), jobPeople: plainly('jobPeople'), jobQuotes: plainly('jobQuotes'), placard: plainly('placard'),
  hired: ({ say }, { sure }) => say(sure === undefined ? 'hired' : sure === 'paid' ? 'surePaid' : 'sureRelease'),
  jobChange: ({ say }, { part }) => say(changeKeys[part]),
  jobPaper: (mouth, { job, paper }) => withPaper(mouth, job.number, paper, mouth.say('slipOut')),
};

const sayings: { readonly [At in ScreenName]: Says<At> } = {
  attract: plainly('attract'), asking: plainly('asking'), consent: plainly('consent'), phone: plainly('phone'), typeId: plainly('typeId'), trades: ({ say }, { named }) => say(named ? 'trades' : 'noCardTrades'), services: plainly('services'),
  number: (mouth, { number, ahead, paper }) => withPaper(mouth, number, paper, mouth.say(ahead === 0 ? 'numberFirst' : 'number', { number: mouth.characters(number), ahead: mouth.number(ahead) })),
  employerCard: plainly('employerCard'), whoAmI: plainly('whoAmI'), promise: plainly('promise'),
  jobTrade: byPart, jobPay: byPart, jobWhen: byPart, jobPlace: byPart, jobConditions: byPart, jobVan: byPart, jobMode: byPart, jobCheck: byPart,
  ...employerSayings,
  posted: (mouth, { number, paper, inReview }) => {
    const said = mouth.say(inReview === true ? 'inReview' : 'posted', { number: mouth.characters(number) });
    return inReview === true ? said : withPaper(mouth, number, paper, said);
  },
  maintainWho: plainly('maintainWho'), maintainCard: plainly('maintainCard'), maintainPin: plainly('maintainPin'), maintainAway: plainly('maintainAway'), maintenance: plainly('maintenance'),
  // A technician reads; a worker who asks for the sentence hears where to go.
  setUpShut: plainly('setUp'), setUpAddress: plainly('setUp'), setUpCode: plainly('setUp'), setUpAsking: plainly('setUp'), setUpSigns: plainly('setUp'), setUpRefused: plainly('setUp'), setUpIn: plainly('setUp'),
  minor: plainly('minor'), takeCard: plainly('takeCard'), noAgent: plainly('noAgent'),
  cannotNow: plainly('cannotNow'), readiness: plainly('readiness'),
  leasedNumber: (mouth, { number, serviceLabel, paper }) => withPaper(mouth, number, paper, mouth.say(serviceLabel === undefined ? 'leasedNumber' : 'leasedWindow', { number: mouth.characters(number) })),
  home: ({ say }, { day }) => say(day.called !== undefined ? 'homeCalled' : day.toConfirm > 0 ? 'homeEvening' : 'home'),
  told: ({ told }, { what }) => told(what),
  jobs: plainly('jobs'), jobTrades: plainly('jobTrades'), jobDetail: plainly('jobDetail'), wishes: plainly('wishes'), wish: plainly('wish'),
  calls: plainly('calls'), call: plainly('call'), callNo: plainly('callNo'), offer: plainly('offer'), whyNot: ({ notCalled }, { job }) => notCalled(job.reason),
  evening: plainly('evening'), eveningHire: ({ say }, { step }) => say(step), notPaid: plainly('notPaid'),
  rights: (mouth, { number, dispute, paper }) => withPaper(mouth, number ?? dispute, paper, number === undefined ? mouth.say('rightsNoWindow') : mouth.say('rights', { number: mouth.characters(number) })),
  data: plainly('data'), copy: plainly('copy'), newPhone: plainly('newPhone'), newTrades: plainly('newTrades'), consents: plainly('consents'), erase: plainly('erase'), eraseSure: plainly('eraseSure'),
  opinion: ({ say }, { stars }) => say(stars === undefined ? 'opinion' : 'opinionWhy'),
  news: plainly('news'), leaflet: plainly('leaflet'), steadyJobs: plainly('steadyJobs'), training: plainly('training'), sheet: plainly('sheet'),
  crew: ({ say }, { together, numbers }) => say(together.length > 0 ? 'crewStands' : numbers.length === 0 ? 'crewFirst' : 'crew'),
  missed: plainly('missed'), booked: plainly('booked'), bookService: plainly('bookService'), slots: plainly('slots'), shut: ({ say }, { kind }) => say(kind),
  cardTrouble: ({ say }, { trouble }) => say(trouble),
  refused: ({ say, refusal: told }, { refusal }) => [...say('refused'), ...told(refusal.code)],
};

const mouthOf = (language: LanguageCode, part?: string): Mouth => {
  const { texts, tradeName } = languageOf(language);
  return {
    say: (key, gaps) => speechOf(language, texts.say[key], gaps),
    refusal: (code) => speechOf(language, texts.refusal[code]),
    told: (what) => [...speechOf(language, texts.told.title[what]), ...speechOf(language, texts.told.next[what])],
    notCalled: (reason) => speechOf(language, texts.notCalled[reason]),
    characters: characterPieces,
    number: (value) => numberPieces(language, value),
    trade: (code) => {
      const trade = tradeByCode(code);
      return trade === undefined ? [] : [tradeName(trade)];
    },
    part,
  };
};

/** What a face says, sentence by sentence; the warning before the purge comes before everything. */
export function saidBy(face: KioskFace, part: string | undefined): Speech {
  const mouth = mouthOf(face.language, part);
  if (face.idleWarningSeconds !== undefined) return mouth.say('idle');
  if (face.numbersOnly !== undefined && face.screen.at === 'attract') return mouth.say('numbersOnly');
  // The table answers each name with the function of that very screen.
  const says = sayings[face.screen.at] as Says<ScreenName>;
  return says(mouth, face.screen);
}

/** Every piece that a language can come to say: what a voice must have clips for. */
export function vocabularyOf(language: LanguageCode): ReadonlySet<string> {
  const { texts, tradeName } = languageOf(language);
  const fixed = [...Object.values(texts.say), ...Object.values(texts.refusal), ...Object.values(texts.told.title), ...Object.values(texts.told.next), ...Object.values(texts.notCalled)].flatMap((text: string) => speechOf(language, text).flat());
  return new Set([...fixed, ...numberVocabulary(language), ...trades().map(tradeName)]);
}
