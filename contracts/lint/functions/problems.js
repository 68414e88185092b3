// What can go wrong with every operation, in the one shape that problems have.
const always = ["400", "401", "403", "406", "500", "503"];

export default (item, _, context) => {
  const wanted = context.path.at(-1).includes("{") ? [...always, "404"] : always;
  return ["get", "put", "post", "delete", "patch"].flatMap((method) => {
    const responses = item[method]?.responses;
    if (!responses) return [];
    const missing = wanted.filter((status) => !responses[status]).map((status) => `${method} does not declare ${status}`);
    const otherwise = Object.keys(responses)
      .filter((status) => /^[45]/.test(status) && !responses[status].content?.["application/problem+json"])
      .map((status) => `${method} ${status} is no application/problem+json`);
    return [...missing, ...otherwise].map((message) => ({ message, path: [...context.path, method, "responses"] }));
  });
};
