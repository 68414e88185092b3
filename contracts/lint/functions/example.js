// Said at the body or at its schema; a file has none.
export default (body, _, context) => {
  const schema = body.schema ?? {};
  const said = body.example ?? body.examples ?? schema.example ?? schema.examples;
  const what = context.path.includes("responses") ? "answer" : "body";
  return said === undefined && schema.format !== "binary" ? [{ message: `the ${what} has no example` }] : [];
};
