// Help on the way through a long text. Everything works without it.

// Where am I? The part that is being read is marked in the contents list.
const contents = document.querySelector(".toc");
if (contents) {
  const parts = [...contents.querySelectorAll("a")]
    .map((link) => ({ link, part: document.getElementById(link.hash.slice(1)) }))
    .filter(({ part }) => part);
  let marked;
  let waiting = false;

  const mark = () => {
    waiting = false;
    const line = window.innerHeight / 3;
    const begun = parts.filter(({ part }) => part.getBoundingClientRect().top <= line);
    const now = begun.at(-1)?.link;
    if (now === marked) {
      return;
    }
    marked?.removeAttribute("aria-current");
    now?.setAttribute("aria-current", "true");
    marked = now;
    if (now && contents.scrollHeight > contents.clientHeight) {
      contents.scrollTop = now.offsetTop - contents.clientHeight / 2;
    }
  };

  const soon = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(mark);
    }
  };
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon, { passive: true });
  mark();
}

// The link to a part is copied as it is followed, where the browser lets us.
const notice = document.querySelector(".copied");
if (notice && navigator.clipboard) {
  let clearing;
  document.addEventListener("click", async (event) => {
    const link = event.target.closest(".permalink");
    if (!link) {
      return;
    }
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return;
    }
    notice.textContent = notice.dataset.said;
    clearTimeout(clearing);
    clearing = setTimeout(() => {
      notice.textContent = "";
    }, 4000);
  });
}
