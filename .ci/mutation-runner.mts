/**
 * A test runner for Stryker that runs the tests of domain/ in its own process, because Jest needs a second to begin and every
 * mutant begins anew. It knows what those tests use of Jest: `describe`, `it`, `each` and `expect`.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from 'esbuild';
import { expect } from 'expect';
import fc from 'fast-check';

/** One `it`, with what runs it. The id begins with its file, so that a filter by files and one by ids read alike. */
interface Case {
  readonly id: string;
  readonly run: () => unknown;
}

type Body = (...values: readonly unknown[]) => unknown;
type Globals = Readonly<Record<'describe' | 'it' | 'test' | 'expect', unknown>>;
/** Takes what `parameters` names. */
type ModuleBody = (...values: readonly unknown[]) => void;

const packages = createRequire(import.meta.url);
const parameters = ['exports', 'require', 'module', '__dirname', 'describe', 'it', 'test', 'expect'];
const compiled = new Map<string, ModuleBody>();

/** What Stryker's changed code and this runner tell each other. */
const stryker: InstrumenterContext = ((globalThis as Record<string, unknown>)[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

/** How many examples of a property are tried: a mutant that only the hundredth shows is rare, and every survivor costs them all. */
const mostExamples = 20;

// One seed for every run, so that the same mutants are killed each time; the smallest counter-example is not searched for.
fc.configureGlobal({ seed: 20_260_101, endOnFailure: true });

/** fast-check as the tests import it. */
const fewExamples = {
  ...fc,
  assert: <T,>(property: fc.IProperty<T>, { numRuns = mostExamples, ...rest }: fc.Parameters<T> = {}) =>
    fc.assert(property, { ...rest, numRuns: Math.min(numRuns, mostExamples) }),
};

/** Returns the body of a module, compiled once for the life of the process. */
function bodyOf(file: string): ModuleBody {
  const known = compiled.get(file);
  if (known) return known;
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'cjs', target: 'node20' });
  const body = compileFunction(code, parameters, { filename: file }) as ModuleBody;
  compiled.set(file, body);
  return body;
}

/** Loads a file and what it imports of the project as new modules, so that nothing that a mutant left behind remains. */
function load(start: string, globals: Globals): void {
  const loaded = new Map<string, { exports: unknown }>();
  const { describe, it, test, expect: expected } = globals;
  const evaluate = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(file, module);
    const folder = dirname(file);
    const demand = (name: string): unknown => {
      if (name === 'fast-check') return { __esModule: true, default: fewExamples };
      return name.startsWith('.') ? evaluate(`${resolve(folder, name)}.ts`) : packages(name);
    };
    bodyOf(file)(module.exports, demand, module, folder, describe, it, test, expected);
    return module.exports;
  };
  evaluate(start);
}

/** Returns the tests that a file registers while it loads. */
function casesIn(file: string): readonly Case[] {
  const cases: Case[] = [];
  const titles: string[] = [];
  const each = (register: (title: string, body: Body) => void) => (rows: readonly unknown[]) => {
    const spread = rows.every((row) => Array.isArray(row));
    return (title: string, body: Body) =>
      rows.forEach((row, index) =>
        register(`${title} [${index}]`, () => body(...(spread ? (row as unknown[]) : [row]))),
      );
  };
  const it = (title: string, body: Body) => {
    cases.push({ id: `${file}#${cases.length} ${[...titles, title].join(' › ')}`, run: body });
  };
  const describe = (title: string, body: Body) => {
    titles.push(title);
    body();
    titles.pop();
  };
  const named = Object.assign(it, { each: each(it) });
  load(file, { describe: Object.assign(describe, { each: each(describe) }), it: named, test: named, expect });
  return cases;
}

async function resultOf({ id, run }: Case): Promise<TestResult> {
  const started = process.cpuUsage();
  stryker.currentTestId = id;
  const facts = () => ({ id, name: id.slice(id.indexOf('#') + 1), timeSpentMs: process.cpuUsage(started).user / 1000 });
  try {
    await run();
    return { ...facts(), status: TestStatus.Success };
  } catch (error) {
    return { ...facts(), status: TestStatus.Failed, failureMessage: String(error) };
  } finally {
    delete stryker.currentTestId;
  }
}

/** The id of the loading of a file, which may work out the values that its tests compare. */
const loadingOf = (file: string) => `${file}#0`;
const fileOf = (id: string) => id.split('#', 1)[0]!;

/** The tests of a file, or the error by which it cannot be loaded: then it has failed, as Jest says too. */
function registered(file: string): readonly Case[] {
  stryker.currentTestId = loadingOf(file);
  const load = (run: () => unknown): Case => ({ id: loadingOf(file), run });
  try {
    return [load(() => undefined), ...casesIn(file)];
  } catch (error) {
    return [
      load(() => {
        throw error;
      }),
    ];
  }
}

/** A test that needs more of the processor than this, in milliseconds, is left out: each survivor would wait for it. */
const longest = 1000;

const lastedOf = ({ id }: Case) => lasted.get(id) ?? 0;

/** What of these is worth running for a mutant, the quickest first. */
function quickest(cases: readonly Case[]): readonly Case[] {
  return cases.filter((one) => lastedOf(one) <= longest).sort((one, other) => lastedOf(one) - lastedOf(other));
}

/** How much of the processor each test needed when nothing was changed, in milliseconds. */
const lasted = new Map<string, number>();

/** Runs the tests that are wanted, in each file the quickest first, until one fails or all have passed. */
async function results(
  files: readonly string[],
  isWanted: (id: string) => boolean,
  goOn: boolean,
): Promise<readonly TestResult[]> {
  const done: TestResult[] = [];
  for (const file of files)
    for (const one of quickest(registered(file).filter(({ id }) => id === loadingOf(file) || isWanted(id)))) {
      const result = await resultOf(one);
      if (goOn) lasted.set(one.id, result.timeSpentMs);
      done.push(result);
      if (result.status === TestStatus.Failed && !goOn) return done;
    }
  return done;
}

class InProcessRunner implements TestRunner {
  capabilities(): { readonly reloadEnvironment: true } {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles = [] }: DryRunOptions): Promise<DryRunResult> {
    const all = await results(testFiles, () => true, true);
    const tests = all.filter(({ timeSpentMs }) => timeSpentMs <= longest);
    const { mutantCoverage } = stryker;
    for (const { id, timeSpentMs } of all) if (timeSpentMs > longest) delete mutantCoverage?.perTest[id];
    return { status: DryRunStatus.Complete, tests, ...(mutantCoverage && { mutantCoverage }) };
  }

  /** Of a file that a mutant changes while it loads, every test is run. */
  async mutantRun({ activeMutant, testFilter = [], hitLimit }: MutantRunOptions): Promise<MutantRunResult> {
    const wanted = new Set(testFilter);
    const files = [...new Set(testFilter.map(fileOf))];
    Object.assign(stryker, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit ? 0 : undefined });
    const tests = [...(await results(files, (id) => wanted.has(id) || wanted.has(loadingOf(fileOf(id))), false))];
    const outcome = determineHitLimitReached(stryker.hitCount, stryker.hitLimit) ?? {
      status: DryRunStatus.Complete as const,
      tests,
    };
    return toMutantRunResult(outcome);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
