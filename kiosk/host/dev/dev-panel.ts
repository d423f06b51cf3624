/* What the panel of the simulators can do: lay down and lift cards of every kind, scan codes, pull cables and open covers, cut the line to the hall, show the papers that came out. */
import { z } from 'zod';
import { firstField } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { isCalendarDay } from '@kuaizhao/db/domain/people/id-number.ts';
import { nameTextSchema } from '@kuaizhao/db/domain/scalars.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';
import { paperPicture } from '@kuaizhao/hardware/ticket-printer/paper-picture.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import type { Simulators } from '../devices/open-devices.ts';
import { oddCards } from './odd-cards.ts';
import { syntheticCard, syntheticPeople } from './people.ts';

const cardSchema = z.union([
  z.strictObject({ person: z.string().max(40) }),
  z.strictObject({ name: nameTextSchema, sex: z.enum(['male', 'female']), birth: z.string().refine(isCalendarDay), serial: z.int().min(0).max(999) }),
]);
const flags = <K extends string>(names: readonly K[]) => z.strictObject(Object.fromEntries(names.map((name) => [name, z.boolean().exactOptional()])) as Record<K, z.ZodExactOptional<z.ZodBoolean>>);
const printerFlags = ['paperOut', 'nearEnd', 'coverOpen', 'cutterError', 'offline', 'silent', 'unplugged'] as const;
const readerFlags = ['unplugged', 'silent', 'slow', 'placeAgain', 'unknownCard', 'rejectedCard', 'spoiled', 'noisy'] as const;
const socialFlags = ['unplugged', 'mute', 'slow'] as const;
const scannerFlags = ['unplugged', 'noisy', 'stalls'] as const;
const socialCardSchema = z.strictObject({ person: z.string().max(40), kind: z.enum(['open', 'withheld', 'absent', 'otherCard', 'getResponse']).optional() });

/** How bad it gets when it is bad: a worn card, a city's slow chip, a line beside a motor. */
const faulty = { cardReadMs: 4_000, chipMs: 600, noiseBytes: 40 } as const;
/** SW3 answers of hardware.md section 1 */
const sw3 = { notRead: 0x41, unknownType: 0x40, rejected: 0x32 } as const;

export interface PanelReply { readonly status: number; readonly type: 'json' | 'html'; readonly body: string }
/** The cable between this kiosk and the hall. */
export interface LanSwitch { set(cut: boolean): void }
export type PanelParts = Simulators & { readonly lan?: LanSwitch | undefined };
type Acts = Readonly<Record<string, (body: unknown) => PanelReply>>;
type Flags = Readonly<Record<string, boolean | undefined>>;

const json = (body: unknown, status = 200): PanelReply => ({ status, type: 'json', body: JSON.stringify(body) });
const done = json({ ok: true });
const nobody = json({ ok: false, problem: 'nobody of that name' }, 404);
const everybody = [...syntheticPeople, ...oddCards];

export class DevPanel {
  readonly #parts: PanelParts;
  readonly #acts: Acts;
  /** As last set here, for whoever opens the panel anew. */
  #now: { readonly [device: string]: Flags } = {};
  #lying: string | undefined;

  constructor(parts: PanelParts) {
    this.#parts = parts;
    this.#acts = { ...this.#whatIsLaidDown(parts), ...this.#whatGoesWrong(parts) };
  }

