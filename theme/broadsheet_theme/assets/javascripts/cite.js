// Copies the reference of an article. Without this script it can be marked and copied by hand.
for (const button of document.querySelectorAll(".cite__copy")) {
  const reference = button.closest(".cite").querySelector(".cite__reference")
  const label = button.textContent
  button.hidden = false
  button.addEventListener("click", async () => {
    const text = reference.innerText.trim()
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // A page from disk may not use the clipboard in some browsers: mark the text, so that one key copies it.
      getSelection().selectAllChildren(reference)
      if (!document.execCommand("copy")) return
    }
    button.textContent = button.dataset.done
    setTimeout(() => { button.textContent = label }, 2000)
  })
}
