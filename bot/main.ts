/** `npm start`: reads the settings, starts the local world or the production server, and stops it when told to. */
import { text as textIn, type Text } from '../cards/text';
import { compose, startTelemetry } from './composition/compose';
import { aheadIn, openBrowser, startPlayground } from './composition/local-world';
import { isChildOfNpm, terminalLanguage, readConfig, readEnvFile, type Config } from './config/config';
import type { ConfigFault, ConfigWarning } from './config/config-fault';
import { limitHeapGrowth } from './hosting/heap-growth';
import { startServer, type RunningServer } from './hosting/start-server';
import { startLocalWorld } from './local-world/local-world';
import { createLog } from './context/log';
import { reportStartupError } from './hosting/startup-error';
import { waitForShutdown } from './hosting/shutdown';
import { laurelVersion } from './context/version';
import type { Log } from './context/app-services';

async function main(): Promise<number> {
  const asked = waitForShutdown(isChildOfNpm(process.env));
  const text = textIn(terminalLanguage(process.env));
  const reading = readConfig(process.env, readEnvFile());
  if ('faults' in reading) return refuse(reading.faults, text);
  const { config, warnings } = reading;
  const log = createLog(config.kind);
  for (const warning of warnings) log.warn({ ...warning }, text.say(`config.warning.${warning.code}`, facts(warning)));
  const telemetry = startTelemetry(config, log);
  try {
    const running = await start(config, { log, text });
    const fault = await Promise.race([asked, running.lost]);
    await running.stop().catch((error: unknown) => {
      throw fault ?? error;
    });
    if (fault) throw fault;
    await telemetry.stop();
    return 0;
  } catch (error) {
    const told = reportStartupError(error, text);
    if (told === undefined) throw error;
    process.stderr.write(`${told}\n`);
    return 1;
  }
}

function refuse(faults: readonly ConfigFault[], text: Text): number {
  const lines = faults.map((fault) => `  ${text.say(`config.fault.${fault.code}`, facts(fault))}`);
  process.stderr.write(`${[text.say('config.refused', { count: faults.length }), ...lines].join('\n')}\n`);
  return 1;
}

function facts(about: ConfigFault | ConfigWarning): Record<string, string> {
  return { ...about };
}

async function start(
  config: Config,
  { log, text }: { readonly log: Log; readonly text: Text },
): Promise<RunningServer> {
  const parts = { log, compose, version: laurelVersion() };
  if (config.kind === 'local') {
    const print = (lines: string) => void process.stdout.write(lines);
    return startLocalWorld({
      ...parts,
      config,
      text,
      startPlayground,
      openBrowser,
      ahead: aheadIn,
      now: Date.now,
      print,
    });
  }
  const running = await startServer({ ...parts, config });
  log.info({ port: config.port, host: config.host, version: parts.version }, 'Laurel is listening.');
  return running;
}

limitHeapGrowth();
void main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
