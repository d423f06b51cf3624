/* From a chip card to its person: application, card file, person file; each answer has its outcome, and a city that withholds the number is one of them. */
import iconv from 'iconv-lite';
import type { SocialCardRead, SocialCardTrouble, Timer } from '../ports.ts';
import { apduMeaning, apdus, getResponse, withLength, type ApduMeaning, type ApduName } from './apdus.ts';
import type { ChipCard } from './chip-service.ts';

export const chipLimits = { answerMs: 2_000, answerBytes: 300, moreAnswers: 4 } as const;

export type SocialCardOutcome =
  | { readonly type: 'read'; readonly card: SocialCardRead }
  /** `step`: where it ended, for the log and the probe */
  | { readonly type: 'trouble'; readonly trouble: SocialCardTrouble; readonly step: ApduName };

interface Reply { readonly meaning: ApduMeaning | 'pulled'; readonly data: Uint8Array; readonly sw: string }

const nothing = new Uint8Array(0);
const pulled: Reply = { meaning: 'pulled', data: nothing, sw: '' };

async function transmitWithin(card: ChipCard, apdu: Uint8Array, timer: Timer): Promise<Uint8Array | undefined> {
  let cancel = (): void => undefined;
  const late = new Promise<undefined>((resolve) => { cancel = timer.after(chipLimits.answerMs, () => resolve(undefined)); });
  const answer = await Promise.race([card.transmit(apdu).catch(() => undefined), late]);
  cancel();
  return answer;
}

/** One question with what the transport may want on the way: a longer answer, another length. */
async function ask(card: ChipCard, apdu: Uint8Array, timer: Timer): Promise<Reply> {
  let data: Uint8Array = nothing;
  let next = apdu;
  for (let more = 0; more < chipLimits.moreAnswers; more++) {
    const answer = await transmitWithin(card, next, timer);
    if (answer === undefined) return pulled;
    if (answer.length < 2 || answer.length + data.length > chipLimits.answerBytes) return { meaning: 'failed', data: nothing, sw: 'length' };
    const [sw1 = 0, sw2 = 0] = answer.subarray(-2);
    data = Uint8Array.of(...data, ...answer.subarray(0, -2));
    if (sw1 === 0x61) next = getResponse(sw2);
    else if (sw1 === 0x6c) next = withLength(apdu, sw2);
    else return { meaning: apduMeaning(sw1, sw2), data, sw: Buffer.from([sw1, sw2]).toString('hex') };
  }
  return { meaning: 'failed', data: nothing, sw: 'endless' };
}

/** A record is its tag, the length of its value and the value; some cards give the value alone. */
export function recordValue(record: Uint8Array): Uint8Array {
  return record.length >= 2 && record[1] === record.length - 2 ? record.subarray(2) : record;
}
const hasControl = (text: string): boolean => text.split('').some((unit) => unit < ' ' || unit === '\u007F');
/** Padding is 00, FF or spaces. */
function textOf(record: Uint8Array): string | undefined {
  const value = recordValue(record);
  let end = value.length;
  while (end > 0 && [0x00, 0x20, 0xff].includes(value[end - 1] ?? 0)) end--;
  const text = iconv.decode(Buffer.from(value.subarray(0, end)), 'gb18030').trim();
  return text === '' || hasControl(text) || text.includes('\uFFFD') ? undefined : text;
}

const numberForm = /^(\d{17}[\dX]|\d{15})$/;

/** Never rejects. `heard` is told steps and status bytes, nothing of the card. */
export async function readSocialCard(card: ChipCard, timer: Timer, heard: (step: ApduName, reply: string, meaning: ApduMeaning | 'pulled') => void = () => undefined): Promise<SocialCardOutcome> {
  const step = async (name: ApduName): Promise<Reply> => {
    const reply = await ask(card, apdus[name], timer);
    heard(name, reply.sw, reply.meaning);
    return reply;
  };
  const trouble = (at: ApduName, { meaning }: Reply, otherwise: SocialCardTrouble): SocialCardOutcome => ({ type: 'trouble', step: at, trouble: meaning === 'pulled' ? 'placeAgain' : otherwise });

  const application = await step('selectApplication');
  if (application.meaning !== 'ok') return trouble('selectApplication', application, 'notSocialCard');
  // The card's own number is good to have and no reason to stop.
  const cardFile = await step('selectCardFile');
  if (cardFile.meaning === 'pulled') return trouble('selectCardFile', cardFile, 'placeAgain');
  const own = cardFile.meaning === 'ok' ? await step('cardNumber') : undefined;
  const cardNumber = own?.meaning === 'ok' ? textOf(own.data) : undefined;

  const personFile = await step('selectPersonFile');
  if (personFile.meaning !== 'ok') return trouble('selectPersonFile', personFile, 'numberWithheld');
  const number = await step('idNumber');
  if (number.meaning !== 'ok') return trouble('idNumber', number, 'numberWithheld');
  const name = await step('name');
  if (name.meaning !== 'ok') return trouble('name', name, 'numberWithheld');
  const [numberText, nameText] = [textOf(number.data)?.toUpperCase(), textOf(name.data)];
  if (numberText === undefined || !numberForm.test(numberText)) return { type: 'trouble', trouble: 'unreadable', step: 'idNumber' };
  if (nameText === undefined) return { type: 'trouble', trouble: 'unreadable', step: 'name' };
  return { type: 'read', card: { name: nameText, number: numberText, ...(cardNumber === undefined ? {} : { cardNumber }) } };
}
