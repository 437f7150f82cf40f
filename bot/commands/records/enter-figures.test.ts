/** The form for figures: what it lists, what saving shows, and that each figure is recorded once, at the version that was shown. */
import { plainText } from '../../../cards/elements/plain-text';
import type { Card } from '../../../cards/elements/card';
import { builtInProgramme } from '../../../infra/catalogue/load';
import { openMemory } from '../../../infra/memory/store';
import { askBy, tenant, worldOf } from '../../partner/standing-cache.case';
import { listValues } from '../../store/row-list';
import { replyTo, type TurnInput } from '../../turns/turn';

const programme = builtInProgramme('designations');
const now = Date.parse('2026-11-10T10:00:00Z');
const adds = 'security-net-customer-adds';
const growth = 'security-usage-growth';

function aWorld() {
  const store = openMemory();
  const services = worldOf(store, { programmes: new Map([[programme.id, programme]]), now: () => now });
  const ask = (input: TurnInput, user = 'boss') => replyTo(input, askBy(user, now), services);
  const recorded = async () =>
    (await listValues(store.figures, tenant)).map(({ metric, value, asOf }) => `${metric} ${value} ${asOf}`).sort();
  return { store, ask, recorded };
}

/** A button of a card, with what stands in the fields of the form. */
function pressed(card: Card, title: string, fields: Readonly<Record<string, unknown>> = {}): TurnInput {
  const button = card.actions!.find((one) => one.title === title) as { verb: string; data: object } | undefined;
  if (!button) throw new Error(`No button “${title}” among ${card.actions!.map((one) => one.title).join(', ')}`);
  return { pressed: { ...button, data: { ...button.data, ...fields } } };
}

const entered = {
  [`figure.${adds}`]: '3',
  [`figure.${growth}`]: ' 4 ',
  'figure.security-net-new-deployments': '',
  on: '2026-11-01',
};

async function previewed(fields: Readonly<Record<string, unknown>> = entered) {
  const world = aWorld();
  const form = (await world.ask({ said: 'enter figures security' })).card;
  return { ...world, form, preview: await world.ask(pressed(form, 'Show what it changes', fields)) };
}

it('lists the areas with what is missing, and leads to their forms', async () => {
  const { ask } = aWorld();
  const words = plainText((await ask({ said: 'enter figures' })).card);

  expect(words).toContain('Security\n6 figures · 6 missing');
});

it('shows what is entered, and writes nothing before the press', async () => {
  const { preview, recorded } = await previewed();

  expect(plainText(preview.card)).toContain('Record 2 figures of Security?');
  expect(plainText(preview.card)).toContain('Security (Enterprise track): 0 → 10 of 100 points');
  expect(await recorded()).toEqual([]);
});

it('records each figure once, however often it is confirmed', async () => {
  const { preview, ask, recorded } = await previewed();
  const first = await ask(pressed(preview.card, 'Confirm'));
  const again = await ask(pressed(preview.card, 'Confirm'));

  for (const { card } of [first, again]) expect(plainText(card)).toContain('Recorded: 2 figures of Security');
  expect(await recorded()).toEqual([`${adds} 3 2026-11-01`, `${growth} 4 2026-11-01`]);
});

it('takes each back by “undo”', async () => {
  const { preview, ask, recorded } = await previewed();
  const { card } = await ask(pressed(preview.card, 'Confirm'));
  for (const left of [1, 0]) {
    const wanted = await ask(pressed(card, 'Undo'));
    await ask(pressed(wanted.card, 'Confirm'));
    expect(await recorded()).toHaveLength(left);
  }
});

it('leaves a figure as it is that another admin changed meanwhile, and says so', async () => {
  const { preview, ask, recorded, store } = await previewed();
  const other = { metric: adds, value: 9, asOf: '2026-11-05', source: 'file' };
  await store.figures.write(tenant, [{ kind: 'create', value: other }]);
  const words = plainText((await ask(pressed(preview.card, 'Confirm'))).card);

  expect(words).toContain('Recorded: 1 figure of Security');
  expect(words).toContain('changed by another person meanwhile');
  expect(await recorded()).toEqual([`${adds} 9 2026-11-05`, `${growth} 4 2026-11-01`]);
});

it.each<[string, Readonly<Record<string, unknown>>, string]>([
  ['half a customer', { [`figure.${adds}`]: '2.5' }, 'value-does-not-fit'],
  ['yes where a number is asked', { [`figure.${adds}`]: 'yes' }, 'value-does-not-fit'],
  ['a figure that no rule knows', { 'figure.constructor': '1' }, 'card-outdated'],
  ['a day to come', { [`figure.${adds}`]: '1', on: '2026-12-24' }, 'day-to-come'],
  ['nothing', {}, 'figures-form'],
  ['what is no number', { [`figure.${adds}`]: 'many' }, 'value-does-not-fit'],
  ['less than nothing', { [`figure.${adds}`]: '-1' }, 'value-does-not-fit'],
  ['more words than a number has', { [`figure.${adds}`]: '9'.repeat(400) }, 'value-does-not-fit'],
  ['a value of another kind', { [`figure.${adds}`]: { $gt: 0 } }, 'figures-form'],
])('%s is answered by a card and writes nothing', async (_, fields, name) => {
  const { preview, recorded } = await previewed(fields);

  expect(preview.name).toBe(name);
  expect(await recorded()).toEqual([]);
});

it('nobody but an admin sees the form or enters anything, also with a button from elsewhere', async () => {
  const { preview, ask, recorded } = await previewed();
  expect((await ask({ said: 'enter figures security' }, 'somebody')).name).toBe('admins-only');
  expect((await ask(pressed(preview.card, 'Confirm'), 'somebody')).name).toBe('admins-only');
  expect(await recorded()).toEqual([]);
});

it('the same figure of the same day changes nothing', async () => {
  const { preview, form, ask } = await previewed();
  await ask(pressed(preview.card, 'Confirm'));

  expect((await ask(pressed(form, 'Show what it changes', entered))).name).toBe('already-so');
});

it('marks in the list what is outdated', async () => {
  const { ask } = await previewed({ [`figure.${adds}`]: '3', on: '2026-09-01' }).then(async (world) => {
    await world.ask(pressed(world.preview.card, 'Confirm'));
    return world;
  });

  expect(plainText((await ask({ said: 'figures' })).card)).toContain('Outdated: enter the newer figure');
});
