/** The official schemas of the app package, as the package @microsoft/app-manifest ships them, so that nothing is fetched. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv';

const schemas = join(require.resolve('@microsoft/app-manifest/package.json'), '../build/json-schemas/teams');

/** Compiling one takes longer than every use of it. */
const compiled = new Map<string, ValidateFunction>();

export type SchemaFile = 'MicrosoftTeams.schema.json' | 'MicrosoftTeams.Localization.schema.json';

/**
 * What the schema of this manifest version finds wrong; empty where nothing is. The schemas call themselves draft-04 but use nothing
 * that Ajv's own draft reads otherwise; some of their patterns are not valid in Unicode mode.
 */
export function faultsOf(schema: SchemaFile, version: string, value: unknown): readonly string[] {
  const path = join(schemas, `v${version}`, schema);
  const validate = compiled.get(path) ?? compile(path);
  compiled.set(path, validate);
  validate(value);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

function compile(path: string): ValidateFunction {
  const { $schema: _draft, ...rules } = JSON.parse(readFileSync(path, 'utf8')) as AnySchemaObject;
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  return ajv.compile(rules);
}
