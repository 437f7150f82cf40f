/** A partner follows one programme or several: shown, previewed, confirmed, taken back, and every question follows. */
import { plainText } from '../../../cards/elements/plain-text';
import { text } from '../../../cards/text';
import { ProgrammeSet } from '../../../domain/programme/joined-programme';
import type { Programme } from '../../../domain/programme/programme';
import { loadProgrammes } from '../../../infra/catalogue/load';
import { openMemory } from '../../../infra/memory/store';
import { askBy, importInto, worldOf } from '../../partner/standing-cache.case';
import { replyTo } from '../../turns/turn';
import type { AppServices } from '../../context/app-services';
import type { LocalTools } from '../../context/local-tools';

const loading = loadProgrammes();
const loaded: ReadonlyMap<string, Programme> = 'programmes' in loading ? loading.programmes : new Map();
/** Without its last day, so that a partner who has not chosen follows the competencies beside the designations. */
const { effectiveTo: _, ...endless } = loaded.get('competencies')!;
const programmes = new ProgrammeSet([...loaded, ['competencies', endless]]);
const now = Date.parse('2023-07-01T12:00:00Z');

function aWorld(): AppServices {
  return worldOf(openMemory(), { programmes, now: () => now });
}

async function said(words: string, services: AppServices, user = 'boss'): Promise<string> {
  const reply = await replyTo({ said: words }, askBy(user, now), services);
  return `${reply.name}: ${plainText(reply.card)}`;
}

async function pressed(data: object, services: AppServices, user = 'boss'): Promise<string> {
  const reply = await replyTo({ pressed: { verb: 'programme', data } }, askBy(user, now), services);
  return `${reply.name}: ${plainText(reply.card)}`;
}

/** Types it and presses the button of the preview. */
async function confirmed(words: string, services: AppServices): Promise<string> {
  const preview = await replyTo({ said: words }, askBy('boss', now), services);
  const reply = await replyTo({ pressed: preview.card.actions?.[0] }, askBy('boss', now), services);
  return plainText(reply.card);
}

const follow = (words: string, services: AppServices) => confirmed(`programme ${words}`, services);

const followed = async (services: AppServices) =>
  (await services.store.partners.get('contoso', 'contoso'))?.value.programme;

describe('programme', () => {
  it('is shown to everybody, and changed by nobody but admins', async () => {
    const services = aWorld();

    expect(await said('programme', services, 'somebody')).toContain('✓ Microsoft Partner Network competencies');
    expect(await said('programme designations', services, 'somebody')).toContain('admins-only');
    expect(await followed(services)).toBeUndefined();
  });

  it('is previewed and recorded once it is confirmed', async () => {
    const services = aWorld();

    expect(await said('programme solutions partner', services)).toContain('Follow Solutions Partner designations?');
    expect(await followed(services)).toBeUndefined();
    expect(await pressed({ programme: 'designations', from: 'competencies' }, services)).toContain('From now on');
    expect(await followed(services)).toBe('designations');
    expect(await pressed({ programme: 'designations', from: 'competencies' }, services)).toContain('Already so');
  });

  it('can be taken back, but not where it has changed since', async () => {
    const services = aWorld();
    await follow('designations', services);
    const undo = { programme: 'competencies', from: 'designations', isUndo: true };

    expect(await pressed(undo, services)).toContain('Taken back');
    expect(await followed(services)).toBe('competencies');
    await follow('both', services);
    expect(await pressed(undo, services)).toContain('changed-since');
  });

  it.each(['programme both', 'follow both', 'programa ambos', '合作伙伴计划 全部', 'программа обе'])(
    '%s means all of them',
    async (words) => {
      expect(await said(words, aWorld())).toContain('competencies + Solutions Partner designations + Micro');
    },
  );

  it.each(['follow the competencies and the designations', 'programme competencies and designations'])(
    '%s means these two',
    async (words) => {
      expect(await said(words, aWorld())).toMatch(/competencies \+ Solutions Partner designations\?/u);
    },
  );

  it('an unknown one shows what there is', async () => {
    expect(await said('programme knitting', aWorld())).toContain('○ Solutions Partner designations');
    expect(await pressed({ programme: 'a+b', from: 'competencies' }, aWorld())).toContain('○ Solutions Partner');
  });
});

it('what only another programme knows leads to that programme', async () => {
  const services = aWorld();

  expect(await said('why modern work', services)).toContain('[Modern Work · Solutions Partner designations]');
  expect(await said('why knitting', services)).not.toContain('designations');
  await follow('designations', services);
  expect(await said('why devops', services)).toContain('[DevOps · Microsoft Partner Network competencies]');
});

