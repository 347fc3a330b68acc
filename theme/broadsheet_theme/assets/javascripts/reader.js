// The reader's colours and text size: set before the page is drawn, kept where the browser allows it.
(() => {
  const root = document.documentElement, sizes = 4, night = matchMedia("(prefers-color-scheme: dark)");
  const kept = (name) => { try { return localStorage.getItem("broadsheet-" + name); } catch { return null; } };
  const keep = (name, value) => {
    try { value ? localStorage.setItem("broadsheet-" + name, value) : localStorage.removeItem("broadsheet-" + name); } catch {}
    value ? root.dataset[name] = value : delete root.dataset[name];
  };
  const dark = () => root.dataset.scheme ? root.dataset.scheme === "dark" : night.matches;
  root.dataset.reader = "";
  for (const name of ["scheme", "size"]) if (kept(name)) root.dataset[name] = kept(name);
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("button[data-dark]");
    const show = () => button.setAttribute("aria-pressed", dark());
    button.onclick = () => {
      const wanted = dark() ? "light" : "dark";
      keep("scheme", (wanted === "dark") === night.matches ? "" : wanted);
      show();
    };
    night.addEventListener("change", show);
    show();
    document.querySelector("button[data-size]").onclick = () => {
      keep("size", String(((+root.dataset.size || 0) + 1) % sizes || ""));
    };
  });
})();
