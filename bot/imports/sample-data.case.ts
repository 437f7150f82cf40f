/** The sample partner for tests, as it is on a day. */
import { programmeInForce } from '../../domain/programme/loaded-programmes';
import type { Programme } from '../../domain/programme/programme';
import type { Store } from '../../domain/ports';
import { samplePartner, samplePartnerName } from '../../infra/dev/sample/sample-partner';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { writeSample } from './sample-data';

export interface SampleWish {
  readonly tenant: string;
  readonly day: string;
  readonly programmes: ReadonlyMap<string, Programme>;
}

/** Writes it into an empty store, at eight in the morning of that day. */
export function writeSampleInto(store: Store, { tenant, day, programmes }: SampleWish): Promise<void> {
  const now = () => Date.parse(`${day}T08:00:00Z`);
  const programme = programmeInForce(programmes, day);
  return writeSample(
    { store, read: readImport, programmes, now },
    {
      tenant,
      name: samplePartnerName,
      programme: programme.id,
      files: (today) => samplePartner(programme, today).map(({ name, text }) => fileOf(name, Buffer.from(text))),
    },
  );
}
