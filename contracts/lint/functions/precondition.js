// Whoever changes or deletes says which version he has read. A PUT by key creates as well, and may go without.
export default (item, _, context) => {
  const path = context.path.at(-1);
  const resource = path.endsWith("}");
  return ["put", "patch", "delete"].flatMap((method) => {
    const operation = item[method];
    if (!operation || !resource) return [];
    const faults = [];
    if (!(operation.parameters ?? []).some((parameter) => parameter.name === "If-Match")) faults.push("takes If-Match");
    const wanted = method === "put" && path.includes("/by-key/") ? ["412"] : ["412", "428"];
    wanted.filter((status) => !operation.responses?.[status]).forEach((status) => faults.push(`declares ${status}`));
    return faults.map((fault) => ({ message: `${method} ${fault}`, path: [...context.path, method] }));
  });
};
