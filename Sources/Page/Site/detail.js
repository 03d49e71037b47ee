import { get } from "./api.js";
import { fill, h, scroll } from "./dom.js";
import { state, watch } from "./state.js";
import { language, t } from "./words.js";

const statusLooks = { met: "good", shortfall: "error", over: "warning", unresolved: "error", excluded: "note" };
const looks = { error: "error", warning: "warning", note: "note" };
const severity = { error: "severityError", warning: "severityWarning", note: "severityNote" };

// One return: its form as a table with the findings at their cells; scores and funds beside it.
export async function showReturn(content, { round: number, index }) {
  watch(null);
  fill(content, h("p", { class: "busy", role: "status" }, t("loading")));
  const { result, sheets } = await get(`rounds/${number}/returns/${index}`);
  const rows = await get(`rounds/${number}/rows`);
  const form = formTable(result, sheets);
  const side = h("div", { class: "side" });
  const parts = { findings: () => findings(result, form), scores: () => scores(result, form), funds: () => funds(result) };
  const names = { findings: t("tabFindings", result.findings.length), scores: t("tabScores"), funds: t("tabFunds") };
  const panel = h("div", { role: "tabpanel", id: "panel", tabindex: "0" });
  const tabs = Object.keys(parts).map((key) => h("button", {
    type: "button", role: "tab", id: `part-${key}`, "aria-controls": "panel", onclick: () => choose(key),
    onkeydown: (event) => move(event, key),
  }, names[key]));

  function choose(key) {
    tabs.forEach((tab) => {
      const isChosen = tab.id === `part-${key}`;
      tab.setAttribute("aria-selected", String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
    });
    panel.setAttribute("aria-labelledby", `part-${key}`);
    fill(panel, parts[key]());
  }

  function move(event, key) {
    const keys = Object.keys(parts);
    const at = keys.indexOf(key);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = keys.at(to % keys.length);
    choose(next);
    document.getElementById(`part-${next}`).focus();
  }

  form.choose = (place) => {
    choose("findings");
    panel.querySelector(`[data-at="${CSS.escape(place)}"]`)?.scrollIntoView({ block: "nearest" });
  };
  fill(side, h("div", { role: "tablist", class: "parts" }, tabs), panel);
  fill(
    content, heading(number, index, rows, result),
    h("div", { class: "detail" }, form.element, side),
  );
  choose("findings");
}

function heading(number, index, rows, result) {
  const verdict = result.verdict === "accept" ? ["accepted", "good"] : ["sendBack", "error"];
  const readable = (at, step) => {
    let next = at + step;
    while (rows[next] && !rows[next].read) next += step;
    return rows[next] ? h("a", { class: "button plain", href: `#/${number}/review/${next}` }, t(step < 0 ? "previous" : "next")) : null;
  };
  return h(
    "section", { class: "box heading" },
    h(
      "div", { class: "row" },
      h("a", { class: "button plain", id: "to-list", href: `#/${number}/review` }, t("toList")), readable(index, -1), readable(index, 1),
      h("h2", { class: "grow" }, result.project?.name ?? result.file),
      result.annotated ? h("a", { class: "button", id: "take-copy", href: `/api/rounds/${number}/copies/${index}`, download: "" }, t("takeCopy")) : null,
    ),
    h(
      "p", {}, h("span", { class: `mark ${verdict[1]}` }, t(verdict[0])),
      result.total === null ? null : h("b", { class: "total" }, `　${t("total")} ${result.total}　${result.grade ?? ""}`),
      result.claimedTotal ? h("span", {}, `　${t("claimed")} ${result.claimedTotal}`) : null,
      "　", result.project?.unit ?? "", h("span", { class: "hint" }, `　${result.file}`),
    ),
  );
}

// The sheets as tables; the one of the form first, the sheet of the verdict last.
function formTable(result, sheets) {
  const first = result.indicators?.find((row) => row.sheet)?.sheet ?? result.findings.find((one) => one.sheet)?.sheet;
  const ordered = [...sheets].sort((a, b) => Number(b.name === first) - Number(a.name === first));
  const marks = new Map();
  for (const finding of result.findings) {
    if (!finding.sheet || !finding.cell) continue;
    const key = `${finding.sheet}!${finding.cell}`;
    marks.set(key, [...(marks.get(key) ?? []), finding]);
  }
  const holder = h("div", { class: "scroll sheet", tabindex: "0", role: "region", "aria-label": t("formTable") });
  const form = { choose: () => {}, reach };
  let current = null;

  function show(sheet) {
    current = sheet.name;
    tabs.forEach((tab) => tab.setAttribute("aria-pressed", String(tab.textContent === sheet.name)));
    fill(holder, sheet.cut ? h("p", { class: "hint" }, t("cutSheet")) : null, grid(sheet, marks, form));
  }

  function reach(name, cell) {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) return;
    if (current !== name) show(sheet);
    holder.querySelectorAll(".reached").forEach((one) => one.classList.remove("reached"));
    const place = holder.querySelector(`[data-cell="${CSS.escape(cell)}"]`);
    place?.classList.add("reached");
    place?.scrollIntoView({ block: "center", inline: "center" });
  }

  const tabs = ordered.map((sheet) => h("button", { type: "button", class: "plain small", onclick: () => show(sheet) }, sheet.name));
  if (ordered.length) show(ordered[0]);
  else fill(holder, h("p", {}, t("noCopy")));
  form.element = h("div", { class: "form" }, h("div", { class: "sheets" }, tabs), holder);
  return form;
}

