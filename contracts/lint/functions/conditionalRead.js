// What is read by its id can be asked for again without being sent again.
export default (item, _, context) => {
  const operation = item.get;
  if (!operation || !context.path.at(-1).endsWith("}")) return [];
  const faults = [];
  if (!operation.responses?.["200"]?.headers?.ETag) faults.push("200 has an ETag");
  if (!operation.responses?.["304"]) faults.push("declares 304");
  if (!(operation.parameters ?? []).some((parameter) => parameter.name === "If-None-Match")) {
    faults.push("takes If-None-Match");
  }
  return faults.map((fault) => ({ message: `a read by id ${fault}`, path: [...context.path, "get"] }));
};
