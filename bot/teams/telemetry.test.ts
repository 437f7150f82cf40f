/** What is told of a turn and a sweep: each with its requests below it, and nothing by which somebody could be recognised. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { metrics, trace, context as openContext } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
  type ReadableSpan,
} from '@opentelemetry/sdk-trace-node';
import { partner, programme } from '../../domain/alerts/derive-notices.case';
import { openMemory } from '../../infra/memory/store';
import { patientTable } from '../../infra/tables/asking';
import { activities } from '../../infra/teams-server/caller';
import { documentedFaults } from '../../infra/teams-server/fault';
import { openTeamsServer } from '../../infra/teams-server/open';
import { compose } from '../composition/compose';
import { localConfig } from '../config/config.case';
import { createLog } from '../context/log';
import { traced } from '../context/telemetry';
import { createServer } from './server';

const spans = new InMemorySpanExporter();
const traces = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] });
const measured = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: measured, exportIntervalMillis: 3_600_000 });
beforeAll(() => {
  traces.register();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
});
afterAll(async () => {
  await Promise.all([traces.shutdown(), reader.shutdown()]);
  trace.disable();
  metrics.disable();
  openContext.disable();
});

const tenant = 'tenant-of-contoso';
const boss = {
  tenant,
  id: '29:boss',
  aadObjectId: 'aad-of-boss',
  name: 'Beatrice Bosswell',
  mail: 'bea@contoso.example',
};
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
  spans.reset();
});

const lines: string[] = [];

async function open() {
  const store = openMemory();
  await store.partners.write(tenant, [{ kind: 'create', value: { ...partner, tenant, admins: [boss.aadObjectId] } }]);
  const log = createLog('production', { write: (line) => void lines.push(line) });
  const programmes = new Map([[programme.id, programme]]);
  const laurel = await compose(localConfig({ allowedTenants: [tenant] }), { store, programmes, log });
  const server = createServer({ ...laurel, version: '', log, isAuthenticated: false, processTurn: laurel.processTurn });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  const teams = await openTeamsServer({ endpoint: `http://127.0.0.1:${port}/api/messages` });
  teams.directory.add(boss);
  closing.push(
    teams.close,
    () => void server.server.closeAllConnections(),
    () => server.close(),
  );
  return { laurel, teams };
}

const named = (name: string) => spans.getFinishedSpans().filter((span) => span.name === name);
const isBelow = (child: ReadableSpan, parent: ReadableSpan) =>
  child.parentSpanContext?.spanId === parent.spanContext().spanId;

async function sums(): Promise<ReadonlyMap<string, unknown>> {
  await reader.forceFlush();
  const found =
    measured
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap(({ metrics: own }) => own) ?? [];
  return new Map(found.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints]));
}

it('tells of a turn with its requests to Teams below it, the tries that failed included', async () => {
  const { teams } = await open();
  teams.faults.next(documentedFaults.BadGateway);
  await teams.happen(boss, activities.says('people of Beatrice Bosswell'));

  const [turn] = named('laurel.turn');
  expect(turn!.attributes).toMatchObject({
    'laurel.activity': 'message',
    'laurel.scope': 'personal',
    'laurel.channel': 'msteams',
    'laurel.reply': expect.any(String) as string,
  });
  const statuses = named('laurel.teams')
    .filter((one) => isBelow(one, turn!))
    .map(({ attributes }) => attributes['http.response.status_code']);
  expect(statuses).toEqual(expect.arrayContaining([502, 201]));
});

it('measures how many requests a turn sends to the store and to Teams', async () => {
  const table = patientTable({ tableName: 'any' } as Parameters<typeof patientTable>[0]);
  const ask = () => table.ask({ operation: 'get', key: 'any' }, () => Promise.resolve(1));
  await traced('laurel.turn', {}, async () => {
    await Promise.all([ask(), ask(), ask()]);
    await traced('laurel.teams', {}, () => Promise.resolve());
  });
  await ask();

  const points = (await sums()).get('laurel.turn.requests') as readonly {
    readonly attributes: { readonly to: string };
    readonly value: { readonly max: number };
  }[];
  expect(new Map(points.map(({ attributes, value }) => [attributes.to, value.max]))).toEqual(
    new Map([
      ['store', 3],
      ['teams', expect.any(Number)],
    ]),
  );
});

it('tells of a sweep that has something to do, and counts every sweep', async () => {
  const { laurel, teams } = await open();
  await teams.happen(boss, activities.says('help'));
  await laurel.sweep();
  await laurel.sweep();

  expect((await sums()).get('laurel.sweeps')).toEqual([
    expect.objectContaining({ attributes: { outcome: 'done' }, value: expect.any(Number) as number }),
  ]);
  expect([...(await sums()).keys()]).toEqual(
    expect.arrayContaining(['laurel.turns', 'laurel.turn.duration', 'laurel.sweeps', 'laurel.sweep.duration']),
  );
});

it('names nobody and repeats nothing that was said', async () => {
  const { laurel, teams } = await open();
  await teams.happen(boss, activities.says('person Beatrice Bosswell'));
  await teams.happen(boss, activities.says('left beatrice.bosswell@contoso.example 1 May 2018'));
  await laurel.sweep();

  const told = JSON.stringify([
    spans
      .getFinishedSpans()
      .map(({ name, attributes, events, status, links }) => ({ name, attributes, events, status, links })),
    [...(await sums())],
  ]);
  expect(spans.getFinishedSpans().length).toBeGreaterThan(3);
  for (const secret of [
    'Beatrice',
    'Bosswell',
    'bosswell',
    'contoso',
    'aad-of-boss',
    '29:boss',
    'a:boss',
    'May 2018',
    '127.0.0.1',
  ])
    expect([secret, told.includes(secret)]).toEqual([secret, false]);
});

it('gives the lines of the log the trace of their turn', async () => {
  const { teams } = await open();
  lines.length = 0;
  await teams.happen(boss, activities.says('help'));

  const traced = lines.map((line) => JSON.parse(line) as { trace?: string }).filter((line) => line.trace !== undefined);
  expect(traced.length).toBeGreaterThan(0);
  expect(traced[0]!.trace).toBe(named('laurel.turn')[0]!.spanContext().traceId);
});
