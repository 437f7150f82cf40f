/** What is kept about the reader, and the file in which they take it along. */
import type { OwnData } from '../../domain/partner/own-data';
import { identifierKinds, type Person } from '../../domain/partner/people/person';
import { button, card, code, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';

export interface AboutMeView {
  readonly data: OwnData;
}

const longest = 120;

/** The answer to "what do you know about me". */
export function aboutMeCard({ data }: AboutMeView, text: Text): Card {
  const heading = text.say('about-me.heading');
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...keptLines(data, text).map((words) => line(words, {}, { spacing: 'Small' })),
      note(text.say('about-me.who-sees'), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      button({ ask: 'about-me', file: true }, text.say('button.export-my-data')),
      button({ ask: 'person', person: 'me' }, text.say('button.person')),
      button({ ask: 'forget', person: 'me' }, text.say('button.forget-me')),
    ],
  });
}

function keptLines(data: OwnData, text: Text): readonly string[] {
  const counts = {
    achievements: data.achievements,
    steps: data.onboarding.length,
    corrections: data.corrections.length,
    chats: data.chats.length,
    settings: data.alertSettings.length,
    alerts: data.alerts.length + data.deliveries.length,
    audit: data.audit.length,
    imports: data.imports.length,
  };
  return [
    ...data.records.map((person) => recordWords(person, text)),
    ...(data.records.length === 0 ? [text.say('about-me.no-record')] : []),
    text.say('about-me.record', counts),
    ...(data.tasks.length > 0 ? [text.say('about-me.tasks', { count: data.tasks.length })] : []),
    text.say('about-me.chat', counts),
    text.say('about-me.trail', counts),
    ...(data.isAdmin ? [text.say('about-me.admin')] : []),
  ];
}

function recordWords({ name, identifiers }: Person, text: Text): string {
  const signs = identifierKinds.flatMap((kind) => identifiers[kind]).map((sign) => escapeMarkdown(sign, longest));
  return text.say('about-me.signs', { name: escapeMarkdown(name, longest), signs: text.list(signs) });
}

/** What became of the file: asked for leave, stored, declined, written on this machine, or not handed over. */
export type OwnDataFileView =
  | { readonly state: 'asked' | 'handed-over' | 'declined' | 'failed' }
  | { readonly state: 'saved'; readonly path: string };

/** The answer to "export my data", and to what was said to the question for leave. */
export function ownDataFileCard(view: OwnDataFileView, text: Text): Card {
  const heading = text.say(`about-me.file.${view.state}`);
  return card({
    text,
    speak: heading,
    body: [title(heading), ...(view.state === 'saved' ? [code(view.path)] : []), line(text.say('about-me.file.what'))],
    actions: [button({ ask: 'about-me' }, text.say('button.about-me'))],
  });
}
