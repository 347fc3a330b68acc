const by = (key) => (api) => {
  const found = new Map();
  for (const item of api.getFilteredByTag("article"))
    for (const name of item.data[key] || []) (found.get(name) || found.set(name, []).get(name)).push(item);
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, items]) => ({ name, items }));
};
export default function (config) {
  config.addCollection("byAuthor", by("authors"));
  config.addCollection("byTopic", by("topics"));
  config.addPassthroughCopy("style.css");
  config.setQuietMode(true);
  return { dir: { input: ".", output: "_site" }, markdownTemplateEngine: false, htmlTemplateEngine: "liquid" };
}
