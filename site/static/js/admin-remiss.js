/* Makes the remiss screens quicker: a filter over the bodies, and a button that copies a link.
   Everything can be done without it. */

for (const filter of document.querySelectorAll("[data-filter]")) {
  const list = document.getElementById(filter.dataset.filter);
  const input = filter.querySelector("input");
  const count = filter.querySelector("[data-filter-count]");
  const rows = [...list.querySelectorAll("[data-name]")];
  filter.hidden = false;
  input.addEventListener("input", () => {
    const wanted = input.value.trim().toLowerCase();
    for (const row of rows) {
      row.hidden = !row.dataset.name.includes(wanted);
    }
    count.textContent = wanted ? String(rows.filter((row) => !row.hidden).length) : "";
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
    }
  });
}

for (const place of document.querySelectorAll("[data-copy]")) {
  const input = place.querySelector("input");
  const button = place.querySelector("button");
  input.addEventListener("focus", () => input.select());
  if (!navigator.clipboard) {
    continue;
  }
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(input.value);
    button.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}
