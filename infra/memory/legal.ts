/** The limits of Azure Table storage, stated apart from the code that keeps them: Azurite does not enforce them all. */
import type { Row } from '../tables/rows';

/** Platform.md 8.1; the service counts strings as UTF-16. */
const limits = { keyUnits: 512, textUnits: 32_768, properties: 252, rowBytes: 1_048_576 };
const forbiddenInKeys = /[/\\#?\u0000-\u001f\u007f-\u009f]/;

/** What Azure would not accept of this row; a row with any of it must never come about, so it is a bug. */
export function faultsOf({ partitionKey, rowKey, ...properties }: Row): readonly string[] {
  const keys = [partitionKey, rowKey];
  const texts = [...Object.keys(properties), ...Object.values(properties).map(String)];
  const units = [...keys, ...texts].reduce((sum, text) => sum + text.length, 0);
  const faults = {
    'a key is empty': keys.includes(''),
    'a key is too long': keys.some((key) => key.length > limits.keyUnits),
    'a key has a forbidden character': keys.some((key) => forbiddenInKeys.test(key)),
    'a property is too long': texts.some((text) => text.length > limits.textUnits),
    'there are too many properties': Object.keys(properties).length > limits.properties,
    'the row is too large': 2 * units > limits.rowBytes,
  };
  return Object.entries(faults).flatMap(([fault, found]) => (found ? [fault] : []));
}
