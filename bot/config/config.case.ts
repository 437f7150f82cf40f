/** The config of a local world for a test, without a chat window and without the sample. */
import type { LocalConfig } from './config';

/** That config, other than usual where it is said. */
export function localConfig(other: Partial<LocalConfig> = {}): LocalConfig {
  return {
    kind: 'local',
    host: '127.0.0.1',
    port: 0,
    data: '',
    tables: { kind: 'embedded', folder: '' },
    cards: 'auto',
    telemetry: {},
    playground: undefined,
    windowsAbove: 56_150,
    sample: undefined,
    allowedTenants: 'any',
    firstAdmins: [],
    ...other,
  };
}