  /** Does what is asked, with what the act takes. Undefined: no such act; 409: that device is a real one, or not there. */
  act(name: string, body: unknown): PanelReply | undefined {
    return Object.hasOwn(this.#acts, name) ? this.#acts[name]?.(body) : undefined;
  }

  /** `people` · `state` · `papers` · `papers/N` (a page that draws the paper). Undefined: nothing there. */
  show(path: string): PanelReply | undefined {
    if (path === 'people') return json(everybody.map(({ id, note, card }) => ({ id, note, name: card.name, odd: oddCards.some((one) => one.id === id) })));
    if (path === 'state') return json({ there: Object.fromEntries(devices.map((name) => [name, this.#parts[name] !== undefined])), now: this.#now, lying: this.#lying });
    const papers = this.#parts.printer?.papers() ?? [];
    if (path === 'papers') return json(papers.map((paper, index) => ({ index, cutAtMs: paper.cutAtMs, text: paperText(paper) })));
    const paper = papers[Number(/^papers\/(\d{1,3})$/.exec(path)?.[1] ?? Number.NaN)];
    return paper === undefined ? undefined : { status: 200, type: 'html', body: paperPicture(paper) };
  }

  #whatIsLaidDown({ reader, scanner, socialCard }: PanelParts): Acts {
    return {
      card: act('the reader', reader, cardSchema, (one, asked) => {
        const card = 'person' in asked ? cardOf(asked.person) : syntheticCard(asked.name, asked.sex, asked.birth, asked.serial);
        if (card === undefined) return nobody;
        one.place(card);
        this.#lying = 'person' in asked ? asked.person : undefined;
        return done;
      }),
      lift: act('the reader', reader, z.unknown(), (one) => {
        one.lift();
        this.#lying = undefined;
        return done;
      }),
      scan: act('the scanner', scanner, z.strictObject({ code: z.string().min(1).max(500) }), (one, { code }) => {
        one.scan(code);
        return done;
      }),
      socialCard: act('the chip-card slot', socialCard, socialCardSchema, (one, { person, kind }) => {
        const card = cardOf(person);
        if (card === undefined) return nobody;
        one.place({ name: card.name, number: card.number }, kind);
        return done;
      }),
      socialLift: act('the chip-card slot', socialCard, z.unknown(), (one) => {
        one.lift();
        return done;
      }),
    };
  }

  #whatGoesWrong({ reader, printer, scanner, socialCard, lan }: PanelParts): Acts {
    return {
      reader: act('the reader', reader, flags(readerFlags), (one, changed) => {
        const { silent = false, slow, placeAgain, unknownCard, rejectedCard, spoiled = false, noisy } = this.#set('reader', changed);
        one.setFaults({
          silent, spoiled, noiseBytes: noisy === true ? faulty.noiseBytes : 0, cardReadMs: slow === true ? faulty.cardReadMs : undefined,
          read: placeAgain === true ? sw3.notRead : undefined, select: unknownCard === true ? sw3.unknownType : rejectedCard === true ? sw3.rejected : undefined,
        });
        return plug(one, changed.unplugged);
      }),
      printer: act('the printer', printer, flags(printerFlags), (one, changed) => {
        const { unplugged, ...faults } = changed;
        this.#set('printer', changed);
        one.set(faults);
        return plug(one, unplugged);
      }),
      scanner: act('the scanner', scanner, flags(scannerFlags), (one, changed) => {
        const { noisy, stalls = false } = this.#set('scanner', changed);
        one.setFaults({ noiseBytes: noisy === true ? faulty.noiseBytes : 0, stalls });
        return plug(one, changed.unplugged);
      }),
      socialSlot: act('the chip-card slot', socialCard, flags(socialFlags), (one, changed) => {
        const { mute = false, slow } = this.#set('socialSlot', changed);
        one.setFaults({ mute, slowMs: slow === true ? faulty.chipMs : 15 });
        return plug(one, changed.unplugged);
      }),
      lan: act('the line to the hall', lan, z.strictObject({ cut: z.boolean() }), (one, { cut }) => {
        one.set(this.#set('lan', { cut }).cut);
        return done;
      }),
    };
  }

  #set<F extends Flags>(device: string, changed: F): F {
    const all = { ...this.#now[device], ...changed };
    this.#now = { ...this.#now, [device]: all };
    return all;
  }
}

const devices = ['reader', 'printer', 'scanner', 'socialCard', 'lan'] as const;
const cardOf = (person: string): CardRead | undefined => everybody.find(({ id }) => id === person)?.card;

/** A cable that was not spoken of stays as it is. */
function plug(device: { unplug(): void; plugIn(): void }, unplugged: boolean | undefined): PanelReply {
  if (unplugged === true) device.unplug();
  if (unplugged === false) device.plugIn();
  return done;
}

const act = <Device, T>(what: string, device: Device | undefined, schema: z.ZodType<T>, run: (device: Device, value: T) => PanelReply) => (body: unknown): PanelReply => {
  if (device === undefined) return json({ ok: false, problem: `${what} is a real device, or not there` }, 409);
  const parsed = schema.safeParse(body);
  return parsed.success ? run(device, parsed.data) : json({ ok: false, problem: `not understood: ${firstField(parsed.error)}` }, 400);
};
