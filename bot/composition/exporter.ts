/** The exporter: the tables that an import reads back, and what people open, made of what stands today. */
/* eslint-disable @typescript-eslint/no-require-imports -- What writes workbooks and calendars is loaded only where it is used. */
import { companyEntries } from '../../cards/records/calendar-entries';
import { workbookSheets } from '../../cards/records/workbook-sheets';
import { standingOf } from '../../domain/counting/standing';
import type { Locale } from '../../domain/basics/locale';
import { goalRenewals } from '../../domain/membership/own-renewal';
import type { CalendarWriter } from '../../domain/imports/calendar-entry';
import { madeFileNames, type Exporter } from '../../domain/imports/exported-file';
import type * as CalendarFile from '../../infra/export/calendar';
import { exportedFiles } from '../../infra/export/exported-files';
import type * as WorkbookFile from '../../infra/export/workbook';
import { linesFor } from '../commands/standing/people';
import type { AppServices } from '../context/app-services';
import { loadFacts, type LoadedFacts } from '../partner/partner-snapshot';
import { loadRenewalOutlook } from '../partner/renewal-outlook';
import { listTasks } from '../tasks/task-list';

type ExporterDeps = Pick<AppServices, 'store' | 'programmes' | 'now' | 'text'>;

/** Everything that can be exported of a tenant. */
export function exporterOf(deps: ExporterDeps): Exporter {
  return (tenant, locale) => [
    ...exportedFiles(deps.store, tenant, deps),
    { about: 'workbook', name: madeFileNames.workbook, content: () => workbook(tenant, locale, deps) },
    { about: 'calendar', name: madeFileNames.calendar, content: () => calendar(tenant, locale, deps) },
  ];
}

async function* workbook(tenant: string, locale: Locale, deps: ExporterDeps): AsyncGenerator<Uint8Array> {
  const { workbookOf } = require('../../infra/export/workbook') as typeof WorkbookFile;
  const loaded = await loadFacts(tenant, deps);
  const { programme, facts, asOf } = loaded;
  const sheets = workbookSheets(
    {
      ...loaded,
      people: linesFor(loaded, locale),
      standing: standingOf(programme, facts, asOf),
      tasks: await listTasks(tenant, deps),
      costs: loaded.partner.costs,
    },
    deps.text(locale),
  );
  yield await workbookOf(sheets);
}

/** Loads what writes calendars when the first is written. */
export const writeCalendar: CalendarWriter = (entries, header) =>
  (require('../../infra/export/calendar') as typeof CalendarFile).calendarOf(entries, header);

async function* calendar(tenant: string, locale: Locale, deps: ExporterDeps): AsyncGenerator<string> {
  const text = deps.text(locale);
  const entries = companyEntries(await deadlinesOf(tenant, deps), text);
  yield writeCalendar(entries, { name: text.say('calendar.name'), now: deps.now() });
}

async function deadlinesOf(tenant: string, deps: ExporterDeps): Promise<Parameters<typeof companyEntries>[0]> {
  const loaded: LoadedFacts = await loadFacts(tenant, deps);
  const { renewal, lines } = loadRenewalOutlook(loaded);
  return {
    ...loaded,
    ...(renewal && { renewal }),
    own: goalRenewals(loaded.partner, loaded, loaded.asOf),
    risks: lines.map(({ risk }) => risk),
    tasks: await listTasks(tenant, deps),
  };
}
