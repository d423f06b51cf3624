/* Halls and jobs as elements. All of it is text: nothing that came from outside is ever read as markup. */
import type { z } from 'zod';
import { dayMs, localDay, localTime } from '@kuaizhao/db/domain/queue/business-day.ts';
import { tradeByCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { hallsPageSchema, jobsPageSchema } from '@kuaizhao/sync-agent/contract/city/orders-api.ts';
import { language, say } from './words.ts';

export type Hall = z.infer<typeof hallsPageSchema>['halls'][number];
export type Job = z.infer<typeof jobsPageSchema>['jobs'][number];

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...inside: readonly (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.append(...inside);
  return made;
}

/** A hall that has said nothing for so long may know better. */
const oldAfterMs = 30 * 60_000;

export const tradeText = (code: string): string => tradeByCode(code)?.[language === 'en' ? 'en' : 'zh'] ?? code;

/** `今天 06:30`, `明天 06:30`, `3月5日 06:30`. */
function whenText(at: number, now: number): string {
  const [, month, day] = localDay(at).split('-').map(Number);
  const date = localDay(at) === localDay(now) ? say('public.today') : localDay(at) === localDay(now + dayMs) ? say('public.tomorrow') : say('public.date', { month: month ?? '', day: day ?? '' });
  return `${date} ${localTime(at)}`;
}

function payText({ pay, settlement }: Job['terms']): HTMLElement {
  const amount = pay.kind === 'negotiable' ? say('public.negotiable') : say('public.pay', { amount: String(pay.amountFen / 100), unit: say(`unit.${pay.unit}`) });
  return element('p', 'pay', amount, ' ', element('small', '', say(`settlement.${settlement}`)));
}

export function jobCard(job: Job, hall: Hall | undefined, now: number): HTMLElement {
  const { terms } = job;
  const extras = [terms.meals && say('public.meals'), terms.transport && say('public.transport'), terms.insurance !== 'none' && say('public.insured')].filter((one) => one !== false);
  const way = element('div', 'way', element('p', '', hall?.name ?? ''));
  if (hall?.address !== undefined) way.append(element('p', '', say('public.way', { address: hall.address })));
  if (hall?.hotline !== undefined) {
    const call = element('a', '', say('public.call', { hotline: hall.hotline }));
    call.href = `tel:${hall.hotline}`;
    way.append(element('p', '', call));
  }
  way.append(element('p', '', say('public.come', { number: job.number })));
  if (job.dataAt !== null && now - job.dataAt > oldAfterMs) way.append(element('p', 'old', say('public.old', { when: whenText(job.dataAt, now) })));
  return element('article', '',
    element('div', 'top', element('h2', '', tradeText(terms.trade)), element('span', 'left', say('public.left', { n: job.placesLeft }))),
    payText(terms), element('p', '', `${terms.place} · ${say('public.start', { when: whenText(terms.startAt, now) })}`), ...(extras.length === 0 ? [] : [element('p', '', extras.join(' · '))]), way);
}
