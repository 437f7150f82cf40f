/** Costs of exams: typed or by form they are previewed, written by a press, taken back, and summed up by plans. */
import { plainText } from '../../../cards/elements/plain-text';
import type { Card } from '../../../cards/elements/card';
import { locales, type Locale } from '../../../domain/basics/locale';
import { emptyPartner } from '../../../domain/partner/partner';
import { builtInProgramme } from '../../../infra/catalogue/load';
import { openMemory } from '../../../infra/memory/store';
import { askBy, tenant, worldOf } from '../../partner/standing-cache.case';
import { listValues } from '../../store/row-list';
import { replyTo, type TurnInput } from '../../turns/turn';

const programme = builtInProgramme('designations');
const now = Date.parse('2026-11-10T10:00:00Z');

function aWorld() {
  const store = openMemory();
  const services = worldOf(store, { programmes: new Map([[programme.id, programme]]), now: () => now });
  const ask = (input: TurnInput, user = 'boss', locale: Locale = 'en') =>
    replyTo(input, { ...askBy(user, now), locale }, services);
  const type = async (said: string, locale: Locale = 'en') => ask({ said }, 'boss', locale);
  const recorded = async () =>
    ((await store.partners.get(tenant, tenant))?.value.costs ?? []).map(
      ({ credential = '*', fee, vouchers }) =>
        `${programme.credentials.find(({ id }) => id === credential)?.exam ?? credential} ${fee ? `${fee.units} ${fee.currency}` : '-'} ${vouchers ?? '-'}`,
    );
  const enter = async (said: string) => ask(pressed((await type(said)).card, 'Confirm'));
  return { store, services, ask, type, enter, recorded };
}

/** A button of a card, with what stands in the fields of the form. */
function pressed(card: Card, title: string, fields: Readonly<Record<string, unknown>> = {}): TurnInput {
  const button = card.actions!.find((one) => one.title === title) as { verb: string; data: object } | undefined;
  if (!button) throw new Error(`No button “${title}” among ${card.actions!.map((one) => one.title).join(', ')}`);
  return { pressed: { ...button, data: { ...button.data, ...fields } } };
}

const idOf = (exam: string) => programme.credentials.find((one) => one.exam === exam)!.id;

it.each<[Locale, string, string]>([
  ['en', 'cost AZ-104 165 USD', 'AZ-104 16500 USD -'],
  ['en', 'AZ-104 costs us $165.50', 'AZ-104 16550 USD -'],
  ['en', 'exam fee for AZ-104 165 EUR', 'AZ-104 16500 EUR -'],
  ['en', '3 vouchers for AZ-104', 'AZ-104 - 3'],
  ['en', '5 vouchers for any exam', '* - 5'],
  ['en', 'cost AZ-104 165 USD, 2 vouchers', 'AZ-104 16500 USD 2'],
  ['zh-CN', '费用 AZ-104 1000 元', 'AZ-104 100000 CNY -'],
  ['zh-CN', 'AZ-104 考试券 3 张', 'AZ-104 - 3'],
  ['zh-TW', '費用 AZ-104 5000 元', 'AZ-104 500000 TWD -'],
  ['zh-TW', 'AZ-104 測驗券 3', 'AZ-104 - 3'],
  ['ru-RU', 'стоимость AZ-104 9000,50 RUB', 'AZ-104 900050 RUB -'],
  ['ru-RU', '3 ваучера на AZ-104', 'AZ-104 - 3'],
  ['pt-BR', 'custo AZ-104 500,90 BRL', 'AZ-104 50090 BRL -'],
  ['pt-BR', '3 vouchers para AZ-104', 'AZ-104 - 3'],
])('in %s “%s” is previewed, and written by the press alone', async (locale, said, written) => {
  const { type, ask, recorded } = aWorld();
  const preview = await type(said, locale);

  expect(preview.name).toBe('correction-wanted');
  expect(await recorded()).toEqual([]);

  await ask({ pressed: preview.card.actions![0] }, 'boss', locale);
  await ask({ pressed: preview.card.actions![0] }, 'boss', locale);
  expect(await recorded()).toEqual([written]);
});

it.each(locales)('says in %s what was written', async (locale) => {
  const { type, ask } = aWorld();
  const preview = await type('cost AZ-104 165 USD', locale);
  const { card } = await ask({ pressed: preview.card.actions![0] }, 'boss', locale);

  expect(plainText(card)).toMatch(/AZ-104.*165/);
  expect(plainText(card)).not.toContain('NaN');
});

it('is recorded once as a correction and in the audit trail, and taken back by “undo”', async () => {
  const { enter, type, ask, recorded, store } = aWorld();
  await enter('cost AZ-104 165 USD');
  await enter('cost AZ-104 180 USD');
  const audited = (await listValues(store.audit, tenant)).map(({ act }) => act);

  expect(audited).toEqual(['corrected', 'corrected']);
  expect(await recorded()).toEqual(['AZ-104 18000 USD -']);

  await ask(pressed((await type('undo')).card, 'Confirm'));
  expect(await recorded()).toEqual(['AZ-104 16500 USD -']);
  await ask(pressed((await type('undo')).card, 'Confirm'));
  expect(await recorded()).toEqual([]);
});

