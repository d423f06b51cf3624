/* A thousand new lines a second from one address or from many, in a process of its own: half of them say nothing, half begin a TLS handshake with noise. `flood HOST PORT SECONDS [ADDRESSES]`; says over IPC how many were begun, and how many of them the hall ended. */
import { connect } from 'node:net';
import { attackerAt } from './outcome.ts';

const [host = '', port = '', seconds = '', addresses = '1'] = process.argv.slice(2);
const perTick = 20;
const tickMs = 20;
let [begun, ended, opened] = [0, 0, 0];
let open = 0;
const started = performance.now();
const endAt = started + Number(seconds) * 1_000;

function one(): void {
  begun += 1;
  open += 1;
  const line = connect({ host, port: Number(port), localAddress: addresses === '1' ? attackerAt : `127.0.1.${String(1 + (begun % Number(addresses)))}` });
  line.on('connect', () => {
    opened += 1;
    if (begun % 2 === 0) line.write(Buffer.from('160301020001', 'hex'));
  });
  line.on('error', () => undefined);
  line.on('close', () => { ended += 1; open -= 1; });
}

await new Promise<void>((done) => {
  const tick = setInterval(() => {
    // What a late tick owes is made good: a thousand a second is meant.
    const due = Math.floor((performance.now() - started) / tickMs) * perTick;
    while (begun < due && performance.now() < endAt) one();
    if (performance.now() >= endAt) {
      clearInterval(tick);
      done();
    }
  }, tickMs);
});
// Whoever was let in and dawdles is cut by then.
await new Promise((go) => { setTimeout(go, 8_000); });
process.send?.({ begun, opened, ended, open, perSecond: Math.round(begun / Number(seconds)) }, () => { process.exit(0); });
