/** Where designations are followed no card speaks the words of the old programme: every button that can be reached is pressed, in every language. */
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { locales, type Locale } from '../../domain/basics/locale';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import { ProgrammeSet } from '../../domain/programme/joined-programme';
import { loadProgrammes } from '../../infra/catalogue/load';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import { importFile } from '../imports/import-file';
import { askBy, tenant, worldOf } from '../partner/standing-cache.case';
import type { AppServices } from '../context/app-services';
import { replyToInstallation } from '../teams/welcome';
import { commands } from '../intents/all-commands';
import { replyTo, type TurnInput } from './turn';

const loading = loadProgrammes();
const programmes = new ProgrammeSet('programmes' in loading ? loading.programmes : []);
const now = Date.parse('2026-11-20T12:00:00Z');

const files = {
  'people.csv':
    'Name,WorkEmail,MCPID,LeftOn\nAnn A,ann@c.example,2001,\nBob B,bob@c.example,2002,\nCy C,cy@c.example,,2026-10-01\n',
  'figures.csv':
    'Metric,Value,AsOf\nazure-net-customer-adds,3,2026-11-01\nazure-usage-growth,20,2026-11-01\n' +
    'azure-consumption-12m,500000,2026-11-01\nazure-deployments,5,2026-11-01\n',
  'Export_trainings_Lifetime.csv':
    'TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,ExpirationDate,MCPID\n' +
    ['Azure Administrator Associate', 'Azure Network Engineer Associate', 'Azure Solutions Architect Expert']
      .flatMap((title) =>
        ['ann', 'bob'].map(
          (who, at) => `1,${title},Certification,${who}@c.example,2025-05-14,2027-0${at + 1}-14,200${at + 1}`,
        ),
      )
      .join('\n') +
    '\n',
};

const followers: Partner = {
  ...emptyPartner(tenant, 'designations'),
  name: 'Contoso',
  admins: ['boss'],
  membership: { level: 'solutions-partner', boughtOn: '2025-12-01', renewedOn: [] },
};

async function aWorld(): Promise<AppServices> {
  const store = openMemory();
  const services = worldOf(store, { programmes, now: () => now });
  await store.partners.write(tenant, [{ kind: 'create', value: followers }]);
  const deps = { store, programmes, now: () => now, read: readImport };
  for (const [name, content] of Object.entries(files)) {
    const result = await importFile(deps, { tenant, file: fileOf(name, Buffer.from(content)), by: 'boss', dry: false });
    if ('refused' in result) throw new Error(`${name} was refused`);
  }
  return services;
}

/** They name the other programmes that could be followed, or change which one is. */
const aboutOthers = ['programme', 'compare'];
const mostPresses = 220;

interface Shown {
  readonly name: string;
  readonly words: string;
}

/** Every card that typing any command and pressing any button leads to, breadth first. */
async function everyCard(locale: Locale): Promise<readonly Shown[]> {
  const services = await aWorld();
  const request = { ...askBy('boss', now), locale };
  const shown = new Map<string, Shown>();
  const seen = new Set<string>();
  const waiting: TurnInput[] = commands.flatMap(({ name, phrases }) =>
    aboutOthers.includes(name) ? [] : phrases[locale].slice(0, 1).map((said) => ({ said })),
  );
  const take = ({ name, card }: { readonly name: string; readonly card: Card }) => {
    const words = `${card.speak}\n${plainText(card)}`;
    shown.set(words, { name, words });
    for (const pressed of buttonsIn(card)) {
      const key = JSON.stringify(pressed);
      if (seen.has(key) || seen.size >= mostPresses || aboutOthers.includes(pressed.verb ?? '')) continue;
      seen.add(key);
      waiting.push({ pressed });
    }
  };
  take((await replyToInstallation(request, services))!);
  while (waiting.length > 0) take(await replyTo(waiting.shift()!, request, services));
  return [...shown.values()];
}

interface Pressed {
  readonly type: string;
  readonly verb?: string;
}

function buttonsIn(value: unknown): readonly Pressed[] {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(buttonsIn);
  return 'type' in value && value.type === 'Action.Execute' ? [value as Pressed, ...inner] : inner;
}

/** The nouns, levels, packs and menu of the old programme, and names of policies. */
const forbidden: Readonly<Record<Locale, RegExp>> = {
  en: /competenc|\bsilver\b|\bgold\b|action pack|partnership >/iu,
  'zh-CN': /能力|银牌|金牌|合作关系 >/u,
  'zh-TW': /專長認證|銀級|金級|\[合作關係\]/u,
  'ru-RU': /компетенц|\bsilver\b|\bgold\b|партнерство >/iu,
  'pt-BR': /competência|\bsilver\b|\bgold\b|parceria >/iu,
};
const policyName =
  /\b(?:countingDelay|retakeBuffer|renewalWindow|nextAnniversaryRule|goldImpliesSilver|designationWindow)\b/u;

it.each(locales)('in %s', async (locale) => {
  const cards = await everyCard(locale);
  const offending = cards.filter(({ words }) => forbidden[locale].test(words) || policyName.test(words));

  expect(cards.length).toBeGreaterThan(80);
  expect(
    offending.map(
      ({ name, words }) =>
        `${name}: ${words
          .split('\n')
          .filter((line) => forbidden[locale].test(line) || policyName.test(line))
          .join(' | ')}`,
    ),
  ).toEqual([]);
});
