// Writes the types of both APIs, src/api/generated/*.ts, from docs/openapi. A field that is not in the documents does not compile.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, COMMENT_HEADER } from 'openapi-typescript';

const generated = fileURLToPath(new URL('../src/api/generated/', import.meta.url));

mkdirSync(generated, { recursive: true });
for (const name of ['customers', 'agents']) {
  const document = new URL(`../../docs/openapi/${name}.json`, import.meta.url);
  const types = await openapiTS(document, { rootTypes: true, rootTypesNoSchemaPrefix: true });
  writeFileSync(`${generated}${name}.ts`, COMMENT_HEADER + astToString(types));
}
