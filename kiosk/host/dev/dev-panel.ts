/* What the panel of the simulators can do: lay down and lift synthetic cards, break and mend the printer and the reader, show the papers that came out. */
import { z } from 'zod';
import { firstField } from '@kuaizhao/sync-agent/contract/describe-issues.ts';
import { isCalendarDay } from '@kuaizhao/db/domain/people/id-number.ts';
import { nameTextSchema } from '@kuaizhao/db/domain/scalars.ts';
import { paperPicture } from '@kuaizhao/hardware/ticket-printer/paper-picture.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import type { Simulators } from '../devices/open-devices.ts';
import { syntheticCard, syntheticPeople } from './people.ts';

const cardSchema = z.union([
  z.strictObject({ person: z.string().max(40) }),
  z.strictObject({ name: nameTextSchema, sex: z.enum(['male', 'female']), birth: z.string().refine(isCalendarDay), serial: z.int().min(0).max(999) }),
]);
const printerSchema = z.strictObject({
  paperOut: z.boolean(), nearEnd: z.boolean(), coverOpen: z.boolean(), cutterError: z.boolean(), offline: z.boolean(), silent: z.boolean(), unplugged: z.boolean(),
}).partial();
const readerSchema = z.strictObject({ silent: z.boolean(), unplugged: z.boolean() }).partial();

export interface PanelReply { readonly status: number; readonly type: 'json' | 'html'; readonly body: string }

const json = (body: unknown, status = 200): PanelReply => ({ status, type: 'json', body: JSON.stringify(body) });
const done = json({ ok: true });
const absent = (what: string): PanelReply => json({ ok: false, problem: `${what} is a real device` }, 409);

export class DevPanel {
  readonly #simulators: Simulators;

  constructor(simulators: Simulators) {
    this.#simulators = simulators;
  }

  /** `card` {person} or {name, sex, birth, serial} · `lift` · `printer` faults · `reader` faults. Undefined: no such act. */
  act(name: string, body: unknown): PanelReply | undefined {
    switch (name) {
      case 'card': return this.#card(body);
      case 'lift': {
        this.#simulators.reader?.lift();
        return this.#simulators.reader === undefined ? absent('the reader') : done;
      }
      case 'printer': return checked(printerSchema, body, (faults) => this.#printer(faults));
      case 'reader': return checked(readerSchema, body, (faults) => this.#reader(faults));
      default: return undefined;
    }
  }

  /** `people` · `papers` · `papers/N` (a page that draws the paper). Undefined: nothing there. */
  show(path: string): PanelReply | undefined {
    if (path === 'people') return json(syntheticPeople.map(({ id, note, card }) => ({ id, note, name: card.name })));
    const papers = this.#simulators.printer?.papers() ?? [];
    if (path === 'papers') return json(papers.map((paper, index) => ({ index, cutAtMs: paper.cutAtMs, text: paperText(paper) })));
    const paper = papers[Number(/^papers\/(\d{1,3})$/.exec(path)?.[1] ?? Number.NaN)];
    return paper === undefined ? undefined : { status: 200, type: 'html', body: paperPicture(paper) };
  }

  #card(body: unknown): PanelReply {
    const { reader } = this.#simulators;
    if (reader === undefined) return absent('the reader');
    return checked(cardSchema, body, (asked) => {
      const card = 'person' in asked ? syntheticPeople.find(({ id }) => id === asked.person)?.card : syntheticCard(asked.name, asked.sex, asked.birth, asked.serial);
      if (card === undefined) return json({ ok: false, problem: 'nobody of that name' }, 404);
      reader.place(card);
      return done;
    });
  }

  #printer({ unplugged, ...faults }: z.infer<typeof printerSchema>): PanelReply {
    const { printer } = this.#simulators;
    if (printer === undefined) return absent('the printer');
    printer.set(Object.fromEntries(Object.entries(faults).filter(([, value]) => value !== undefined)));
    if (unplugged === true) printer.unplug();
    if (unplugged === false) printer.plugIn();
    return done;
  }

  #reader({ unplugged, silent }: z.infer<typeof readerSchema>): PanelReply {
    const { reader } = this.#simulators;
    if (reader === undefined) return absent('the reader');
    if (silent !== undefined) reader.setFaults({ silent });
    if (unplugged === true) reader.unplug();
    if (unplugged === false) reader.plugIn();
    return done;
  }
}

function checked<T>(schema: z.ZodType<T>, body: unknown, act: (value: T) => PanelReply): PanelReply {
  const parsed = schema.safeParse(body);
  return parsed.success ? act(parsed.data) : json({ ok: false, problem: `not understood: ${firstField(parsed.error)}` }, 400);
}
