/* The search as readers see it: in a dialog on any page, and on the page search/.
   The words come from search/words.js, in the language of the site. */
(() => {
  "use strict";
  const search = window.broadsheetSearch;
  const BATCH = 6, SHOWN = 12, PAUSE = 120;
  const page = document.querySelector("[data-search-page]");
  const state = { q: "", sort: "relevance", from: "", to: "" };
  let parts, run = 0, answer, result, shown = 0, pushed = false, timer;

  /* Small helpers --------------------------------------------------------- */

  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes))
      if (name in element && name !== "list" && name !== "lang" && name !== "form") element[name] = value;
      else if (value !== null) element.setAttribute(name, value);
    element.append(...children.filter(child => child !== null));
    return element;
  };
  const language = document.documentElement.lang || "en";
  const number = value => value.toLocaleString(language);
  const plural = value => new Intl.PluralRules(language).select(value);
  const say = (name, values = {}) => {
    const word = search.words[name];
    const text = typeof word === "string" ? word : word[plural(values.n)] ?? word.other;
    return text.replace(/\{(\w+)\}/g, (_, key) => (typeof values[key] === "number" ? number(values[key]) : values[key]));
  };
  const marked = pieces => pieces.map(([text, is]) => (is ? make("mark", { textContent: text }) : text));

  /* The address: "#q=…&sort=…&author=…", so that a search can be linked. ---- */

  const read = () => {
    const given = new URLSearchParams(/^#(.*&)?(q|h)=/.test(location.hash) ? location.hash.slice(1) : location.search);
    Object.assign(state, { q: given.get("q") ?? "", sort: given.get("sort") ?? "relevance" });
    for (const name of ["from", "to"]) state[name] = given.get(name) ?? "";
    for (const name of ["author", "topic", "language", "publication"]) state[name] = given.getAll(name);
  };
  const written = () => {
    const said = new URLSearchParams({ q: state.q });
    if (state.sort !== "relevance") said.set("sort", state.sort);
    for (const name of ["from", "to"]) if (state[name]) said.set(name, state[name]);
    for (const name of ["author", "topic", "language", "publication"]) state[name].forEach(value => said.append(name, value));
    return `#${said}`;
  };
  const write = () => history.replaceState(history.state, "", written());

  /* The frame ------------------------------------------------------------- */

  const build = () => {
    const input = make("input", {
      type: "search", id: "search-input", className: "search__input", placeholder: say("placeholder"),
      autocomplete: "off", spellcheck: false, enterKeyHint: "search", dir: "auto", "aria-describedby": "search-hint",
    });
    const sort = make("select", { id: "search-sort" }, ...["relevance", "newest", "oldest"].map(value =>
      make("option", { value, textContent: say(value) })));
    const from = make("input", { type: "number", id: "search-from", inputMode: "numeric" });
    const to = make("input", { type: "number", id: "search-to", inputMode: "numeric" });
    const facets = make("div", { className: "search__facets" });
    const status = make("p", { className: "search__status", role: "status" });
    const note = make("div", { className: "search__note" });
    const list = make("ol", { className: "search__results" });
    const more = make("button", { type: "button", className: "search__more", textContent: say("more"), hidden: true });
    const close = page ? null : make("button", { type: "button", className: "search__close", title: say("close"), "aria-label": say("close") }, "×");
    const narrow = make("details", { className: "search__narrow" },
      make("summary", { textContent: say("narrow") }),
      make("fieldset", { className: "search__years" }, make("legend", { textContent: say("years") }),
        make("label", { htmlFor: "search-from", textContent: say("from") }), from,
        make("label", { htmlFor: "search-to", textContent: say("to") }), to),
      facets);
    const frame = make("div", { className: "search" },
      make("form", { className: "search__form", role: "search" },
        make("label", { htmlFor: "search-input", className: "search__label", textContent: say("search") }), input, close),
      page ? null : make("p", { id: "search-hint", className: "search__hint", textContent: say("hint") }),   // the page has it
      make("div", { className: "search__line" }, status,
        make("span", { className: "search__sort" }, make("label", { htmlFor: "search-sort", textContent: say("sort") }), " ", sort)),
      make("div", { className: "search__body" }, narrow, make("div", { className: "search__found" }, note, list, more)));
    parts = { frame, input, sort, from, to, facets, narrow, status, note, list, more };
    if (!page) {
      parts.dialog = make("dialog", { className: "search-dialog", "aria-label": say("search") }, frame);
      parts.dialog.addEventListener("close", closed);
      parts.dialog.addEventListener("click", event => event.target === parts.dialog && parts.dialog.close());
      close.addEventListener("click", () => parts.dialog.close());
      document.body.append(parts.dialog);
    } else {
      page.replaceChildren(frame);
      page.hidden = false;
    }
    frame.querySelector("form").addEventListener("submit", event => event.preventDefault());
    input.addEventListener("input", () => later({ q: input.value }));
    sort.addEventListener("change", () => now({ sort: sort.value }));
    from.addEventListener("input", () => later({ from: from.value }));
    to.addEventListener("input", () => later({ to: to.value }));
    narrow.addEventListener("toggle", () => narrow.open && fill().catch(() => {}));   // begin() says what is wrong
    more.addEventListener("click", () => show(true));
    frame.addEventListener("keydown", walk);
  };

  /* Arrows go from the input through the results; Enter in the input goes to the first. */
  const walk = event => {
    if (event.key === "Escape" && parts.dialog && !event.isComposing) {   // else it would empty the input first
      event.preventDefault();
      return parts.dialog.close();
    }
    const step = { ArrowDown: 1, ArrowUp: -1, Enter: 1 }[event.key];
    const links = [parts.input, ...parts.list.querySelectorAll("a")];
    const at = links.indexOf(event.target);
    if (!step || at < 0 || (event.key === "Enter" && at > 0) || event.isComposing) return;
    event.preventDefault();
    if (at === links.length - 1 && step > 0 && !parts.more.hidden) parts.more.focus();
    else links[Math.max(0, Math.min(links.length - 1, at + step))].focus();
  };

  /* Searching ------------------------------------------------------------- */

  const later = change => {
    Object.assign(state, change);
    parts.frame.setAttribute("aria-busy", "true");   // what stands there answers another query
    search.ready().catch(() => {});                   // on its way while the reader types on
    clearTimeout(timer);
    timer = setTimeout(() => begin(), PAUSE);
  };
  const now = change => {
    Object.assign(state, change);
    clearTimeout(timer);
    return begin();
  };

  const begin = async (again = true) => {
    const own = ++run;
    write();
    const narrowed = state.from || state.to || ["author", "topic", "language", "publication"].some(name => state[name].length);
    answer = null;
    if (!state.q.trim() && !narrowed) {
      parts.frame.removeAttribute("aria-busy");
      return clear("");
    }
    parts.frame.setAttribute("aria-busy", "true");
    try {
      answer = search.find(state.q, state, state.sort);
      const found = await answer;
      if (own !== run) return;
      result = found;
      clear(result.nearby || !result.docs.length ? say("none") : say("articles", { n: result.docs.length }));
      notes();
      await Promise.all([show(), parts.narrow.open ? fill() : null]);
    } catch (error) {
      if (again && await search.renewed() && own === run) return begin(false);
      if (own === run) clear(say("failed", { why: error.message }));
    } finally {
      if (own === run) parts.frame.removeAttribute("aria-busy");
    }
  };

  const clear = status => {
    parts.list.replaceChildren();
    parts.note.replaceChildren();
    parts.more.hidden = true;
    parts.status.textContent = status;
    shown = 0;
  };

  const notes = () => {
    const lines = [];
    if (result.left.length) lines.push(say("left", { words: result.left.join(", ") }));
    if (result.missing.length && !result.suggestion) lines.push(say("missing", { words: result.missing.join(", ") }));
    if (result.nearby) lines.push(say("nearby", { n: result.docs.length }));
    parts.note.append(...lines.map(textContent => make("p", { textContent })));
    if (result.suggestion) {
      const other = make("button", { type: "button", className: "search__suggestion", textContent: result.suggestion });
      other.addEventListener("click", () => { parts.input.value = other.textContent; parts.input.focus(); now({ q: other.textContent }); });
      parts.note.append(make("p", {}, say("meant"), " ", other));
    }
  };

  /* The next results, each as soon as its card is there. */
  const show = async onward => {
    const own = run, docs = result.docs.slice(shown, shown + BATCH);
    shown += docs.length;
    parts.more.hidden = true;
    const cards = docs.map(doc => search.card(doc));
    cards.forEach(card => card.catch(() => {}));
    let first = onward;
    for (const card of cards) {
      const item = line(await card);
      if (own !== run) return;
      if (!item) continue;
      parts.list.append(item);
      if (first) { item.querySelector("a").focus(); first = false; }
    }
    parts.more.hidden = shown >= result.docs.length;
  };

  const line = card => {
    if (!search.confirms(`${card.title}\n${card.text}`, result)) return null;
    const words = result.forms, { pieces, cutBefore, cutAfter } = search.extract(card.text, words);
    const found = search.written(`${card.title}\n${card.text}`, words);
    const hash = found.length ? `#${new URLSearchParams({ h: found.join(",") })}` : "";
    const by = card.authors.join(", ");
    const own = { lang: card.language || null, dir: "auto" };
    return make("li", { className: "search__result" },
      make("h3", own, make("a", { href: `${search.root}${card.url}${hash}` }, ...marked(search.marked(card.title, words)))),
      by || card.day ? make("p", { className: "search__by" },
        by ? make("bdi", { textContent: by }) : null, by && card.day ? " · " : null,
        card.day ? make("time", { dateTime: /^\d{4}(-\d\d){0,2}$/.test(card.date) ? card.date : card.date.slice(0, 4).replace("X", "0"), textContent: card.day }) : null) : null,
      make("p", { className: "search__extract", ...own }, cutBefore ? "… " : "", ...marked(pieces), cutAfter ? " …" : ""));
  };

  /* Facets, loaded when they are opened. ----------------------------------- */

  const fill = async () => {
    await search.ready();
    const years = search.years();
    if (years.length) for (const input of [parts.from, parts.to]) {
      Object.assign(input, { min: Math.min(...years), max: Math.max(...years) });
      input.placeholder = input === parts.from ? input.min : input.max;
    }
    const own = run, facets = [];
    for (const name of search.facets()) {
      const before = parts.facets.querySelector(`[data-facet=${name}]`);
      const open = before?.open || state[name].length > 0;
      const box = make("details", { className: "search__facet", open, "data-facet": name }, make("summary", { textContent: say(name) }));
      box.addEventListener("toggle", () => box.open && !box.querySelector("ul") && values(box, name).catch(() => {}));
      if (open) await values(box, name);
      facets.push(box);
    }
    if (own !== run) return;
    const focused = document.activeElement?.closest?.("[data-facet] input")?.value;
    parts.facets.replaceChildren(...facets);
    if (focused !== undefined) [...parts.facets.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
  };

  const values = async (box, name) => {
    const found = await (answer ??= search.find(state.q, state, state.sort));
    const { facet, counts } = await search.counts(found, name);
    const chosen = value => state[name].includes(value);
    const best = facet.names.map((value, at) => ({ value, label: (facet.labels ?? facet.names)[at], count: counts[at] }))
      .filter(({ value, count }) => count || chosen(value))
      .sort((one, other) => chosen(other.value) - chosen(one.value) || other.count - one.count).slice(0, SHOWN);
    const list = make("ul", {}, ...best.map(({ value, label, count }) => {
      const check = make("input", { type: "checkbox", value, checked: chosen(value) });
      check.addEventListener("change", () => now({
        [name]: check.checked ? [...state[name], value] : state[name].filter(other => other !== value),
      }));
      return make("li", {}, make("label", {}, check, " ", make("bdi", { textContent: label }), make("span", { className: "search__count", textContent: number(count) })));
    }));
    box.querySelector("ul")?.remove();
    box.append(list.children.length ? list : make("p", { textContent: say("no_values") }));
  };

  /* Opening and closing ---------------------------------------------------- */

  const closed = () => {
    run++;
    if (pushed) history.back();
    else if (/^#(.*&)?q=/.test(location.hash)) history.replaceState(history.state, "", location.pathname + location.search);
    pushed = false;
  };

  search.open = (typed = "") => {
    if (!parts) build();
    const linked = /[#&?]q=/.test(location.hash + location.search);
    const before = JSON.stringify(state);
    if (linked) read();
    else if (!page) { history.pushState(history.state, "", written()); pushed = true; }
    parts.dialog?.open || parts.dialog?.showModal();
    Object.assign(parts.input, { value: state.q });
    Object.assign(parts.sort, { value: state.sort });
    for (const name of ["from", "to"]) parts[name].value = state[name];
    if (["author", "topic", "language", "publication"].some(name => state[name].length) || state.from || state.to) parts.narrow.open = true;
    parts.input.focus();
    if (typed) {
      parts.input.value = typed;
      parts.input.dispatchEvent(new Event("input", { bubbles: true }));
      return;
    }
    parts.input.select();
    if (linked ? before !== JSON.stringify(state) || !parts.list.children.length : state.q) now({});
  };

  for (const name of ["author", "topic", "language", "publication"]) state[name] = [];
  /* The back button takes away what the search put into the address: the dialog goes with it. */
  addEventListener("popstate", () => {
    const linked = /^#(.*&)?q=/.test(location.hash);
    if (!linked && parts?.dialog?.open) { pushed = false; parts.dialog.close(); }
  });
})();