describe('a partner that follows both', () => {
  async function both(): Promise<AppServices> {
    const services = aWorld();
    const day = '2023-06-01';
    await follow('both', services);
    await importInto(services, [
      ['Azure Solutions Architect Expert', day, 'ana'],
      ['Azure Solutions Architect Expert', day, 'boris'],
      ['Azure Administrator Associate', day, 'ana'],
      ['Microsoft Certified: Azure Administrator Associate', day, 'boris'],
      ['Azure Data Engineer Associate', day, 'ana'],
      ['70-533', day, 'chen'],
    ]);
    return services;
  }

  it('sees the areas of both in one overview, from the kept standing too', async () => {
    const services = await both();
    const first = await said('progress', services);

    expect(first).toContain('Data & AI');
    expect(first).toContain('4 of 100 points');
    expect(first).toContain('Cloud Platform');
    expect(await said('progress', services)).toBe(first);
  });

  it('asks about either by name', async () => {
    const services = await both();

    expect(await said('why data and ai', services)).toContain(
      'gate 1 (Intermediate certifications), gate 2 (Intermediate certifications) and step 3 (Intermediate certifications)',
    );
    expect(await said('why security', services)).toContain('why: ');
    expect(await said('cloud platform', services)).toContain('competency: Cloud Platform');
    expect(await said('requirements modern work', services)).toContain('requirements: What Modern Work asks for');
  });

  it('sees what the same people are worth in each', async () => {
    const compared = await said('compare programmes', await both());

    expect(compared).toContain('Data & AI · 4 of 100 points');
    expect(compared).toContain('It names 5 of 6 achievements');
    expect(compared).toContain('It names 1 of 6 achievements');
  });
});

it.each(['en', 'ru-RU'] as const)('names both in %s', (locale) => {
  const names = programmes.get('competencies+designations')!.names;

  expect(text(locale).name(names).split(' + ')).toHaveLength(2);
});

describe('a designation that is reached', () => {
  async function reached(): Promise<AppServices> {
    const services = aWorld();
    const day = '2023-06-01';
    await follow('designations', services);
    const certificates = ['Azure Security Engineer Associate', 'Security Operations Analyst Associate'];
    const expert = 'Cybersecurity Architect Expert';
    await importInto(services, [
      ...certificates.map((title) => [title, day, 'ana'] as const),
      ...['boris', 'chen', 'dana', 'eli'].map((who) => [expert, day, who] as const),
    ]);
    const figures = { 'security-net-customer-adds': 10, 'security-usage-growth': 20, 'security-deployments': 6 };
    const created = Object.entries(figures).map(([metric, value]) => ({
      kind: 'create' as const,
      value: { metric, value, asOf: '2023-06-30', source: 'test' },
    }));
    await services.store.figures.write('contoso', created);
    return services;
  }

  it('hangs on those at its gates, and what their leaving would cost is told in points', async () => {
    const services = await reached();

    expect(await said('security', services)).toContain('93.33 of 100 points');
    expect(await said('key people security', services)).toMatch(/ana@c\.com/u);
    expect(await said('what if ana leaves', services)).toContain(
      'Security (Enterprise track): 93.33 → 60 of 100 points',
    );
    expect(await said('what if eli leaves', services)).toContain('86.67 of 100 points');
  });

  it('is qualified, and may be bought', async () => {
    const services = await reached();

    expect(await said('upgrade', services)).toContain('Solutions Partner');
    expect(await confirmed('membership solutions partner 2023-06-30', services)).toContain('Solutions Partner');
    expect(await said('renewal', services)).toContain('from 1 Jan 2024 to 30 Jun 2024 is enough');
  });

  it('would lapse where certificates do, and expiring says what that costs', async () => {
    const services = await reached();

    expect(await said('risk', services)).toContain('Security');
    expect(await said('expiring', services)).toContain('Nothing stops counting by 29 Sept 2023 (90 days)');
  });
});

describe('the samples of a local world', () => {
  const localWith = (isSwitched: boolean): LocalTools => ({
    isClockMoved: () => true,
    switchSample: () => Promise.resolve(isSwitched),
    readFile: () => Promise.resolve({ fault: 'absent' }),
    saveFile: (name) => Promise.resolve(name),
  });
  const sampled = (local?: LocalTools, user = 'boss') =>
    pressed(
      { sample: 'designations' },
      worldOf(openMemory(), { programmes, now: () => now, ...(local && { local }) }),
      user,
    );

  it('take each other\u2019s place on a press of an admin', async () => {
    expect(await sampled(localWith(true))).toContain('The sample was changed; today is 1 Jul 2023 in it.');
    expect(await sampled(localWith(true))).not.toContain('[Undo]');
    expect(await sampled(localWith(true), 'somebody')).toContain('admins-only');
  });

  it('do not take the place of facts of one\u2019s own, and there are none in production', async () => {
    expect(await sampled(localWith(false))).toContain('own-data: The data here is your own');
    expect(await sampled()).toContain('card-outdated');
  });
});
