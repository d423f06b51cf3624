/* /slip/<token> over http: the page, and its plain form. The token is in the address and nowhere else: not in a log, not in the database. */
import { hash } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import { markSlip, type Marked } from '@kuaizhao/db/city/slips/mark.ts';
import { openSurname } from '@kuaizhao/db/city/slips/open-surname.ts';
import { readSlip } from '@kuaizhao/db/city/slips/read.ts';
import { sweepSlips } from '@kuaizhao/db/city/slips/sweep.ts';
import type { CityDb } from '@kuaizhao/db/city/store/city-db.ts';
import { hallNumberSchema } from '@kuaizhao/db/domain/scalars.ts';
import { slipTokenSchema, slipWordSchema } from '@kuaizhao/db/domain/slips/words.ts';
import { addressOf } from '../hub/address-of.ts';
import type { HubParts } from '../hub/parts.ts';
import { sweepEvery } from '../hub/sweep-every.ts';
import { securityHeaders } from '../pages/web.ts';
import { notePage, slipPageOf, wordsOf } from './page.ts';
import { slipStyle } from './style.ts';
import { slipLanguages, type SlipLanguage } from './words.ts';

/** A minute, from one address: pages and forms; many phones share the address of their network. A code that opens nothing counts as twenty. */
const perAddress = 600;
const unknownCosts = 19;
const formBytes = 1_024;
const zippedFrom = 8_192;

interface Exchange { readonly request: IncomingMessage; readonly response: ServerResponse }

const languageSchema = z.enum(slipLanguages).catch('zh-CN');
const formSchema = z.strictObject({ once: z.string().regex(/^[\w-]{22}$/), hire: hallNumberSchema, word: slipWordSchema, lang: z.enum(slipLanguages).optional() });
const markedSchema = z.enum(['sent', 'notNow', 'tooMany'] satisfies readonly Marked[]);

export interface SlipsParts extends Pick<HubParts, 'now' | 'randomHex' | 'after' | 'log'> { readonly db: CityDb; /** a feed of a hall has grown */ readonly said: () => void; readonly behindProxy: boolean }
export interface Slips { before(other: RequestListener): RequestListener; close(): Promise<void> }

const headers: Readonly<Record<string, string>> = {
  ...securityHeaders,
  'content-security-policy': `default-src 'none'; style-src 'sha256-${hash('sha256', slipStyle, 'base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow',
};

export function createSlips(parts: SlipsParts): Slips {
  const { db, now } = parts;
  const limiter = new RateLimiterMemory({ points: perAddress, duration: 60 });
  const sweeping = sweepEvery(parts, 'slips', () => sweepSlips(db, now()));
  const answer = async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    const language: SlipLanguage = languageSchema.parse(url.searchParams.get('lang') ?? 'zh-CN');
    const words = wordsOf(language);
    const note = (status: number, title: string, text: string): void => send({ request, response }, status, notePage(language, title, text));
    const address = addressOf(request, parts.behindProxy);
    try {
      await limiter.consume(address);
      if (request.method === 'POST') return await mark(request, response, url, note, language);
      if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { ...headers, allow: 'GET, HEAD, POST' }).end();
      const token = tokenOf(url);
      const slip = token === undefined ? undefined : await readSlip(db, digestOf(token), now());
      if (token === undefined || slip === undefined) {
        await limiter.consume(address, unknownCosts);
        return note(404, words.unknownTitle, words.unknown);
      }
      const marked = markedSchema.safeParse(url.searchParams.get('marked')).data;
      send({ request, response }, 200, slipPageOf(slip, { language, now: now(), once: Buffer.from(parts.randomHex(16), 'hex').toString('base64url'), marked, surnameOf: ({ hireId, surname }) => (surname === null ? undefined : openSurname(token, hireId, surname)) }));
    } catch (error) {
      if (error instanceof RateLimiterRes) return note(429, words.tooMany, words.atDesk(''));
      parts.log.error({ err: { message: error instanceof Error ? error.message : 'unknown' } }, 'the page of a slip failed');
      note(503, words.unavailable, words.free);
    }
  };
  /** Afterwards the phone asks for the page anew, so that its back button sends nothing twice. */
  const mark = async (request: IncomingMessage, response: ServerResponse, url: URL, note: (status: number, title: string, text: string) => void, language: SlipLanguage): Promise<void> => {
    const words = wordsOf(language);
    const [token, form] = [tokenOf(url), formSchema.safeParse(await readForm(request))];
    if (!form.success) return note(400, words.unknownTitle, words.unknown);
    const { once, hire, word, lang = language } = form.data;
    const marked = token === undefined ? 'slipUnknown' : await markSlip(db, { digest: digestOf(token), once, number: hire, word, now: now() });
    if (marked === 'slipUnknown') {
      await limiter.consume(addressOf(request, parts.behindProxy), unknownCosts);
      return note(404, words.unknownTitle, words.unknown);
    }
    if (marked === 'sent') parts.said();
    response.writeHead(303, { ...headers, location: `${url.pathname}?${lang === 'zh-CN' ? '' : `lang=${lang}&`}marked=${marked}` }).end();
  };
  return {
    before: (other) => (request, response) => {
      const url = URL.parse(request.url ?? '/', 'http://hub');
      if (url !== null && (url.pathname === '/slip' || url.pathname.startsWith('/slip/'))) void answer(request, response, url);
      else other(request, response);
    },
    close: () => sweeping.close(),
  };
}

const tokenOf = ({ pathname }: URL): string | undefined => slipTokenSchema.safeParse(pathname.slice('/slip/'.length)).data;
const digestOf = (token: string): Uint8Array => hash('sha256', token, 'buffer');

/** Two hundred people of one job are 100 KB, and 8 KB on the line. */
function send({ request, response }: Exchange, status: number, html: string): void {
  const zipped = html.length > zippedFrom && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  response.writeHead(status, { ...headers, vary: 'accept-encoding', ...(zipped ? { 'content-encoding': 'gzip' } : {}) }).end(zipped ? gzipSync(html) : html);
}

/** Undefined for what is too long or no form; each name once. */
async function readForm(request: IncomingMessage): Promise<Readonly<Record<string, string>> | undefined> {
  if (!/^application\/x-www-form-urlencoded(?:\s*;|$)/i.test(request.headers['content-type'] ?? '')) return undefined;
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > formBytes) return undefined;
    pieces.push(piece);
  }
  const fields = [...new URLSearchParams(Buffer.concat(pieces).toString('utf8'))];
  return new Set(fields.map(([name]) => name)).size === fields.length ? Object.fromEntries(fields) : undefined;
}
