// What makes the officials' forms quicker. Every form works without it.

const posted = [...document.querySelectorAll('form[method="post"]')];

// A form is sent once, however often its button is pressed. Whoever has signed in again in another
// window has got a new token, and the one in the form is of no use any more.
for (const form of posted) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    const [, token] = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/) ?? [];
    if (token) form.elements.csrfmiddlewaretoken.value = token;
    if (leavesWords(form)) return; // the browser asks first, and may be told to stay
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 10_000); // the sending may have been stopped
    setTimeout(() => sayWorking(event.submitter), 700);
  });
}
addEventListener("pageshow", () => {
  posted.forEach((form) => delete form.dataset.sent);
  document.querySelector("[data-working]")?.remove();
});

// Whether something has been written in another form of the page.
function leavesWords(form) {
  return posted.some((other) => other !== form && other.dataset.wUnsavedHasEditsValue === "true");
}

// What takes long says that it is under way.
function sayWorking(button) {
  const words = document.getElementById("working");
  if (button && words) button.after(words.content.cloneNode(true));
}

// Rows that can be added: votes, motives, amendments, comments.
for (const rows of document.querySelectorAll("[data-rows]")) {
  const prefix = rows.dataset.rows;
  const total = rows.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const here = rows.querySelector("[data-rows-here]");
  const template = rows.querySelector("template");
  const add = rows.querySelector("[data-rows-add]");
  add.hidden = false;
  rows.querySelector("[data-rows-without-script]")?.remove();
  add.addEventListener("click", () => {
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML
      .replaceAll("__prefix__", total.value)
      .replaceAll("__number__", Number(total.value) + 1);
    const row = holder.firstElementChild;
    total.value = Number(total.value) + 1;
    here.append(row);
    row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
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

// Whoever has been signed out when a form is sent comes back to an empty one after signing in. What
// was written is kept in this tab until then, and put back.
const KEPT = "styrdok-sent";

// Not form.action: many a form has a button of that name.
const address = (form) =>
  new URL(form.getAttribute("action") || location.pathname, location).pathname;

function words(form) {
  return [...new FormData(form)].filter(
    ([name, value]) =>
      typeof value === "string" &&
      !form.querySelector(`input[type="hidden"][name="${CSS.escape(name)}"]`),
  );
}

function putBack(form, sent) {
  for (const [name] of sent) {
    const [, prefix] = name.match(/^(.+)-\d+-/) ?? [];
    const add = prefix && form.querySelector(`[data-rows="${prefix}"] [data-rows-add]`);
    if (add && !form.elements[name]) add.click();
  }
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
  for (const [name, value] of sent) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
      else field.value = value;
    }
  }
  form.dispatchEvent(new Event("input", { bubbles: true }));
  if (form.dataset.controller !== "w-unsaved") return;
  form.dataset.wUnsavedForceValue = "true"; // Wagtail counts from what it finds in the form
  form.dataset.wUnsavedHasEditsValue = "true";
}

for (const form of posted) {
  form.addEventListener("submit", () => {
    sessionStorage.setItem(KEPT, JSON.stringify([address(form), words(form)]));
  });
}
const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
sessionStorage.removeItem(KEPT);
if (kept && document.referrer && new URL(document.referrer).pathname.endsWith("/login/")) {
  // Many forms may be sent to one address, as those of the comments are.
  const here = posted.filter((found) => address(found) === kept[0]);
  const form = here.find((found) => kept[1].some(([name]) => found.elements[name])) ?? here[0];
  const note = document.getElementById("signed-in-again");
  if (form && note) {
    form.before(note.content.cloneNode(true));
    putBack(form, kept[1]);
  }
}

// What must be put right is where the eye and the screen reader go first.
document.querySelector("[data-refusal]")?.focus();
