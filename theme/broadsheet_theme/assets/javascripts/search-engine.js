/* Reads the index that the build wrote (finish/search): queries to articles.

   Each file of the index is a script that hands its bytes to `take`: so it can be
   read from disk, too. The rules for words are those of finish/search/words.py. */
(() => {
  "use strict";
  const search = window.broadsheetSearch;
  const UNSPACED = "\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff" +
    "\\u3130-\\u318f\\u31f0-\\u31ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff" +
    "\\uff66-\\uffdc\\u{20000}-\\u{3ffff}";
  const WORD = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}])+`, "gu");
  const RUN = new RegExp(`^[${UNSPACED}]`, "u");
  const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ς: "σ" };
  const LONGEST = 64;
  const EXACT = 1, KIN = 0.9, LOOSE = 0.6;   // what a form counts: the word itself, of its family, much like it
  const MOST_CHUNKS = 4;                     // that one word may load
  const BESIDE = 140_000;                    // bytes of places that are worth loading to see which words stand side by side
  const EXTRACT = 44;                        // words of an extract

  /* Words ---------------------------------------------------------------- */

  const lower = word => word.toLowerCase().normalize("NFKC").toLowerCase();
  const fold = word => [...lower(word).normalize("NFKD").replace(MARKS, "")]
    .map(letter => PLAIN[letter] ?? letter).join("").normalize("NFC").slice(0, LONGEST);

  /* What a word is found by: [form, letters of the run that it stands at]. */
  const formsOf = word => {
    if (!RUN.test(word)) return [fold(word)].filter(Boolean);
    const letters = [...lower(word)];
    return letters.map((letter, at) => letter + (letters[at + 1] ?? ""));
  };

  /* Files ---------------------------------------------------------------- */

  const taken = new Map(), loading = new Map();
  const NAME = 12;                           // letters of a file's name, which says what is in it
  let manifest;

  search.take = (name, text) => taken.set(name, text);

  const bytesOf = async text => {
    const packed = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  };

  const read = async (name, asked = "") => {
    await search.script(`${search.root}search/${name}.js${asked}`);
    const text = taken.get(name);
    taken.delete(name);
    if (!text) throw new Error(`${name} is empty`);
    const bytes = await bytesOf(text);
    const head = 4 + new DataView(bytes.buffer).getUint32(0, true);
    return { text, ...JSON.parse(new TextDecoder().decode(bytes.subarray(4, head))), bytes: bytes.subarray(head) };
  };

  const load = name => {
    if (!loading.has(name)) {
      const promise = read(name);
      promise.catch(() => loading.delete(name));
      loading.set(name, promise);
    }
    return loading.get(name);
  };
  const nameOf = (names, number) => names.slice(number * NAME, (number + 1) * NAME);
  const loadWords = number => load(`w/${nameOf(manifest.words, number)}`);
  const loadPlaces = number => load(`p/${nameOf(manifest.places, number)}`);

  const opened = first => (manifest = { ...first, common: new Map(first.common) });
  const ready = async () => manifest ?? opened(await load("manifest"));

  /* Whether the site was built anew since its index was looked into: its files may have other names by now. */
  search.renewed = async () => {
    const now = await read("manifest", `?${Date.now()}`).catch(() => null);
    if (!now || !manifest || now.text === manifest.text) return false;
    loading.clear();
    opened(now);
    return true;
  };

  const numbers = function* (bytes, at, end) {
    while (at < end) {
      let value = 0, shift = 0, byte;
      do {
        byte = bytes[at++];
        value |= (byte & 127) << shift;
        shift += 7;
      } while (byte > 127);
      yield value;
    }
  };

  /* Where a value stands in a sorted list, or would. */
  const placeOf = (list, value) => {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (list[middle] < value) low = middle + 1; else high = middle;
    }
    return low;
  };

  const chunkOf = form => {
    const at = placeOf(manifest.firsts, form);
    return Math.max(0, manifest.firsts[at] === form ? at : at - 1);
  };

  const chunk = async number => {
    const part = await loadWords(number);
    if (!part.starts) {
      part.number = number;
      part.starts = [];
      part.impacts = [];
      let at = 0;
      for (const size of part.docs) { part.starts.push(at); at += size; }
      for (const count of part.counts) { part.impacts.push(at); at += count; }
    }
    return part;
  };

  /* The articles of one form, with what it says of each. */
  const postings = (part, at) => {
    const docs = new Uint32Array(part.counts[at]);
    let doc = 0, next = 0;
    for (const step of numbers(part.bytes, part.starts[at], part.starts[at] + part.docs[at])) docs[next++] = doc += step;
    return { docs, impacts: part.bytes.subarray(part.impacts[at], part.impacts[at] + docs.length) };
  };

  /* The places of one form, by article. */
  const placesOf = async (form, wanted) => {
    const part = await chunk(chunkOf(form));
    const at = placeOf(part.forms, form);
    if (part.forms[at] !== form) return new Map();
    const { places, bytes } = await loadPlaces(part.number);
    const start = places.slice(0, at).reduce((sum, size) => sum + size, 0);
    const said = numbers(bytes, start, start + places[at]), found = new Map();
    for (const doc of postings(part, at).docs) {
      const list = [];
      let place = 0;
      for (let left = said.next().value; left > 0; left--) list.push(place += said.next().value);
      if (!wanted || wanted.has(doc)) found.set(doc, list);
    }
    return found;
  };

  /* From words to forms --------------------------------------------------- */

  const shared = (one, other) => {
    let at = 0;
    while (at < one.length && one[at] === other[at]) at++;
    return at;
  };

  const familiesOf = (part, at) => {
    const own = new Set(part.kin[at] ?? []), found = new Map();
    if (!own.size) return [];
    part.forms.forEach((form, other) => {
      if (other !== at && part.kin[other]?.some(family => own.has(family))) found.set(form, KIN);
    });
    own.forEach(family => part.elsewhere[family].forEach(form => found.set(form, KIN)));
    return [...found];
  };

  /* Forms that begin with some letters, from as many chunks as one word may load. */
  const begun = async letters => {
    const found = [];
    for (let number = chunkOf(letters), read = 0; read < MOST_CHUNKS && number < manifest.firsts.length; number++, read++) {
      if (read && !manifest.firsts[number].startsWith(letters)) break;
      const part = await chunk(number);
      for (let at = placeOf(part.forms, letters); at < part.forms.length && part.forms[at].startsWith(letters); at++)
        found.push([part.forms[at], part.counts[at]]);
    }
    return found.sort((one, other) => other[1] - one[1]).slice(0, 60).map(([form]) => form);
  };

  /* An Arabic word without the article and what else is attached before it, or with the article. */
  const bare = form => {
    const [, attached, rest] = /^([وفبك]?ال|لل|[وفبكل])(\p{L}{3,})$/u.exec(form) ?? [];
    return /^[\u0620-\u064a]+$/.test(form) ? [...(attached ? [rest, `ال${rest}`] : []), `ال${form}`] : [];
  };

  /* The forms that a word of a query stands for, each with what it counts. A word that
     the collection does not have stands for those that begin with it, or like it: so
     an unfinished word finds, and an inflection that no article has. */
  const expand = async (form, exact) => {
    const part = await chunk(chunkOf(form));
    const at = placeOf(part.forms, form);
    const there = part.forms[at] === form;
    if (exact) return new Map(there ? [[form, EXACT]] : []);
    if (RUN.test(form)) {
      if ([...form].length > 1) return new Map(there ? [[form, EXACT]] : []);
      return new Map((await begun(form)).map(other => [other, EXACT]));
    }
    if (there) return new Map([[form, EXACT], ...familiesOf(part, at)]);
    for (const other of bare(form)) {
      const near = await chunk(chunkOf(other)), place = placeOf(near.forms, other);
      if (near.forms[place] === other) return new Map([[other, KIN], ...familiesOf(near, place)]);
    }
    const longer = form.length > 1 ? await begun(form) : [];
    if (longer.length) return new Map(longer.map(other => [other, LOOSE]));
    const alike = new Map(), least = Math.max(4, Math.ceil(form.length * 0.6));
    for (let other = Math.max(0, at - 12); other < Math.min(part.forms.length, at + 12); other++) {
      const letters = shared(form, part.forms[other]);
      if (letters < least || form.length - letters > 4 || part.forms[other].length - letters > 3) continue;
      alike.set(part.forms[other], LOOSE);
      familiesOf(part, other).forEach(([kin]) => alike.set(kin, LOOSE));
    }
    return alike;
  };

  /* The form nearest to one that is nowhere: one slip in a short word, two in a longer one. */
  const nearest = async form => {
    const tries = [form];
    for (const at of [0, 1, 2]) if (form[at + 1]) tries.push(form.slice(0, at) + form[at + 1] + form[at] + form.slice(at + 2));
    const allowed = form.length < 4 ? 0 : form.length < 6 ? 1 : 2;
    let best = null;
    for (const number of new Set(tries.map(chunkOf))) {
      const part = await chunk(number);
      part.forms.forEach((other, at) => {
        if (Math.abs(other.length - form.length) > allowed || RUN.test(other)) return;
        const slips = distance(form, other, allowed);
        if (slips > allowed || (best && (slips > best.slips || (slips === best.slips && part.counts[at] <= best.count)))) return;
        best = { form: other, slips, count: part.counts[at] };
      });
    }
    return best?.form ?? null;
  };

  /* Letters put in, left out, changed or swapped (optimal string alignment). */
  const distance = (one, other, most) => {
    let before = [], last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let row = 1; row <= one.length; row++) {
      const next = [row];
      for (let column = 1; column <= other.length; column++) {
        const same = one[row - 1] === other[column - 1];
        let slips = Math.min(last[column] + 1, next[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
        if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
          slips = Math.min(slips, before[column - 2] + 1);
        next.push(slips);
      }
      if (Math.min(...next) > most) return most + 1;
      [before, last] = [last, next];
    }
    return last[other.length];
  };

  /* Queries -------------------------------------------------------------- */

  /* `words "a phrase" -without -"a phrase"`, as clauses: what has to be in an article. */
  const parse = query => {
    const clauses = [];
    for (const [, minus, phrase, word] of query.matchAll(/(?<=^|\s)(-?)(?:["“„«]([^"”“»]*)["”“»]?|(\S+))/gu)) {
      const exact = phrase !== undefined;
      const runs = [...(phrase ?? word).matchAll(WORD)].map(([run]) => run);
      if (exact) clauses.push({ not: !!minus, exact, words: runs, text: phrase.trim() });
      else for (const run of runs) clauses.push({ not: !!minus, exact: RUN.test(run) && [...run].length > 2, words: [run], text: run });
    }
    return clauses.filter(clause => clause.words.length);
  };

  /* The forms of a phrase with their places in it; of an unspaced run, as many pairs as cover it. */
  const placed = words => {
    const found = [];
    let place = 0;
    for (const word of words) {
      const forms = formsOf(word);
      if (!RUN.test(word)) forms.forEach(form => found.push([form, place]));
      else if (forms.length === 1) found.push([forms[0], place]);
      else forms.slice(0, -1).forEach((form, at) => (at % 2 === 0 || at === forms.length - 2) && found.push([form, place + at]));
      place += forms.length;
    }
    return found;
  };

  /* The articles of a clause: how much each says of it; and the forms that it stands for. */
  const answer = async clause => {
    const scores = new Float32Array(manifest.articles), forms = new Set();
    let many = 0;
    const add = (doc, score) => {
      if (!scores[doc]) many++;
      scores[doc] += score - scores[doc] * score;
    };
    const take = async (form, counts) => {
      const part = await chunk(chunkOf(form)), at = placeOf(part.forms, form);
      if (part.forms[at] !== form) return;
      const { docs, impacts } = postings(part, at);
      forms.add(form);
      docs.forEach((doc, next) => add(doc, (counts * impacts[next]) / 256));
    };
    const parts = placed(clause.words);
    if (!clause.exact || parts.length === 1) {
      const [form] = parts[0];
      const found = await expand(form, clause.exact);
      const chunks = new Set();
      for (const [other, counts] of found) {
        chunks.add(chunkOf(other));
        if (chunks.size <= MOST_CHUNKS) await take(other, counts);
      }
    } else {
      const rare = parts.filter(([form]) => !manifest.common.has(form));
      const used = rare.length ? rare : parts.slice(0, 2);
      await Promise.all(used.map(([form]) => chunk(chunkOf(form))));
      let within = null;
      const lists = [];
      for (const [form, place] of used) {
        const places = await placesOf(form, within);
        lists.push([places, place]);
        within = new Set(places.keys());
      }
      parts.forEach(([form]) => forms.add(form));
      const [[first, start], ...rest] = lists;
      for (const doc of within) {
        const stands = first.get(doc).filter(at => rest.every(([places, place]) => places.get(doc).includes(at - start + place)));
        if (stands.length) add(doc, stands[0] < 24 ? 0.95 : Math.min(0.9, 0.5 + stands.length / 20));
      }
    }
    return { scores, forms, many };
  };

  /* Facets --------------------------------------------------------------- */

  search.facet = async name => {
    const facet = await load(`f/${new Map(manifest.facets).get(name)}`);
    if (!facet.of) {
      const said = numbers(facet.bytes, 0, facet.bytes.length);
      facet.of = Array.from({ length: manifest.articles }, () =>
        Array.from({ length: said.next().value }, () => said.next().value));
    }
    return facet;
  };

  const yearOf = () => {
    const years = new Int32Array(manifest.articles);
    let start = 0;
    for (const [year, end] of manifest.years) { years.fill(year ?? 0, start, end); start = end; }
    return years;
  };

  /* Each facet as a question to an article. */
  const questions = async filters => {
    const asked = new Map();
    if (filters.from || filters.to) {
      const years = (manifest.yearOf ??= yearOf());
      asked.set("years", doc => years[doc] && years[doc] >= (filters.from || 0) && years[doc] <= (filters.to || 9999));
    }
    for (const [name] of manifest.facets) {
      if (!filters[name]?.length) continue;
      const facet = await search.facet(name);
      const wanted = new Set(filters[name].map(value => facet.names.indexOf(value)));
      asked.set(name, doc => facet.of[doc].some(value => wanted.has(value)));
    }
    return asked;
  };

  /* Searching ------------------------------------------------------------ */

  /* Articles for a query: {docs, words, left, missing, suggestion}; docs in the order asked for. */
  search.find = async (query, filters = {}, sort = "relevance") => {
    await ready();
    const clauses = parse(query), wanted = clauses.filter(clause => !clause.not);
    const isCommon = clause => !clause.exact && manifest.common.has(formsOf(clause.words[0])[0]);
    const rare = wanted.filter(clause => !isCommon(clause));
    const fewest = (one, other) => manifest.common.get(formsOf(one.words[0])[0]) - manifest.common.get(formsOf(other.words[0])[0]);
    const used = rare.length ? rare : [...wanted].sort(fewest).slice(0, 2);
    const left = wanted.filter(clause => !used.includes(clause)).map(clause => clause.text);
    const beside = sort === "relevance" ? neighbours(wanted, used) : null;
    beside?.forEach(([form]) => loadPlaces(chunkOf(form)).catch(() => {}));   // on its way with the rest
    const [answers, without, asked] = await Promise.all([
      Promise.all(used.map(answer)),
      Promise.all(clauses.filter(clause => clause.not).map(answer)),
      questions(filters),
    ]);

    const total = manifest.articles, scores = new Float32Array(total), hits = new Uint8Array(total);
    for (const { scores: one, many } of answers) {
      const idf = Math.log(1 + (total - many + 0.5) / (many + 0.5));
      for (let doc = 0; doc < total; doc++) if (one[doc]) { hits[doc]++; scores[doc] += idf * one[doc]; }
    }
    for (const { scores: one } of without) for (let doc = 0; doc < total; doc++) if (one[doc]) scores[doc] = -1;

    const collect = least => {
      const found = [];
      for (let doc = 0; doc < total; doc++) if (hits[doc] >= least && scores[doc] >= 0) found.push(doc);
      return found;
    };
    let all = collect(used.length), nearby = false;
    if (!all.length && used.length > 1) {
      for (let least = used.length - 1; least > 0 && !all.length; least--) all = collect(least);
      nearby = all.length > 0;
    }
    if (all.length > 1 && !nearby && beside) await favour(all, scores, beside);
    const docs = all.filter(doc => [...asked.values()].every(question => question(doc)));
    order(docs, scores, used.length ? sort : sort === "oldest" ? sort : "newest");

    const result = { docs, all, asked, left, nearby, forms: answers.map(({ forms }) => forms), clauses: used, suggestion: null };
    const nowhere = used.filter((clause, at) => !answers[at].many && clause.words.length === 1 && !RUN.test(clause.words[0]));
    result.missing = nowhere.map(clause => clause.text);
    if (nowhere.length) {
      let mended = query;
      for (const clause of nowhere) {
        const other = await nearest(fold(clause.words[0]));
        if (other) mended = mended.replace(clause.words[0], other);
      }
      if (mended !== query) result.suggestion = mended;
    }
    return result;
  };

  /* The words of a query with their places in it, if there are several, and to see where each stands is worth the bytes. */
  const neighbours = (wanted, used) => {
    let place = 0;
    const words = [];
    for (const clause of wanted) {
      if (!clause.exact && used.includes(clause)) words.push([formsOf(clause.words[0])[0], place]);
      place += clause.words.flatMap(formsOf).length;
    }
    const bytes = [...new Set(words.map(([form]) => chunkOf(form)))].reduce((sum, part) => sum + manifest.sizes[part], 0);
    return words.length > 1 && bytes <= BESIDE ? words : null;
  };

  /* Articles in which neighbours in the query are neighbours, too, come before others. */
  const favour = async (docs, scores, words) => {
    const within = new Set(docs);
    const lists = await Promise.all(words.map(([form]) => placesOf(form, within)));
    for (const doc of docs) {
      let beside = 0;
      for (let at = 1; at < words.length; at++) {
        const [one, other] = [lists[at - 1].get(doc), lists[at].get(doc)], apart = words[at][1] - words[at - 1][1];
        if (one && other) {
          const there = new Set(other);
          if (one.some(start => there.has(start + apart))) beside += apart === 1 ? 1 : 0.5;   // words left out between are not looked at
        }
      }
      scores[doc] *= 1 + beside / (words.length - 1);
    }
  };

  const order = (docs, scores, sort) => {
    if (sort === "relevance") docs.sort((one, other) => scores[other] - scores[one] || one - other);
    if (sort === "oldest") {
      const dated = manifest.years.reduce((end, [year, until]) => (year === null ? end : until), 0);
      docs.sort((one, other) => (one >= dated) - (other >= dated) || (one < dated ? other - one : one - other));
    }
  };

  /* How often each value of a facet is among the results, the other facets applied. */
  search.counts = async (result, name) => {
    const facet = await search.facet(name);
    const others = [...result.asked].filter(([other]) => other !== name).map(([, question]) => question);
    const counts = new Uint32Array(facet.names.length);
    for (const doc of result.all) if (others.every(question => question(doc))) for (const value of facet.of[doc]) counts[value]++;
    return { facet, counts };
  };

  search.years = () => manifest.years.map(([year]) => year).filter(year => year !== null);
  search.facets = () => manifest.facets.map(([name]) => name);
  search.ready = ready;

  /* Extracts ------------------------------------------------------------- */

  search.card = async doc => {
    let file = 0;
    while (manifest.ends[file] <= doc) file++;
    const { cards } = await load(`c/${nameOf(manifest.cards, file)}`);
    const [url, title, date, day, authors, language, text] = cards[doc - (file ? manifest.ends[file - 1] : 0)];
    return { url, title, date, day, authors, language, text };
  };

  /* Where a text has what was searched for: [start, end, number of the word]. */
  const spans = (text, words) => {
    const found = [];
    for (const match of text.matchAll(WORD)) {
      const [run] = match;
      if (!RUN.test(run)) {
        const form = fold(run);
        const word = words.findIndex(forms => forms.has(form));
        if (word >= 0) found.push([match.index, match.index + run.length, word]);
        continue;
      }
      let at = match.index;
      const letters = [...run], pairs = formsOf(run);
      letters.forEach((letter, next) => {
        const word = words.findIndex(forms => forms.has(pairs[next]));
        const size = letter.length + (letters[next + 1] ?? "").length;
        if (word >= 0) found.push([at, at + size, word]);
        at += letter.length;
      });
    }
    return found;
  };

  /* The part of a text that says most of what was searched for, as pieces: [text, marked]. */
  search.extract = (text, words) => {
    const found = spans(text, words), runs = [...text.matchAll(/[^\s\u3000-\u303f\u3040-\u9fff\uac00-\ud7ff]+|[\u3040-\u9fff\uac00-\ud7ff]{1,2}/gu)];
    let best = 0, most = -1;
    found.forEach(([start], from) => {
      const seen = new Set();
      let next = from;
      while (next < found.length && found[next][0] < start + EXTRACT * 5) seen.add(found[next++][2]);
      const worth = seen.size * 100 + Math.min(next - from, 20);
      if (worth > most) { most = worth; best = start; }
    });
    const before = Math.max(0, runs.findIndex(run => run.index + run[0].length > best) - 8);
    const from = runs[before]?.index ?? 0, last = runs[Math.min(runs.length, before + EXTRACT) - 1];
    const to = last ? last.index + last[0].length : 0;
    return { pieces: pieces(text, found, from, to), cutBefore: from > 0, cutAfter: to < text.length };
  };

  search.marked = (text, words) => pieces(text, spans(text, words), 0, text.length);

  /* The words of a text that were searched for, as it writes them. */
  search.written = (text, words) =>
    [...new Set(spans(text, words).map(([start, end]) => text.slice(start, end).toLowerCase()))].slice(0, 12);

  const pieces = (text, found, from, to) => {
    const made = [];
    let at = from;
    for (const [start, end] of found) {
      if (end <= at || start >= to) continue;
      if (start > at) made.push([text.slice(at, start), false]);
      made.push([text.slice(Math.max(start, at), end), true]);
      at = end;
    }
    if (at < to) made.push([text.slice(at, to), false]);
    return made;
  };

  /* Whether a text has the phrases whose common words the index was not asked for. */
  search.confirms = (text, result) => {
    const open = result.clauses.filter(({ exact, words }) => exact && words.some(word => manifest.common.has(fold(word))));
    if (!open.length) return true;
    const line = ` ${search.formsOf(text).join(" ")} `;
    return open.every(({ words }) => line.includes(` ${words.flatMap(formsOf).join(" ")} `));
  };

  search.formsOf = text => [...text.matchAll(WORD)].flatMap(([run]) => formsOf(run));
})();
