"use strict";
// without this the page shows the whole table
for (const table of document.querySelectorAll("table[data-sortable]")) {
  const make = (name, given) => Object.assign(document.createElement(name), given);
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const words = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const label = make("label", { textContent: "Search the table " });
  const box = label.appendChild(make("input", { type: "search" }));
  const status = make("p", { role: "status" });
  const tools = make("div", { className: "tools" });
  tools.append(label, status);
  (table.closest(".scroll") || table).before(tools);

  const value = ({ cells }, place) => {
    const cell = cells[place];
    return cell?.dataset.sort === undefined ? cell?.textContent.trim() || "" : +cell.dataset.sort;
  };
  const kind = (one) => (one === "" ? 2 : typeof one === "number" ? 0 : 1);
  const compare = (a, b, way) =>
    kind(a) - kind(b) || way * (typeof a === "number" ? a - b : words.compare(a, b));

  heads.forEach((head, place) => {
    const name = head.textContent.trim();
    if (!name || head.querySelector(".ends")) return;
    const button = make("button", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const way = head.ariaSort === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", way > 0 ? "ascending" : "descending");
      rows.sort((a, b) => compare(value(a, place), value(b, place), way));
      table.tBodies[0].append(...rows);
      status.textContent = `Sorted by ${name}, ${way > 0 ? "lowest or A" : "highest or Z"} first.`;
    };
  });

  box.oninput = () => {
    const sought = box.value.trim().toLowerCase();
    for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(sought);
    status.textContent = `${rows.filter((row) => !row.hidden).length} of ${rows.length} rows shown.`;
  };
}
