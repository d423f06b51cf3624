/* What a worker's card asks of the agent. */
import type { Card } from '@kuaizhao/db/domain/people/card.ts';
import type { TradeCode } from '@kuaizhao/db/domain/trades/trade.ts';
import type { Moment, Step } from '../event.ts';
import { consentTextVersion } from '@kuaizhao/db/domain/people/data/wordings.ts';
import type { State } from '../state.ts';
import { send } from '../steps/ask.ts';

export const checkIn = (state: State, card: Card, moment: Moment): Step =>
  send(state, { kind: 'checkIn', card }, { type: 'checkIn', commandId: moment.freshId, card, printer: state.printTarget }, moment);

export const registerWorker = (state: State, { card, digits, chosen }: { readonly card: Card; readonly digits: string; readonly chosen: readonly TradeCode[] }, moment: Moment): Step =>
  send(state, { kind: 'registerWorker', card }, {
    type: 'registerWorker', commandId: moment.freshId, card,
    // The phone is for the hall. Giving it to employers is another purpose, asked for elsewhere and never implied.
    consent: { textVersion: consentTextVersion, purposes: ['registration'] },
    ...(digits === '' ? {} : { phone: digits }),
    trades: [...chosen], printer: state.printTarget,
  }, moment);

/** A number for work and nothing else: for somebody without a card, or while the reader is out of service. */
export const takeWorkNumber = (state: State, { chosen, idNumber }: { readonly chosen: readonly TradeCode[]; readonly idNumber: string | undefined }, moment: Moment): Step =>
  send(state, { kind: 'takeWorkNumber' }, { type: 'takeWorkNumber', commandId: moment.freshId, trades: [...chosen], printer: state.printTarget, ...(idNumber === undefined ? {} : { idNumber }) }, moment);
