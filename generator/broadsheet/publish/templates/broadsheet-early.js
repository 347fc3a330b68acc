(({ root, faces }) => {
const d = document, page = d.documentElement.dataset;
page.reader = "";
for (const name of ["scheme", "size"]) try { const kept = localStorage["broadsheet-" + name]; if (kept) page[name] = kept; } catch {}
if (location.protocol !== "file:") for (const face of faces.split(" ").filter(Boolean)) d.head.append(Object.assign(d.createElement("link"),
{ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: `${root}assets/fonts/broadsheet-serif-latin-${face}.woff2` }));
})(document.currentScript.dataset);
