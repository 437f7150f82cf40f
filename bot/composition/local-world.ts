/** The local world of a developer: its clock, its samples, and files on this machine. */
/* eslint-disable @typescript-eslint/no-require-imports -- The samples are loaded only where one is written. */
import { join } from 'node:path';
import { largestDrop } from '../../domain/imports/drop-limits';
import { aheadIn, clockRange, openLocalClock, setLocalClock } from '../../infra/dev/clock/local-clock';
import type { LocalWorldFault } from '../../infra/dev/local-world-fault';
import type * as DesignationSampleFile from '../../infra/dev/sample/designation-sample';
import { localPeople, localTenant } from '../../infra/dev/sample/local-people';
import type * as SampleFile from '../../infra/dev/sample/sample-partner';
import { readLocalFile, saveLocalFile } from '../../infra/files/local-files';
import { fileOf } from '../../infra/import/file';
import type { Config, LocalConfig, SampleName } from '../config/config';
import type { AppServices } from '../context/app-services';
import type { LocalTools } from '../context/local-tools';
import { switchSample, type Sample, type SampleWorld } from '../imports/sample-world';

export { openBrowser } from '../../infra/dev/chat-window/open-browser';
export { startLanguageRelay } from '../../infra/dev/chat-window/language-relay';
export { startPlayground } from '../../infra/dev/chat-window/playground';
export { aheadIn, clockRange, localPeople, localTenant, setLocalClock };

/** The local world has a clock that can be moved; production uses the clock of the machine. */
export function clockOf(config: Config, log: AppServices['log']): AppServices['now'] {
  if (config.kind === 'production') return Date.now;
  const onDamaged = (error: LocalWorldFault) => log.error({ error }, 'The clock cannot be read and goes on as before.');
  return openLocalClock(config.data, { machine: Date.now, onDamaged });
}

/** The Monday on which the sample of the competencies opens: all of its rules are in force, and its first year lies ahead. */
const competenciesOpenAt = Date.parse('2018-06-04T09:00:00Z');

/** Returns the samples, and what moves the clock to their day. */
export function sampleWorld(config: Config, services: AppServices): SampleWorld {
  const { samplePartner, samplePartnerName: name } =
    require('../../infra/dev/sample/sample-partner') as typeof SampleFile;
  const { designationSample, designationProgramme } =
    require('../../infra/dev/sample/designation-sample') as typeof DesignationSampleFile;
  const filesOf = (files: readonly { readonly name: string; readonly text: string }[]) =>
    files.map((file) => fileOf(file.name, Buffer.from(file.text, 'utf8')));
  const competencies = services.programmes.get('competencies');
  const samples: Readonly<Record<SampleName, Sample>> = {
    competencies: {
      tenant: localTenant,
      name,
      programme: 'competencies',
      opensAt: competenciesOpenAt,
      files: (today) => (competencies ? filesOf(samplePartner(competencies, today)) : []),
    },
    designations: {
      tenant: localTenant,
      name,
      programme: designationProgramme,
      files: (today) => filesOf(designationSample(today)),
    },
  };
  return { deps: services, samples, moveClock: (moment) => moveClock(config, services, moment) };
}

/** Tests and single runs that bring a store of their own live by a clock of their own as well. */
function moveClock(config: Config, { local }: AppServices, moment: number | 'machine'): void {
  if (config.kind !== 'local' || !local) return;
  const machine = Date.now();
  setLocalClock(config.data, { ahead: moment === 'machine' ? 0 : moment - machine, machine });
}

/** A clock that is off by less, in milliseconds, is that of the machine. */
const clockTolerance = 60_000;

/** Returns what only commands of the local world may do: switch the sample, read and save files of this machine. */
export function localTools(config: LocalConfig, services: () => AppServices): LocalTools {
  return {
    isClockMoved: () => Math.abs(services().now() - Date.now()) > clockTolerance,
    switchSample: (name) => switchSample({ ...sampleWorld(config, services()), store: services().store }, name),
    readFile: (path) => readLocalFile(path, largestDrop),
    saveFile: (name, bytes) => saveLocalFile(join(config.data, 'export'), name, bytes),
  };
}
