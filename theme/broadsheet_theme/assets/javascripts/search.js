/* On every page: opens the search, and marks what was searched for on the article
   that a result led to. All else is loaded when the search opens (the build joins the
   engine to the panel); the index, when something is searched for. */
(() => {
  "use strict";
  const own = document.currentScript.src;
  const search = (window.broadsheetSearch = { root: document.currentScript.dataset.root });
  const page = document.querySelector("[data-search-page]");
  let panel, typed = null;   // what is typed while the panel is on its way; null when it is not

  search.script = src => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src, onload: resolve, onerror: () => reject(new Error(`${src} cannot be loaded`)) });
    document.head.append(script);
  });

  const style = href => new Promise((resolve, reject) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href, onload: resolve, onerror: reject });
    document.head.append(link);
  });

  const open = () => {
    typed ??= "";
    panel ??= Promise.all([
      style(`${search.root}assets/stylesheets/search.css`),
      search.script(own.replace("search.js", "search-panel.js")),
      search.script(`${search.root}search/words.js`),
    ]);
    panel.then(() => { search.open(typed); typed = null; }, () => {   // the page of the search tells of other ways
      panel = typed = null;
      if (page) page.hidden = false; else location.assign(`${search.root}search/index.html`);
    });
  };

  const typing = element => element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const asked = () => /^#(.*&)?q=/.test(location.hash) || /[?&]q=/.test(location.search);

  document.addEventListener("keydown", event => {
    if (typed !== null && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (event.key === "Backspace") typed = typed.slice(0, -1);
      else if (event.key.length === 1) typed += event.key;
      else return;
      return event.preventDefault();
    }
    const slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);
    const k = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!(slash || k) || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", event => {
    const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!plain || !event.target.closest("[data-search-open]")) return;
    event.preventDefault();
    open();
  });
  addEventListener("hashchange", () => asked() && open());

  /* The words arrive in the address, as the article writes them: "#h=press,presses". */
  const mark = () => {
    const given = new URLSearchParams(location.hash.slice(1)).get("h");
    const place = document.querySelector("article");
    if (!given || !place) return;
    const words = given.split(",").map(word => word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    const letter = "[\\p{L}\\p{N}\\p{M}]", unspaced = /[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u3005-\ud7ff]/;
    const either = words.map(word => (unspaced.test(word) ? word : `(?<!${letter})${word}(?!${letter})`)).join("|");
    const pattern = new RegExp(either, "giu");
    const texts = [], walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("footer, aside")) texts.push(walker.currentNode);
    for (const text of texts) {
      for (const found of [...text.data.matchAll(pattern)].reverse()) {
        if (!found[0]) continue;
        text.splitText(found.index + found[0].length);
        const marked = document.createElement("mark");
        const part = text.splitText(found.index);
        part.replaceWith(marked);
        marked.append(part);
      }
    }
  };

  mark();
  if (page) page.hidden = true;
  if (page || asked()) open();
})();
