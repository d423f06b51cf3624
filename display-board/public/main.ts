/* 招工公开页: open jobs of all halls for phones. No cookie, no storage, nobody is counted; asks the public API each minute while somebody looks. */
import { localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import type { CityTrade } from '@kuaizhao/db/domain/trades/city-trade.ts';
import { learnTrades } from '@kuaizhao/db/domain/trades/trade.ts';
import { element, jobCard, tradeText, type Hall, type Job } from './draw.ts';
import './page.css';
import { language, otherLanguage, say } from './words.ts';

const askEveryMs = 60_000;
const perPage = 50;

interface Shown { halls: readonly Hall[]; jobs: readonly Job[]; next: string | undefined; at: number | undefined; lost: boolean }
const shown: Shown = { halls: [], jobs: [], next: undefined, at: undefined, lost: false };
const picked = { hall: '', trade: '' };
/** every trade that was seen, so that a choice stays one */
const trades = new Set<string>();
let asked = 0;

const note = element('p', '');
const hallPick = picker('public.hall', 'hall');
const tradePick = picker('public.trade', 'trade');
const list = element('section', '');
const more = element('button', '', say('public.more'));
const other = element('a', 'other', say('public.other'));
other.href = `?lang=${otherLanguage}`;
other.lang = otherLanguage;
document.documentElement.lang = language;
document.title = say('public.title');

function picker(label: 'public.hall' | 'public.trade', name: keyof typeof picked) {
  const select = element('select', '');
  select.addEventListener('change', () => {
    picked[name] = select.value;
    void load();
  });
  return { select, label: element('label', '', say(label), select) };
}

function fill(select: HTMLSelectElement, all: string, options: readonly (readonly [string, string])[], value: string): void {
  select.replaceChildren(...[['', all] as const, ...options].map(([one, text]) => {
    const option = element('option', '', text);
    option.value = one;
    return option;
  }));
  select.value = value;
}

function draw(): void {
  const { halls, jobs, at, lost, next } = shown;
  note.className = lost ? 'lost' : '';
  note.textContent = at === undefined ? (lost ? say('public.failed') : '') : say(lost ? 'public.lost' : 'public.at', { time: localTime(at) });
  for (const { terms } of jobs) trades.add(terms.trade);
  fill(hallPick.select, say('public.allHalls'), halls.map(({ hallId, name }) => [hallId, name]), picked.hall);
  fill(tradePick.select, say('public.allTrades'), [...trades].sort().map((code) => [code, tradeText(code)]), picked.trade);
  const byId = new Map(halls.map((hall) => [hall.hallId, hall]));
  const cards = jobs.map((job) => jobCard(job, byId.get(job.hallId), at ?? job.postedAt));
  list.replaceChildren(...(cards.length === 0 && at !== undefined ? [element('p', 'nothing', say('public.none'))] : cards));
  more.hidden = next === undefined;
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(`/api/v1/${path}`, { credentials: 'omit', cache: 'no-store' });
  if (!response.ok) throw new Error(String(response.status));
  return await response.json() as T;
}

/** `after`: the next page behind what is shown. A newer question makes the answer of an older one nothing. */
async function load(after?: string): Promise<void> {
  const mine = ++asked;
  const query = new URLSearchParams({ limit: String(perPage), ...(picked.hall === '' ? {} : { hall: picked.hall }), ...(picked.trade === '' ? {} : { trade: picked.trade }), ...(after === undefined ? {} : { after }) });
  try {
    const [{ halls, trades: named }, { jobs, next, at }] = await Promise.all([get<{ halls: readonly Hall[]; trades: readonly CityTrade[] }>('halls'), get<{ jobs: readonly Job[]; next?: string; at: number }>(`jobs?${query.toString()}`)]);
    if (mine !== asked) return;
    learnTrades(named);
    Object.assign(shown, { halls, jobs: after === undefined ? jobs : [...shown.jobs, ...jobs], next, at, lost: false } satisfies Shown);
  } catch {
    if (mine !== asked) return;
    shown.lost = true;
  }
  draw();
}

more.addEventListener('click', () => { void load(shown.next); });
document.querySelector('#page')?.append(element('header', '', element('h1', '', say('public.title')), element('p', '', say('public.free')), note), element('div', 'pick', hallPick.label, tradePick.label), list, more, other);
draw();
void load();
setInterval(() => { if (!document.hidden && shown.jobs.length <= perPage) void load(); }, askEveryMs);
