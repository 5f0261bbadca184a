// What makes the officials' forms quicker. Every form works without it.

// Rows that can be added: votes, motives, amendments.
for (const rows of document.querySelectorAll("[data-rows]")) {
  const prefix = rows.dataset.rows;
  const total = rows.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const here = rows.querySelector("[data-rows-here]");
  const template = rows.querySelector("template");
  const add = rows.querySelector("[data-rows-add]");
  add.hidden = false;
  add.addEventListener("click", () => {
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    total.value = Number(total.value) + 1;
    here.append(row);
    row.querySelector("input:not([type=hidden]), textarea")?.focus();
  });
}

// The panel beside a form, kept up to date while the form is filled in.
for (const form of document.querySelectorAll("form[data-live]")) {
  const panel = document.getElementById(form.dataset.live);
  let waiting, running;

  async function ask() {
    running?.abort();
    running = new AbortController();
    const data = new FormData(form);
    data.set("action", "live");
    try {
      const answer = await fetch(form.dataset.liveUrl, {
        method: "POST",
        body: data,
        signal: running.signal,
        headers: { "X-Requested-With": "XMLHttpRequest" },
      });
      if (answer.ok && !answer.redirected) show(await answer.text());
    } catch (fault) {
      if (fault.name !== "AbortError") throw fault;
    }
  }

  function show(html) {
    const focused = document.activeElement;
    if (panel.contains(focused) && focused.matches("textarea")) return;
    const ticked = focused && panel.contains(focused) ? focused.id : "";
    const opened = panel.querySelector("details")?.open;
    panel.innerHTML = html;
    const details = panel.querySelector("details");
    if (details && opened !== undefined) details.open = opened;
    if (ticked) document.getElementById(ticked)?.focus();
    oneNote();
  }

  // The reason stands in the panel when a rule is broken, else among the rest of the minutes.
  function oneNote() {
    const kept = form.querySelector("[data-note]");
    const inPanel = panel.querySelector("textarea[name=note]");
    if (!kept) return;
    kept.hidden = Boolean(inPanel);
    for (const field of kept.querySelectorAll("textarea")) field.disabled = Boolean(inPanel);
  }

  form.addEventListener("input", (event) => {
    if (event.target.name === "note") return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 400);
  });
  form.addEventListener("change", (event) => {
    if (event.target.name === "note") return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, 100);
  });
}

// How a record number is read.
for (const field of document.querySelectorAll("[data-read-number]")) {
  const input = field.querySelector("input");
  const here = field.querySelector("[data-read-here]");
  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const address = `${field.dataset.readNumber}?nummer=${encodeURIComponent(input.value)}`;
      const answer = await fetch(address);
      if (!answer.ok) return;
      const { said, ok } = await answer.json();
      here.textContent = said;
      here.dataset.ok = ok ? "yes" : "no";
    }, 300);
  });
}

// What must be put right is where the eye and the screen reader go first.
document.querySelector("[data-refusal]")?.focus();
