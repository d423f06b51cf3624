/* What is taken of a card, over the synthetic people of all four layouts. */
import { expect, test } from 'vitest';
import { syntheticPeople } from '@kuaizhao/kiosk/host/dev/people.ts';
import { takeCard, takeSocialCard } from '@kuaizhao/kiosk/host/devices/domain-card.ts';
import type { CardRead } from '@kuaizhao/hardware/ports.ts';

const foreigner: CardRead = { layout: 'foreigner2017', name: '', englishName: `SMITH, ${'ANNA MARIA '.repeat(6)}`.trim(), sex: 'female', birth: '19900101', number: 'USA123456789012', nationality: 'USA', address: '某路1号' };

test('name, sex, birthday, number and nothing else', () => {
  for (const { card } of syntheticPeople) {
    expect(takeCard(card)).toEqual({ ok: true, card: { layout: card.layout, name: card.name, sex: card.sex, birth: card.birth, number: card.number } });
  }
});

test('a foreigner without a Chinese name goes by the English one, as long as the hall takes', () => {
  const taken = takeCard(foreigner);
  expect(taken).toMatchObject({ ok: true, card: { number: 'USA123456789012' } });
  expect(taken.ok ? Array.from(taken.card.name) : []).toHaveLength(50);
});

test('rare characters and spaces inside names are kept', () => {
  const [someone] = syntheticPeople;
  expect(takeCard({ ...someone!.card, name: '𠮷 䶮\uE000·' })).toMatchObject({ ok: true, card: { name: '𠮷 䶮\uE000·' } });
});

test('what cannot be right', () => {
  const { card } = syntheticPeople[0]!;
  expect(takeCard({ ...card, number: '11010519491231002Y' })).toEqual({ ok: false, code: 'cardNumberWrong' });
  expect(takeCard({ ...card, number: card.number.replace(/^9/, '8') })).toEqual({ ok: false, code: 'cardNumberWrong' });
  expect(takeCard({ ...card, birth: '20230230' })).toEqual({ ok: false, code: 'cardNumberWrong' });
  expect(takeCard({ ...card, name: ' ' })).toEqual({ ok: false, code: 'malformed' });
});

test('a social-security card: sex and birthday follow from the number, an old number is made whole', () => {
  const card = { layout: 'socialSecurity', name: '李样例', sex: 'female', birth: '19491231', number: '11010519491231002X' };
  expect(takeSocialCard({ name: ' 李样例 ', number: '11010519491231002X', cardNumber: 'A12345678' })).toEqual({ ok: true, card });
  expect(takeSocialCard({ name: '李样例', number: '110105491231002' })).toEqual({ ok: true, card });
  expect(takeSocialCard({ name: '李样例', number: '110105194912310021' })).toEqual({ ok: false, code: 'cardNumberWrong' });
  expect(takeSocialCard({ name: ' ', number: '11010519491231002X' })).toEqual({ ok: false, code: 'malformed' });
});
