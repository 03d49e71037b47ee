import { count, fill, h, scroll } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

const step = 100;

export function verdict(row) {
  if (!row.read) return ["unreadable", "error"];
  if (row.superseded) return ["superseded", "note"];
  return row.accepted ? ["accepted", "good"] : ["sendBack", "error"];
}

const filters = {
  all: () => true,
  sendBack: (row) => row.read && !row.superseded && !row.accepted,
  accepted: (row) => row.read && !row.superseded && row.accepted,
  unreadable: (row) => !row.read,
  notCounted: (row) => row.read && !row.counts,
};

const columns = [
  ["project", (row) => row.project ?? row.file], ["unit", (row) => row.unit ?? ""], ["total", (row) => Number(row.total ?? -1)],
  ["grade", (row) => Number(row.total ?? -1)], ["execution", (row) => Number(row.rate ?? -1)],
  ["findings", (row) => row.errors * 1e6 + row.warnings * 1e3 + row.notes], ["verdict", (row) => verdict(row)[0]],
];

// The list of returns: searched, filtered, sorted, a hundred at a time.
export function returnList(number) {
  // Who comes back from a return finds the list as they left it.
  const view = state.lists[number] ??= { filter: "all", text: "", sort: null, down: false, most: step, opened: null };
  let rows = [];
  let isLive = false;
  const body = h("tbody", {});
  const shown = h("p", { class: "hint", role: "status" });
  const more = h("div", { class: "buttons" });
  const search = h("input", {
    type: "search", id: "search", placeholder: t("search"), "aria-label": t("search"), value: view.text,
    oninput: () => { view.text = search.value; view.most = step; redraw(); },
  });
  const choice = h(
    "select", { id: "filter", "aria-label": t("verdict"), onchange: () => { view.filter = choice.value; view.most = step; redraw(); } },
    Object.keys(filters).map((key) => h("option", { value: key, selected: key === view.filter }, t(key))),
  );
  const heads = columns.map(([key, value]) => h("th", { scope: "col" }, h("button", {
    type: "button", class: "sort",
    onclick: () => {
      view.down = view.sort === value ? !view.down : false;
      view.sort = value;
      redraw();
    },
  }, t(key))));
  const table = h("table", { class: "returns" }, h("caption", { class: "unseen" }, t("returnsTable")), h("thead", {}, h("tr", {}, heads)), body);
  const empty = h("div", { class: "empty" }, h("p", { class: "drop-title" }, t("emptyReturns")), h("p", { class: "hint" }, t("emptyReturnsHint")));
  const full = h("div", { hidden: true }, h("div", { class: "row" }, search, choice, shown), scroll(t("returnsTable"), table), more);

  function redraw() {
    const text = view.text.trim().toLowerCase();
    const wanted = rows.map((row, index) => ({ row, index })).filter(({ row }) =>
      filters[view.filter](row) &&
      (!text || `${row.file}\n${row.project ?? ""}\n${row.unit ?? ""}\n${row.id ?? ""}`.toLowerCase().includes(text)));
    if (view.sort) {
      wanted.sort((a, b) => {
        const [x, y] = [view.sort(a.row), view.sort(b.row)];
        const order = typeof x === "number" ? x - y : x.localeCompare(y, "zh-CN");
        return (view.down ? -order : order) || a.index - b.index;
      });
    }
    heads.forEach((head, at) => head.setAttribute("aria-sort", view.sort !== columns[at][1] ? "none" : view.down ? "descending" : "ascending"));
    fill(body, wanted.slice(0, view.most).map(({ row, index }) => line(number, row, index, isLive, view)));
    fill(shown, wanted.length ? t("shown", count(Math.min(view.most, wanted.length)), count(wanted.length)) : t("nothingFound"));
    const rest = Math.min(step, wanted.length - view.most);
    fill(more, rest > 0 ? h("button", { type: "button", class: "plain", onclick: () => { view.most += step; redraw(); } }, t("showMore", rest)) : null);
  }

  return {
    element: h("div", {}, empty, full),
    draw(next, live, files) {
      rows = next;
      isLive = live;
      empty.hidden = rows.length > 0 || live || files > 0;
      full.hidden = rows.length === 0;
      redraw();
      if (rows.length && !live) goOn(body, view);
    },
  };
}

// The return that was opened last is where one goes on, unless one is elsewhere already.
function goOn(body, view) {
  if (view.opened === null || ![document.body, document.getElementById("content")].includes(document.activeElement)) return;
  const link = body.querySelector(`[data-index="${view.opened}"]`);
  view.opened = null;
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "center" });
}

function line(number, row, index, isLive, view) {
  const [word, look] = verdict(row);
  const name = row.project ?? row.file.split("/").at(-1);
  const title = isLive || !row.read ? h("span", {}, name) : h("a", { href: `#/${number}/review/${index}`, class: "open", "data-index": index, onclick: () => { view.opened = index; } }, name);
  return h(
    "tr", { class: look },
    h(
      "td", { class: "text" }, title,
      h("div", { class: "hint" }, row.file, row.form > 1 ? `　${t("form", row.form)}` : ""),
      row.reasons.map((reason) => h("div", { class: "reason" }, h("b", {}, reason.code), ` ${reason.message} `, h("span", { class: "hint" }, reason.advice))),
    ),
    h("td", {}, row.unit ?? ""), h("td", { class: "number" }, row.total ?? ""), h("td", {}, row.grade ?? ""),
    h("td", { class: "number" }, row.rate === null ? "" : `${row.rate}%`),
    h("td", {}, tally(row), row.rectified ? h("div", { class: "hint" }, t("rectified", ...row.rectified)) : null),
    h("td", {}, h("span", { class: `mark ${look}` }, t(word)), row.read && !row.counts && !row.superseded ? h("div", { class: "hint" }, t("notCounted")) : null),
  );
}

const tally = (row) => [["errors", "error"], ["warnings", "warning"], ["notes", "note"]]
  .filter(([key]) => row[key] > 0)
  .map(([key, look]) => h("span", { class: `tally ${look}` }, `${t(key)} ${row[key]}`));
