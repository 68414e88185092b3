// Prints what is wrong with the AsyncAPI documents named as arguments, and ends with 1 if anything is.
import { Parser, fromFile } from "@asyncapi/parser";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

// The parser knows JSON Schema draft-07 only; ours are of 2020-12.
const draft202012 = {
  getMimeTypes: () => ["application/schema+json;version=draft-2020-12"],
  validate: ({ data, path }) => {
    const ajv = addFormats(new Ajv({ strict: false }));
    return ajv.validateSchema(data) ? [] : ajv.errors.map(({ message }) => ({ message, path }));
  },
  parse: ({ data }) => data,
};

const parser = new Parser({ schemaParsers: [draft202012] });
const faults = [];
for (const file of process.argv.slice(2)) {
  const { document, diagnostics } = await fromFile(parser, file).parse();
  for (const { severity, code, message, path } of diagnostics) {
    if (severity < 2) faults.push(`${file} ${path.join("/")} ${code}: ${message}`);
  }
  if (!document) faults.push(`${file} cannot be read`);
}
faults.forEach((fault) => console.log(fault));
process.exitCode = faults.length > 0 ? 1 : 0;
