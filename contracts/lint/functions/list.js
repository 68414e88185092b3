// An operation with a cursor is a list: it has a limit too, and answers {items, next}.
export default (operation) => {
  const parameters = (operation.parameters ?? []).map((parameter) => parameter.name);
  if (!parameters.includes("cursor")) return [];
  const faults = [];
  if (!parameters.includes("limit")) faults.push("a list takes limit beside cursor");
  const schema = operation.responses?.["200"]?.content?.["application/json"]?.schema;
  for (const name of ["items", "next"]) {
    if (!schema?.properties?.[name]) faults.push(`a list answers ${name}`);
  }
  return faults.map((message) => ({ message }));
};
