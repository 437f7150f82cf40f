/** What a world needs to take files and to hand them over, as in the local world, for tests. */
import { text } from '../../cards/text';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openTransfer } from '../../infra/files/transfer';
import { readImport } from '../../infra/import/reader';
import { exporterOf, writeCalendar } from '../composition/exporter';
import type { AppServices } from '../context/app-services';

/** Read once only, for that takes longer than most tests. */
const usualRules: Pick<AppServices, 'programmes' | 'now'> = {
  programmes: new Map([['competencies', builtInProgramme('competencies')]]),
  now: () => Date.parse('2018-06-01T09:00:00Z'),
};

/** Files lie on this machine; `canOffer` where leave to store one can be asked for. */
export function filesOf(
  store: Store,
  canOffer = true,
  rules = usualRules,
): Pick<AppServices, 'read' | 'transfer' | 'exporter' | 'writeCalendar'> {
  const transfer = openTransfer({ allowsLoopback: true, canOffer, deadline: 1_000, largest: 4 * 1024 * 1024 });
  return { read: readImport, transfer, writeCalendar, exporter: exporterOf({ store, text, ...rules }) };
}
