/** What is known of a partner as tables: people, achievements and figures as `import` reads them, and what people say. */
import { readOnlyFiles, type ExportedText } from '../../domain/imports/exported-file';
import type { Partner } from '../../domain/partner/partner';
import type { Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { auditTable } from './audit-table';
import { byteOrderMark, rowOf } from './cell';
import { onboardingTable } from './onboarding-table';
import { statesTable, type ExportRules } from './states-table';
import { historyTable } from './history-table';
import { figureHeader, figureRows } from './figures-table';
import { peopleHeader, peopleRows } from './people-table';
import { achievementHeader, achievementRows } from './achievements-table';

/** Every file of an export. Throws {@link StoreUnavailable} while it is read, as the store does. */
export function exportedFiles(store: Store, tenant: string, rules: ExportRules): readonly ExportedText[] {
  const people = () => store.people.list(tenant);
  return [
    { about: 'people', name: 'people.csv', content: () => table(peopleHeader, people(), peopleRows) },
    {
      about: 'achievements',
      name: 'achievements.csv',
      content: () => table(achievementHeader, people(), achievementRows),
    },
    {
      about: 'figures',
      name: 'figures.csv',
      content: () => table(figureHeader, store.figures.list(tenant), figureRows),
    },
    { about: 'onboarding', name: readOnlyFiles.onboarding, content: () => onboardingTable(store, tenant) },
    { about: 'states', name: readOnlyFiles.states, content: () => statesTable(store, tenant, rules) },
    { about: 'audit', name: readOnlyFiles.audit, content: () => auditTable(store, tenant) },
    { about: 'history', name: readOnlyFiles.history, content: () => historyTable(store, tenant) },
    { about: 'partner', name: 'partner.json', content: () => settings(store, tenant) },
  ];
}

async function* table<T>(
  header: readonly string[],
  kept: AsyncIterable<Versioned<T>>,
  rows: (value: T) => readonly (readonly string[])[],
): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(header);
  for await (const { value } of kept) {
    const text = rows(value).map(rowOf).join('');
    if (text !== '') yield text;
  }
}

async function* settings(store: Store, tenant: string): AsyncGenerator<string> {
  const partner: Partial<Partner> = (await store.partners.get(tenant, tenant))?.value ?? {};
  yield `${JSON.stringify(partner, undefined, 2)}\n`;
}
