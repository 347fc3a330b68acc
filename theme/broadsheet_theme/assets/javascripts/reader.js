// The buttons: colours and text size, kept where the browser allows it (the early script in each page applies them
// before it is drawn), and the reference, which is copied.
(() => {
  const root = document.documentElement, sizes = 4, night = matchMedia("(prefers-color-scheme: dark)");
  const keep = (name, value) => {
    try { value ? localStorage.setItem("broadsheet-" + name, value) : localStorage.removeItem("broadsheet-" + name); } catch {}
    value ? root.dataset[name] = value : delete root.dataset[name];
  };
  const dark = () => root.dataset.scheme ? root.dataset.scheme === "dark" : night.matches;

  const parts = {
    "[data-dark]": (button) => {
      const show = () => button.setAttribute("aria-pressed", dark());
      button.onclick = () => {
        const wanted = dark() ? "light" : "dark";
        keep("scheme", (wanted === "dark") === night.matches ? "" : wanted);
        show();
      };
      night.addEventListener("change", show);
      show();
    },
    "button[data-size]": (button) => {
      button.onclick = () => keep("size", String(((+root.dataset.size || 0) + 1) % sizes || ""));
    },
    ".cite__copy": (button) => {
      const reference = button.closest(".cite").querySelector(".cite__reference"), label = button.textContent;
      button.onclick = async () => {
        try { await navigator.clipboard.writeText(reference.innerText.trim()); } catch {
          // From disk some browsers allow no clipboard: the text is marked, so that one key copies it.
          getSelection().selectAllChildren(reference);
          if (!document.execCommand("copy")) return;
        }
        button.textContent = button.dataset.copied;
        setTimeout(() => { button.textContent = label; }, 2000);
      };
    },
  };
  for (const [name, work] of Object.entries(parts)) document.querySelectorAll(name).forEach(work);
})();