it('keeps what is not entered, takes the currency of the others, and removes one on request', async () => {
  const { enter, recorded } = aWorld();
  await enter('cost AZ-104 165 USD');
  await enter('2 vouchers for AZ-104');
  await enter('cost AZ-305 99.90');
  expect(await recorded()).toEqual(['AZ-104 16500 USD 2', 'AZ-305 9990 USD -'].sort());

  await enter('remove cost AZ-104');
  expect(await recorded()).toEqual(['AZ-305 9990 USD -']);
});

it('enters several exams of a form with one press, and takes all of them back with one', async () => {
  const { ask, type, recorded } = aWorld();
  const question = { verb: 'cost', data: { credentials: [idOf('AZ-104'), idOf('AZ-305')] } };
  const form = await ask({ pressed: question });
  const fields = {
    currency: ' eur ',
    [`fee.${idOf('AZ-104')}`]: 165,
    [`vouchers.${idOf('AZ-104')}`]: '',
    [`fee.${idOf('AZ-305')}`]: '99.5',
    [`vouchers.${idOf('AZ-305')}`]: '4',
    'vouchers.': '7',
  };
  const preview = await ask(pressed(form.card, 'Show what it changes', fields));

  expect(plainText(preview.card)).toContain('Record the costs of 3 exams?');
  expect(await recorded()).toEqual([]);

  await ask(pressed(preview.card, 'Confirm'));
  expect(await recorded()).toEqual(['* - 7', 'AZ-104 16500 EUR -', 'AZ-305 9950 EUR 4']);

  await ask(pressed((await type('undo')).card, 'Confirm'));
  expect(await recorded()).toEqual([]);
});

it.each<[string, string]>([
  ['cost AZ-104 165', 'which-currency'],
  ['cost AZ-104 165.005 USD', 'cost-does-not-fit'],
  ['20000 vouchers for any exam', 'cost-does-not-fit'],
  ['cost ZZ-999 165 USD', 'unknown-credential'],
  ['remove cost AZ-104', 'not-on-record'],
])('%s is refused as %s', async (said, code) => {
  const { type, recorded } = aWorld();

  expect((await type(said)).name).toBe(code);
  expect(await recorded()).toEqual([]);
});

it.each<[Locale, string]>([
  ['ru-RU', 'возместят ли мне стоимость экзамена AZ-104'],
  ['en', 'who pays the fee of AZ-104 in the end'],
  ['en', 'what does gold cost'],
])('in %s “%s” is nothing to enter', async (locale, said) => {
  const { type } = aWorld();

  expect((await type(said, locale)).name).not.toMatch(/^(?:cost|correction)/);
});

it('offers currencies where none is said, and takes the one that is pressed', async () => {
  const { type, ask } = aWorld();
  const refused = await type('cost AZ-104 165');
  const preview = await ask(pressed(refused.card, 'EUR'));

  expect(plainText(preview.card)).toContain('EUR');
});

it('is entered by admins alone, and not over what another admin entered meanwhile', async () => {
  const { type, ask, enter, recorded } = aWorld();
  const preview = await type('cost AZ-104 165 USD');

  expect((await ask({ said: 'cost AZ-104 1 USD' }, 'employee')).name).toBe('admins-only');
  expect((await ask(pressed(preview.card, 'Confirm'), 'employee')).name).toBe('admins-only');

  await enter('cost AZ-305 99 USD');
  expect((await ask(pressed(preview.card, 'Confirm'))).name).toBe('changed-since');
  expect(await recorded()).toEqual(['AZ-305 9900 USD -']);
});

it('lists what is on record, to others without a way to enter it', async () => {
  const { ask, enter } = aWorld();
  await enter('cost AZ-104 165.50 USD');
  await enter('3 vouchers for AZ-104');
  const { card } = await ask({ said: 'costs' }, 'employee');

  expect(plainText(card)).toContain('AZ-104: USD 165.50 and 3 vouchers');
  expect(card.actions!.map(({ title }) => title)).not.toContain('Enter costs');
});

it('goes when the partner is forgotten', async () => {
  const { enter, ask, recorded, store } = aWorld();
  const fern = { ...emptyPartner(tenant, programme.id), name: 'Fern' };
  await store.partners.write(tenant, [{ kind: 'create', value: fern }]);
  await enter('cost AZ-104 165.50 USD');
  expect(await recorded()).toEqual(['AZ-104 16550 USD -']);
  await ask({ pressed: { verb: 'forget-partner', data: { typed: 'Fern', isSure: true } } });

  expect(await recorded()).toEqual([]);
  expect(await listValues(store.corrections, tenant)).toEqual([]);
});
