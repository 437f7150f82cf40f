/** The cards of the gallery: all that have goldens, and what two sample companies are answered, each in five languages. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose } from '../../bot/composition/compose';
import { localTenant } from '../../infra/dev/sample/local-people';
import { localConfig } from '../../bot/config/config.case';
import type { AppServices } from '../../bot/context/app-services';
import type { TurnRequest } from '../../bot/context/turn-request';
import { replyTo } from '../../bot/turns/turn';
import type { Card } from '../../cards/elements/card';
import { plainText } from '../../cards/elements/plain-text';
import { bytesOf } from '../../cards/elements/size-limit';
import { textualForm } from '../../cards/elements/textual-form';
import { shownCards } from '../../cards/shown.case';
import { text } from '../../cards/text';
import { locales, type Locale } from '../../domain/basics/locale';
import { openMemory } from '../../infra/memory/store';

type InLocales<T> = Readonly<Record<Locale, T>>;

export interface GalleryCard {
  readonly name: string;
  /** Whether it is one that people meet every day, and so has to fit a phone. */
  readonly isEveryday: boolean;
  readonly json: InLocales<Card>;
  /** What a phone is sent. */
  readonly textual: InLocales<Card>;
  readonly plain: InLocales<string>;
  readonly bytes: InLocales<number>;
}

/** What is asked of the sample companies; these answers are the everyday set, with as much in them as a real company has. */
const asked = {
  competencies: [
    'progress',
    'data analytics',
    'why data analytics gold',
    'plan',
    'plan data analytics gold',
    'risk',
    'renewal',
    'key people',
    'expiring',
    'people',
    'my record',
    'what if Renata Moreira leaves',
    'help',
    'compare programmes',
    'upgrade',
    'alerts',
    'onboarding',
    'alert settings',
  ],
  designations: [
    'progress',
    'data & ai azure',
    'why data & ai azure',
    'plan',
    'plan data & ai azure',
    'risk',
    'renewal',
    'key people',
    'expiring',
  ],
} as const;

/** When the samples are asked: on days on which their programmes are in force. */
const moments = { competencies: Date.parse('2018-06-04T09:00:00Z'), designations: Date.parse('2026-11-30T09:00:00Z') };

/** Of the goldens these are met every day as well; the samples have no such moment. */
const everydayGoldens: ReadonlySet<string> = new Set([
  'welcome',
  'welcome-channel',
  'alert',
  'alert-lost',
  'alert-lapses',
  'alert-certification',
  'alert-onboarding',
  'alerts',
  'alerts-digest',
  'onboard',
  'onboard-waiting',
  'import-plan',
  'import-applied',
  'refusal',
]);

function inLocales<T>(make: (locale: Locale) => T): InLocales<T> {
  return Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>;
}

function galleryCard(name: string, isEveryday: boolean, json: InLocales<Card>): GalleryCard {
  return {
    name,
    isEveryday,
    json,
    textual: inLocales((locale) => textualForm(json[locale])),
    plain: inLocales((locale) => plainText(json[locale])),
    bytes: inLocales((locale) => bytesOf(json[locale])),
  };
}

/** Every card of the goldens. */
function goldenCards(): readonly GalleryCard[] {
  return shownCards.map(({ name, card }) =>
    galleryCard(
      name,
      everydayGoldens.has(name),
      inLocales((locale) => card(text(locale))),
    ),
  );
}

/** What a sample company is answered; the first admin asks, in the words of the English client. */
async function sampleCards(sample: keyof typeof asked): Promise<readonly GalleryCard[]> {
  const data = mkdtempSync(join(tmpdir(), 'laurel-gallery-'));
  const quiet = () => undefined;
  const log = { info: quiet, warn: quiet, error: quiet };
  const config = localConfig({ data, firstAdmins: [admin], sample });
  const { services } = await compose(config, { store: openMemory(), log, now: () => moments[sample] });
  try {
    if (sample === 'competencies') await recordMembership(services);
    const cards: GalleryCard[] = [];
    for (const said of asked[sample]) {
      const answers: Partial<Record<Locale, Card>> = {};
      for (const locale of locales) {
        const { card } = await replyTo({ said }, requestOf(locale, services.now()), services);
        answers[locale] = card;
      }
      cards.push(galleryCard(`${sample}: ${said}`, true, answers as InLocales<Card>));
    }
    return cards;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

const admin = 'gallery';
const ninePartsOfTheYear = 287 * 86_400_000;

/** The sample of the competencies has none; with one, most of the year over, there is a renewal to show. */
async function recordMembership(services: AppServices): Promise<void> {
  const boughtOn = new Date(services.now() - ninePartsOfTheYear).toISOString().slice(0, 10);
  const pressed = { verb: 'membership', data: { level: 'gold', boughtOn } };
  const { name, card } = await replyTo({ pressed }, requestOf('en', services.now()), services);
  if (name !== 'membership') throw new Error(`The membership was not recorded: ${plainText(card)}`);
}

function requestOf(locale: Locale, now: number): TurnRequest {
  return {
    tenant: localTenant,
    user: { id: admin, aadObjectId: admin, name: 'Gallery', mails: () => Promise.resolve([]) },
    members: () => Promise.resolve([]),
    locale,
    scope: 'personal',
    conversation: 'gallery',
    now,
  };
}

/** All cards whose name holds one of the words; all of them without words. */
export async function galleryCards(words: readonly string[]): Promise<readonly GalleryCard[]> {
  const all = [...(await sampleCards('competencies')), ...(await sampleCards('designations')), ...goldenCards()];
  return words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
}
