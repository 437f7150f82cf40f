/** The official schemas of the app package, as the package @microsoft/app-manifest ships them, so that nothing is fetched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type AnySchemaObject } from 'ajv';

const schemas = join(require.resolve('@microsoft/app-manifest/package.json'), '../build/json-schemas/teams');

export type SchemaFile = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

/**
 * What the schema of this manifest version finds wrong; empty where nothing is. The schemas call themselves draft-04 but use nothing
 * that Ajv's own draft reads otherwise; some of their patterns are not valid in Unicode mode.
 */
export function faultsOf(schema: SchemaFile, version: string, value: unknown): readonly string[] {
  const { $schema: _draft, ...rules } = JSON.parse(
    readFileSync(join(schemas, `v${version}`, schema), 'utf8'),
  ) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  ajv.validate(rules, value);
  return (ajv.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
