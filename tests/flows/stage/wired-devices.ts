/* A card reader on a tty and a printer on TCP, as a kiosk's configuration names them. */
import { onTestFinished } from 'vitest';
import { createReaderSimulator } from '@kuaizhao/hardware/id-card/simulator.ts';
import { openSerialLine } from '@kuaizhao/hardware/serial/serial-line.ts';
import { realTimer } from '@kuaizhao/hardware/serial/timer.ts';
import { paperText } from '@kuaizhao/hardware/ticket-printer/printed-paper.ts';
import { createPrinterSimulator } from '@kuaizhao/hardware/ticket-printer/simulator.ts';
import { openPtyPair } from '../../hardware/serial/pty-pair.ts';

const baud = 115_200;

/** `links` goes into kiosk.json; `papers` is the text of each that came out. Both devices go with the test. */
export async function openWiredDevices() {
  const pty = await openPtyPair();
  onTestFinished(() => pty.pull());
  const reader = createReaderSimulator({ timer: realTimer });
  onTestFinished(() => reader.close());
  reader.attach(await openSerialLine({ path: pty.far, baud }));
  const printer = createPrinterSimulator({ timer: realTimer });
  onTestFinished(() => printer.close());
  const links = { reader: { link: 'serial', path: pty.near, baud }, printer: { link: 'tcp', host: '127.0.0.1', port: await printer.listenTcp(0), columns: 48 } };
  return { reader, links, papers: () => printer.papers().map((paper) => paperText(paper)) };
}
