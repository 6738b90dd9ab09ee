// Checks a folder of descriptions against a JSON Schema with js-yaml and ajv, and prints how many files it found wrong.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const Ajv = require('ajv');
const { load, CORE_SCHEMA } = require('js-yaml');

const [schema, folder] = process.argv.slice(2);
const validate = new Ajv({ allErrors: true, strict: false }).compile(JSON.parse(readFileSync(schema, 'utf8')));
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const wrong = files.filter(
  (name) => !validate(load(readFileSync(join(folder, name), 'utf8'), { schema: CORE_SCHEMA })),
);
console.log(`${files.length} files, ${wrong.length} wrong`);
