/* The city raises the minimum wage at its desk: the halls hold postings to it from their next look, and the shipped table holds where the city has said nothing. */
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { pino } from 'pino';
import type { Actor } from '@kuaizhao/db/domain/context.ts';
import { cityDeskVersion } from '@kuaizhao/sync-agent/contract/city/desk.ts';
import { startCity } from '@kuaizhao/sync-agent/city/start-city.ts';
import { startHall } from '@kuaizhao/sync-agent/hall/hall-agent.ts';
import { hallSettings, soundTerms } from '../fixtures/hall.ts';
import { creditCode } from '../fixtures/people.ts';
import { newStaff, setOwnPins } from '../fixtures/city-staff.ts';
import { cityConfig, hallConfig } from '../town/town.ts';
import { eventually } from './stage/eventually.ts';
import { storyDir } from './stage/stage.ts';

const quiet = pino({ level: 'silent' });
const boss = [{ staffId: 'boss', name: '主管', role: 'supervisor' as const, pin: '135790' }];
const clerk: Actor = { role: 'console', staffId: 'clerk-1', staffRole: 'clerk' };

test('§4 the city’s minimum wage comes down to the hall and blocks a posting below it', async () => {
  const dir = storyDir();
  const city = await startCity({ ...cityConfig(dir), staff: await newStaff(boss) }, quiet);
  onTestFinished(() => city.close());
  await setOwnPins(city.urls.city, boss);
  const hall = await startHall(hallConfig(dir, 0, city.urls.uplink), quiet);
  onTestFinished(() => hall.close());
  let commands = 0;
  const ask = (content: object) => hall.engine.handle({ commandId: `wages-${++commands}-${Date.now()}`, ...content }, clerk);
  const employer = await ask({ type: 'registerEmployer', kind: 'enterprise', name: '济南样例搬家有限公司', creditCode: creditCode(1), representatives: [] });
  const employerId = employer.ok ? employer.facts.find((fact) => fact.type === 'employerRegistered')?.employerId : undefined;
  const post = () => ask({ type: 'postJob', employerId, terms: { ...soundTerms(Date.now(), { startAt: Date.now() + 2 * 3_600_000, leaveBy: Date.now() + 3_600_000 }), hoursPerDay: 8, pay: { kind: 'fixed', amountFen: 24_000, unit: 'day' } } });
  expect(await post(), '30 yuan an hour').toMatchObject({ ok: true });
  const line = io(`${city.urls.city}/city-desk`, { transports: ['websocket'], auth: { version: cityDeskVersion }, forceNew: true });
  onTestFinished(() => { line.disconnect(); });
  await line.timeout(5_000).emitWithAck('signIn', { staffId: 'boss', pin: '135790' });
  const body = { district: hallSettings.district.slice(0, 4), since: '2026-01-01', hourlyFen: 3_100, source: '样例文号' };
  expect(await line.timeout(5_000).emitWithAck('change', { type: 'put', commandId: 'wage-00001', kind: 'minimumWage', expected: 0, body })).toMatchObject({ ok: true });
  await eventually('the wage in the hall', () => hall.db.faces.city.minimumWages().length === 1);
  expect(await post()).toMatchObject({ ok: false, refusal: { code: 'payBelowMinimum' } });
});
