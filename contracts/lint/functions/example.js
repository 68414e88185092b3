// Said at the body or at its schema; a file has none.
export default (body) => {
  const schema = body.schema ?? {};
  const said = body.example ?? body.examples ?? schema.example ?? schema.examples;
  return said === undefined && schema.format !== "binary" ? [{ message: "the body has no example" }] : [];
};
