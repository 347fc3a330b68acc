/* The block "on this day" of the front page: what the archive has of the reader's day takes the place of what the build
   put there, which knows no day. It is looked up when the block comes near, and put in only while that is out of sight,
   so that nothing moves before the reader's eyes. From disk, and on a day that has nothing, all stays as it is. */
(() => {
  const { root, said } = document.currentScript.dataset, block = document.currentScript.closest(".block");
  const two = (number) => String(number).padStart(2, "0"), now = new Date();
  const today = `${two(now.getMonth() + 1)}-${two(now.getDate())}`, MOST = 5;

  const page = async (url) => {
    const answer = await fetch(url, { priority: "low" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  };

  /* The name of the day, the list of its articles and where that stands: a part of one page, or a page of its own. */
  const find = async () => {
    const url = new URL(`${root}on-this-day/index.html`, location), all = await page(url);
    const days = all.querySelector("[data-days]")?.dataset.days.split(" ");
    if (days) {
      const heading = all.querySelectorAll(".listing__body h2")[days.indexOf(today)];
      return heading && { name: heading.textContent, list: heading.nextElementSibling, url };
    }
    const link = all.querySelector(`.listing__body a[href^="${today}/"]`);
    if (!link) return null;
    const own = new URL(link.getAttribute("href"), url);
    return { name: link.textContent, list: (await page(own)).querySelector(".listing__body ul"), url: own };
  };

  const make = (tag, ...children) => {
    const element = document.createElement(tag);
    element.append(...children);
    return element;
  };

  const show = async () => {
    const found = await find().catch(() => null);
    if (!found?.list) return;
    const ours = block.querySelector("ul");
    const others = new Set([...document.querySelectorAll("main a")].filter((a) => !ours.contains(a)).map((a) => a.href));
    const lines = [...found.list.children].flatMap((item) => {
      const link = item.querySelector("a"), href = new URL(link.getAttribute("href"), found.url).href;
      const rest = [...item.childNodes].filter((node) => node !== link).map((node) => node.textContent).join("");
      const headline = Object.assign(make("a", link.textContent), { href });
      return others.has(href) ? [] : [make("li", make("p", make("strong", headline)), make("p", rest.replace(/^[\s·]+/, "")))];
    });
    if (!lines.length || block.getBoundingClientRect().top < innerHeight) return;
    block.querySelector("h2").textContent = said.replace("{day}", found.name);
    ours.replaceChildren(...lines.slice(0, MOST));
  };

  if (location.protocol === "file:") return;
  new IntersectionObserver((seen, observer) => {
    if (!seen.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    show();
  }, { rootMargin: "100%" }).observe(block);
})();
