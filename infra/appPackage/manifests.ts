/** The manifests: the one that every client takes, the one that Copilot takes as well, and the languages that lie over both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localeOf } from '../../domain/basics/locale';
import { entriesOf, menus } from './command-menu';

interface Bot {
  readonly botId: string;
  readonly scopes: readonly string[];
  readonly commandLists: readonly {
    readonly scopes: readonly string[];
    readonly commands: readonly { readonly title: string; readonly description: string }[];
  }[];
}

export interface Manifest {
  readonly manifestVersion: string;
  readonly version: string;
  readonly name: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly icons: Readonly<Record<string, string>>;
  readonly developer: Readonly<Record<string, string>>;
  readonly accentColor: string;
  readonly localizationInfo: { readonly additionalLanguages: readonly { languageTag: string; file: string }[] };
  readonly bots: readonly (Bot & { readonly supportsFiles: boolean })[];
}

/** Each file of the app package as it stands here, and as it ought to be. */
export interface PackageSource {
  readonly manifest: Manifest;
  readonly languages: readonly {
    readonly tag: string;
    readonly file: string;
    readonly texts: Readonly<Record<string, string>>;
  }[];
}

const jsonOf = <T>(file: string) => JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as T;

/** The package as the files of this folder have it. */
export function readSource(): PackageSource {
  const manifest = jsonOf<Manifest>('manifest.json');
  const languages = manifest.localizationInfo.additionalLanguages.map(({ languageTag: tag, file }) => ({
    tag,
    file,
    texts: jsonOf<Record<string, string>>(file),
  }));
  return { manifest, languages };
}

/** The same with the menu that the commands give today; everything else is as it was. */
export function withMenu({ manifest, languages }: PackageSource): PackageSource {
  const commandLists = menus.map(({ scope, names }) => ({ scopes: [scope], commands: entriesOf(names, 'en') }));
  return {
    manifest: { ...manifest, bots: manifest.bots.map((bot) => ({ ...bot, commandLists })) },
    languages: languages.map((language) => ({
      ...language,
      texts: { ...appTexts(language.texts), ...menuTexts(language.tag) },
    })),
  };
}

function appTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([key]) => !key.startsWith('bots[')));
}

function menuTexts(tag: string): Record<string, string> {
  const entries = menus.flatMap(({ names }, list) =>
    entriesOf(names, localeOf(tag)).flatMap(({ title, description }, at) => {
      const key = `bots[0].commandLists[${list}].commands[${at}]`;
      return [[`${key}.title`, title] as const, [`${key}.description`, description] as const];
    }),
  );
  return Object.fromEntries(entries);
}

/** The schema version in which Copilot takes a bot as an agent; an older client of Teams may refuse it. */
const copilotVersion = '1.30';

/**
 * The manifest for Microsoft 365 Copilot and slash commands: the same bot, offered as an agent with the menu of the private chat; in
 * rooms its commands also stand behind `/`, where only the person who asks sees the question and the answer.
 */
export function copilotManifest(manifest: Manifest): Manifest & { readonly copilotAgents: object } {
  const schema = `https://developer.microsoft.com/en-us/json-schemas/teams/v${copilotVersion}/MicrosoftTeams.schema.json`;
  const bots = manifest.bots.map((bot) => ({
    ...bot,
    scopes: [...bot.scopes, 'copilot'],
    supportsTargetedMessages: true,
    commandLists: bot.commandLists.map((list) =>
      list.scopes.includes('personal')
        ? { ...list, scopes: [...list.scopes, 'copilot'] }
        : { ...list, triggers: ['mention', 'slash'] },
    ),
  }));
  const copilotAgents = { customEngineAgents: manifest.bots.map(({ botId }) => ({ type: 'bot', id: botId })) };
  return { ...manifest, ...{ $schema: schema }, manifestVersion: copilotVersion, bots, copilotAgents };
}