function grid(sheet, marks, form) {
  const visible = sheet.widths.map((width) => width > 0);
  const columns = h("colgroup", {}, h("col", {}), sheet.widths.filter((width) => width > 0).map((width) => {
    const column = h("col", {});
    column.style.width = `${Math.min(Math.max(width * 0.8, 36), 340)}px`;
    return column;
  }));
  const head = h("tr", {}, h("th", {}), sheet.columns.filter((_, at) => visible[at]).map((letter) => h("th", { scope: "col" }, letter)));
  const shown = new Set(sheet.columns.filter((_, at) => visible[at]));
  const body = sheet.rows.filter((row) => !row.hidden).map((row) =>
    h("tr", {}, h("th", { scope: "row" }, row.row), row.cells.filter((cell) => shown.has(cell.at.replace(/\d+/, ""))).map((cell) =>
      cellOf(sheet, cell, marks.get(`${sheet.name}!${cell.at}`), form))));
  return h("table", { class: "grid" }, columns, h("thead", {}, head), h("tbody", {}, body));
}

function cellOf(sheet, cell, found, form) {
  const worst = ["error", "warning", "note"].find((level) => found?.some((one) => one.severity === level));
  const attributes = {
    "data-cell": cell.at, rowspan: cell.down > 1 ? cell.down : null, colspan: cell.across > 1 ? cell.across : null,
    class: [cell.number ? "number" : "", worst ? `found ${worst}` : ""].join(" ").trim() || null,
  };
  if (!found) return h("td", attributes, cell.text ?? "");
  const text = found.map((one) => `${t(severity[one.severity])} ${one.code} ${one.message}`).join("\n");
  return h(
    "td", { ...attributes, title: text }, cell.text ?? "",
    h("button", { type: "button", class: "flag", "aria-label": text, onclick: () => form.choose(`${sheet.name}!${cell.at}`) }, `${found.length}`),
  );
}

function findings(result, form) {
  if (!result.findings.length) return h("p", {}, t("noFindings"));
  const guide = new Map(state.guide.map((page) => [page.code, page]));
  return h("ol", { class: "findings" }, result.findings.map((one) => {
    const page = guide.get(one.code)?.[language()];
    const place = one.sheet ? [one.sheet, one.cell].filter(Boolean).join(" ") : "";
    return h(
      "li", { class: looks[one.severity], "data-at": `${one.sheet}!${one.cell}` },
      h(
        "p", {}, h("span", { class: `mark ${looks[one.severity]}` }, t(severity[one.severity])), " ",
        h("b", {}, `${one.code} ${page?.title ?? ""}`), " ",
        one.cell ? h("button", { type: "button", class: "plain small", onclick: () => form.reach(one.sheet, one.cell) }, place) : h("span", { class: "hint" }, place),
      ),
      h("p", {}, one.message),
      one.found || one.expected ? h("p", { class: "hint" }, [one.found ? `${t("found")}：${one.found}` : "", one.expected ? `${t("expected")}：${one.expected}` : ""].filter(Boolean).join("　")) : null,
      one.advice ? h("p", {}, `${t("advice")}：${one.advice}`) : null,
      page ? h("details", {}, h("summary", {}, t("whyCode")), h("p", {}, page.cause), h("p", {}, page.consequence), h("p", {}, page.remedy)) : null,
    );
  }));
}

function scores(result, form) {
  const execution = result.execution;
  return [
    result.blocks?.length
      ? table(t("tabScores"), ["block", "points", "scored"], result.blocks.map((block) => [block.name, number(block.points), number(block.score)]))
      : null,
    execution?.points
      ? h("p", {}, `${t("execution")} ${execution.rate ?? "—"}%　${t("points")} ${execution.points}　${t("scored")} ${execution.score ?? "—"}　${t("claimed")} ${execution.claimedScore ?? "—"}`)
      : null,
    h("ol", { class: "scores" }, (result.indicators ?? []).map((row) => h(
      "li", { class: row.status },
      h(
        "p", {}, h("b", {}, row.name), " ", h("span", { class: `mark ${statusLooks[row.status]}` }, t(row.status)), " ",
        row.cell ? h("button", { type: "button", class: "plain small", onclick: () => form.reach(row.sheet, row.cell) }, row.cell) : null,
      ),
      h("p", { class: "hint" }, [row.tier1, row.tier2].filter(Boolean).join("／")),
      h("p", {}, [
        `${t("target")} ${row.target ?? "—"}`, `${t("actual")} ${row.actual ?? "—"}`, row.completionRate ? `${t("completion")} ${row.completionRate}%` : null,
        row.points ? `${t("points")} ${row.points}` : null, row.score ? `${t("scored")} ${row.score}` : null, row.claimedScore ? `${t("claimed")} ${row.claimedScore}` : null,
      ].filter(Boolean).join("　")),
      row.working ? h("p", { class: "working" }, row.working) : null,
    ))),
  ];
}

const number = (text) => ({ text: text ?? "", class: "number" });

function funds(result) {
  const keys = ["initialBudget", "budget", "received", "executed", "pending"];
  const used = keys.filter((key) => result.funds?.some((line) => line[key] !== null && line[key] !== undefined));
  const heads = { initialBudget: "initial", budget: "budget", received: "received", executed: "executed", pending: "pending" };
  return [
    h("p", { class: "hint" }, result.fundUnit ?? ""),
    table(
      t("tabFunds"), ["source", ...used.map((key) => heads[key]), "execution"],
      (result.funds ?? []).map((line) => [line.source, ...used.map((key) => number(line[key])), number(line.executionRate ? `${line.executionRate}%` : "")]),
    ),
  ];
}

function table(label, heads, rows) {
  return scroll(
    label,
    h(
      "table", {}, h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", { class: cell?.class ?? null }, cell?.text ?? cell ?? ""))))),
    ),
  );
}
