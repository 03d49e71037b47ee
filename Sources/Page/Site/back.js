import { get } from "./api.js";
import { bars, groups } from "./charts.js";
import { count, fill, h, scroll } from "./dom.js";
import { mistakes } from "./issue.js";
import { isBusy, state, watch } from "./state.js";
import { t } from "./words.js";

// 退回与汇总: what goes back, the summary, who is missing.
export async function showBack(content) {
  const number = state.round.number;
  const round = state.round;
  if (!round.outcome) {
    const words = isBusy(round) ? [t("scoring", round.scoring.done ?? 0, round.scoring.total ?? "…"), ""] : [t("noResults"), t("noResultsHint")];
    fill(content, h("section", { class: "box empty" }, h("p", { class: "drop-title", role: "status" }, words[0]), h("p", { class: "hint" }, words[1])));
    if (isBusy(round)) watch(number, (next) => next && !isBusy(next) && showBack(content));
    return;
  }
  const rows = await get(`rounds/${number}/rows`);
  const outcome = round.outcome;
  fill(
    content,
    round.stale ? h("p", { class: "box warning-text" }, t("stale"), " ", h("a", { href: `#/${number}/review` }, t("review"))) : null,
    downloads(number, outcome, rows), charts(rows), missing(outcome), wholeRound(outcome),
  );
}

function downloads(number, outcome, rows) {
  const copies = new Set(rows.filter((row) => row.read && !row.accepted && !row.superseded).map((row) => row.copy)).size;
  const unread = rows.filter((row) => !row.read);
  const take = (product, key, isMain) =>
    h("a", { class: isMain ? "button" : "button plain", id: `take-${product}`, href: `/api/rounds/${number}/take/${product}`, download: "" }, t(key));
  return h(
    "section", { class: "box" }, h("h2", {}, t("takeTitle")),
    h(
      "div", { class: "buttons" }, copies ? take("sendBack", "takeBack", true) : null,
      take("summary", "takeSummary"), take("everything", "takeAll"), take("findings", "takeFindings"),
    ),
    h("p", { class: "hint" }, copies ? t("takeBackHint", count(copies)) : t("nothingBack")), h("p", { class: "hint" }, t("takeAllHint")),
    unread.length
      ? h("div", {}, h("p", { class: "wrong-text" }, t("rejectedHint", unread.length)), h("ul", {}, unread.map((row) =>
        h("li", {}, row.file, "：", row.reasons.map((reason) => `${reason.message}${reason.advice}`).join("；")))))
      : null,
  );
}

function charts(rows) {
  const counted = rows.filter((row) => row.read && row.counts);
  const scores = counted.filter((row) => row.total !== null).map((row) => Number(row.total));
  const rates = counted.filter((row) => row.rate !== null).map((row) => Number(row.rate));
  const grades = [...new Set(counted.map((row) => row.grade).filter(Boolean))];
  const range = (low, high) => low === -Infinity ? t("below", high) : high === Infinity ? `≥${low}` : `${low}～${high}`;
  const percent = (low, high) => low === -Infinity ? t("below", `${high}%`) : high === Infinity ? `≥${low}%` : `${low}～${high}%`;
  const look = (low) => low >= 80 ? "good" : low >= 60 ? "warning" : "error";
  const byGrade = grades.map((grade) => {
    const own = counted.filter((row) => row.grade === grade);
    return { name: grade, count: own.length, least: Math.min(...own.map((row) => Number(row.total ?? 0))), look: look(Math.min(...own.map((row) => Number(row.total ?? 0)))) };
  }).sort((a, b) => b.least - a.least);
  return h(
    "section", { class: "box charts" },
    scores.length
      ? [bars(t("chartScores"), groups(scores, [95, 90, 80, 70, 60], range, look)), byGrade.length ? bars(t("chartGrades"), byGrade) : null]
      : h("p", { class: "hint" }, t("noPoints")),
    rates.length ? bars(t("chartRates"), groups(rates, [100, 95, 90, 80, 60], percent, look)) : null,
  );
}

function missing(outcome) {
  if (!outcome.hasProgramme) return h("section", { class: "box" }, h("p", { class: "hint" }, t("noProgramme")));
  if (!outcome.missing.length) return h("section", { class: "box" }, h("p", { class: "good-text" }, t("noMissing")));
  return h(
    "section", { class: "box" }, h("h2", {}, t("missingTitle", count(outcome.missing.length))),
    scroll(
      t("missingTitle", count(outcome.missing.length)),
      h(
        "table", { id: "missing" }, h("thead", {}, h("tr", {}, ["code", "project", "unit", "department"].map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", {}, outcome.missing.map((project) =>
          h("tr", {}, h("td", {}, project.id), h("td", {}, project.name), h("td", {}, project.unit), h("td", {}, project.department)))),
      ),
    ),
  );
}

// What concerns the round and no single return; who is missing is told above.
function wholeRound(outcome) {
  const findings = outcome.findings.filter((one) => one.code !== "C002");
  const lists = [["changedFiles", outcome.changed], ["passedOver", outcome.passedOver]].filter(([, names]) => names.length);
  if (!findings.length && !lists.length && !outcome.reservations.length) return null;
  return h(
    "section", { class: "box" }, h("h2", {}, t("roundFindings")),
    findings.length
      ? h("ul", {}, findings.map((one) => h("li", { class: one.severity }, h("b", {}, one.code), ` ${one.message} `, h("span", { class: "hint" }, one.advice))))
      : null,
    lists.map(([key, names]) => h("div", {}, h("p", {}, t(key)), h("ul", {}, names.map((name) => h("li", {}, name))))),
    outcome.reservations.map((one) => h("div", {}, h("p", { class: "warning-text" }, t("reservations", one.scheme)), mistakes(one.errors))),
  );
}
