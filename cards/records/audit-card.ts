/** The audit trail: who did what with the data of the partner, and when. */
import type { CardElement } from '@microsoft/teams.cards';
import type { AuditEntry } from '../../domain/partner/audit-entry';
import type { CalendarDate } from '../../domain/basics/date';
import { button, card, group, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import { pageLines, pageOf, turning } from '../elements/page';
import type { Text } from '../text';
import { actingPart, auditedDeed } from '../words/audited-deed';

export interface AuditView {
  /** The newest first. */
  readonly entries: readonly (AuditEntry & { readonly name?: string; readonly whomName?: string })[];
  readonly page: number;
  /** For how many days entries are kept. */
  readonly keptDays: number;
  readonly person?: string;
  readonly since?: CalendarDate;
}

const pageSize = 10;
const longestName = 60;

/** The answer to "audit". */
export function auditCard(view: AuditView, text: Text): Card {
  const { person, since, entries } = view;
  const page = pageOf(entries, view.page, pageSize);
  const heading = text.say('audit.heading', { count: entries.length });
  const again = {
    ask: 'audit',
    ...(person !== undefined && { person }),
    ...(since !== undefined && { since }),
  } as const;
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      ...(person === undefined ? [] : [note(text.say('audit.of', { name: escapeMarkdown(person, longestName) }))]),
      ...(since === undefined ? [] : [note(text.say('audit.since', { date: text.date(since) }))]),
      ...page.items.map((entry) => entryRow(entry, text)),
      note(text.say('audit.kept', { days: view.keptDays })),
      ...pageLines(page, text),
    ],
    actions: [
      ...turning(page, (number) => ({ ...again, page: number }), text),
      button({ ask: 'export', file: 'audit' }, text.say('button.export-file', { file: 'audit' })),
    ],
  });
}

function entryRow(entry: AuditView['entries'][number], text: Text): CardElement {
  const { at, by, act, about, name = by, whom = '', whomName = whom } = entry;
  const who = actingPart(by, text) ?? escapeMarkdown(name, longestName);
  const when = text.say('audit.when', { date: text.date(at.slice(0, 10)), time: at.slice(11, 16) });
  return group([
    line(
      auditedDeed(
        { act, about: escapeMarkdown(about, longestName), whom: escapeMarkdown(whomName, longestName) },
        text,
      ),
    ),
    note(text.say('audit.by', { name: who, when }), { spacing: 'None' }),
  ]);
}
