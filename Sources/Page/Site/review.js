import { get, post } from "./api.js";
import { bytes, count, fill, h, say } from "./dom.js";
import { fileList } from "./files.js";
import { dropPlace } from "./drop.js";
import { schemeChoice } from "./choices.js";
import { returnList } from "./list.js";
import { showReturn } from "./detail.js";
import { isBusy, state, watch } from "./state.js";
import { upload, uploadRemarks } from "./uploads.js";
import { language, t } from "./words.js";

// 收表与审核: returns go in, a row appears for each as it is done.
export function showReview(content, place) {
  if (place.index !== null) return showReturn(content, place);
  const number = state.round.number;
  const busy = h("div", { id: "busy" });
  const remarks = h("div", { id: "remarks" });
  const summary = h("div", { id: "standing" });
  const list = returnList(number);
  const files = fileList(number, () => watch(number, tell));
  const drop = dropPlace({
    id: "returns-drop", title: t("returnsDrop"), hint: t("returnsHint"),
    accept: ".xlsx,.xlsm,.xls,.et,.zip", multiple: true, folders: true, take,
  });
  let rows = [];
  let run = -1;
  let begun = null;

  async function start() {
    begun = null;
    try {
      state.round = await post(`rounds/${number}/score`);
    } catch (error) {
      if (error.status !== 409) fill(busy, h("p", { class: "wrong-text", role: "alert" }, error.message));
    }
    watch(number, tell);
  }

  async function take(files) {
    fill(remarks);
    watch(number, tell);
    const sent = await upload(number, files, () => drawBusy(state.round));
    fill(remarks, uploadRemarks(sent));
    state.round = await get(`rounds/${number}`);
    while (isBusy(state.round)) {
      await new Promise((done) => setTimeout(done, 300));
      state.round = await get(`rounds/${number}`);
    }
    if (state.round.files && (state.round.stale || !state.round.run)) await start();
    else watch(number, tell);
  }

  async function tell(round, error) {
    if (error) return fill(busy, h("p", { class: "wrong-text", role: "alert" }, error.message));
    const live = round.scoring.phase === "running" || round.scoring.phase === "waiting";
    if (live && round.rows < rows.length) rows = [];
    if (live && round.rows > rows.length) rows.push(...await get(`rounds/${number}/rows?from=${rows.length}`));
    if (!live && run !== round.run) {
      rows = round.run ? await get(`rounds/${number}/rows`) : [];
      run = round.run;
    }
    if (live) run = -1;
    drawBusy(round);
    drawStanding(round);
    list.draw(rows, live, round.files);
  }

  function drawBusy(round) {
    const sent = state.uploads[number];
    const work = round.scoring;
    fill(
      busy,
      sent ? uploading(sent) : null,
      work.phase === "failed" ? h("p", { class: "wrong-text", role: "alert" }, t("scoringFailed", work[language()])) : null,
      work.phase === "waiting" ? h("p", { class: "busy", role: "status" }, t("waiting")) : null,
      work.phase === "running" ? scoring(work) : null,
    );
  }

  const uploading = (sent) => [
    h("progress", { max: sent.total, value: sent.finished, "aria-label": t("files") }),
    h(
      "p", { class: "busy", role: "status" }, t("uploading", count(sent.finished), count(sent.total), bytes(sent.bytes)), " ",
      h("button", { type: "button", class: "plain", onclick: () => sent.stop.abort() }, t("uploadStop")),
    ),
  ];

  function scoring(work) {
    begun ??= { at: performance.now(), done: work.done };
    const seconds = (performance.now() - begun.at) / 1000;
    const rate = seconds > 0.2 ? (work.done - begun.done) / seconds : 0;
    const words = [t("scoring", count(work.done), count(work.total))];
    if (rate > 0) words.push(t("rate", rate < 10 ? rate.toFixed(1) : Math.round(rate)), t("left", Math.ceil((work.total - work.done) / rate)));
    return [
      h("progress", { max: work.total || 1, value: work.done, "aria-label": t("score") }),
      h("p", { class: "busy" }, words.join("　")),
    ];
  }

  function drawStanding(round) {
    const outcome = round.outcome;
    drop.classList.toggle("compact", round.files > 0);
    const isLive = isBusy(round);
    if (outcome && !isLive) {
      say(`${t("sumScored")} ${outcome.scored}${t("and")}${t("sumBack")} ${outcome.sentBack}${t("and")}${t("sumRejected")} ${outcome.rejected}`);
    }
    fill(
      summary,
      round.stale && round.run && !isLive && !state.uploads[number]
        ? h("p", { class: "warning-text" }, t("stale"), " ", h("button", { type: "button", id: "again", onclick: start }, t("scoreAgain")))
        : null,
      !round.run && round.files && !isLive && !state.uploads[number]
        ? h("p", {}, h("button", { type: "button", id: "again", onclick: start }, t("score")))
        : null,
      outcome && !isLive
        ? h("ul", { class: "sums" }, [
          ["sumScored", outcome.scored], ["sumAccepted", outcome.scored - outcome.sentBack], ["sumBack", outcome.sentBack],
          ["sumRejected", outcome.rejected], ["sumMissing", outcome.hasProgramme ? outcome.missing.length : null],
        ].filter(([, sum]) => sum !== null).map(([key, sum]) => h("li", { class: key }, h("b", {}, count(sum)), " ", t(key))))
        : null,
    );
    files.update(round);
  }

  fill(
    content,
    h(
      "section", { class: "box" },
      schemeChoice(number, async () => watch(number, tell), t("schemeAuto")),
      h("p", { class: "hint" }, state.round.programme ? t("programmeIs", state.round.programme) : t("programmeNone")),
      drop, busy, remarks,
    ),
    h("section", { class: "box" }, summary, files.element, list.element),
  );
  watch(number, tell);
}
