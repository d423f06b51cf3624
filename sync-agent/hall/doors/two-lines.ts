/* Two lines of one kiosk. A line whose cable was pulled may still stand there, dead without knowing it; one that answers after the next has come belongs to a second machine with the same key. */
import type { Socket } from 'socket.io';

/** so long the older line has to show that somebody is at its other end */
export const aliveMs = 700;

/** What engine.io's own heartbeat gives; nobody's program has to know of this question. */
interface Heart { sendPacket(type: 'ping'): unknown; on(event: 'heartbeat', heard: () => void): unknown; off(event: 'heartbeat', heard: () => void): unknown; once(event: 'close', heard: () => void): unknown }

/** Calls `told` once: true when the other end of this line lives. An answer that was under way when its cable was pulled comes once; only a second one, to a second question, can come from somebody who is there. */
export function whetherAlive(line: Socket, told: (alive: boolean) => void): void {
  const heart = line.conn as unknown as Heart;
  let [over, beats] = [false, 0];
  const end = (alive: boolean): void => {
    if (over) return;
    over = true;
    clearTimeout(timer);
    heart.off('heartbeat', beat);
    told(alive);
  };
  const beat = (): void => {
    beats += 1;
    if (beats > 1) end(true);
    else heart.sendPacket('ping');
  };
  const timer = setTimeout(() => { end(false); }, aliveMs).unref();
  heart.on('heartbeat', beat);
  heart.once('close', () => { end(false); });
  heart.sendPacket('ping');
}
