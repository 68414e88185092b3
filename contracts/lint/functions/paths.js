// Words in kebab-case, with :batch or an ending like .svg behind the last; a word before an id is a plural.
const word = /^[a-z]+(-[a-z]+)*(:[a-z]+)?(\.[a-z]+)?$/;
const plural = /(^|-)[a-z]+s(-|$)/;

export default (paths, _, context) =>
  Object.keys(paths).flatMap((path) => {
    const segments = path.split("/").slice(1);
    const faults = [];
    if (segments[0] !== "v1" && segments[0] !== "v2") faults.push("begins with its version");
    segments.slice(1).forEach((segment, i) => {
      const parameter = segment.startsWith("{");
      if (!parameter && !word.test(segment)) faults.push(`has ${segment}, which is not kebab-case`);
      const beforeId = segments[i + 2]?.startsWith("{") || segments[i + 2] === "by-key";
      if (!parameter && segment !== "by-key" && beforeId && !plural.test(segment)) {
        faults.push(`has ${segment}, which is no plural`);
      }
    });
    return faults.map((fault) => ({ message: `${path} ${fault}`, path: [...context.path, path] }));
  });
