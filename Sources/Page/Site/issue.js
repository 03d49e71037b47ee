import { get, named, post, put, remove } from "./api.js";
import { count, fill, h, say, scroll } from "./dom.js";
import { dropPlace } from "./drop.js";
import { schemeChoice } from "./choices.js";
import { state, watch } from "./state.js";
import { language, t } from "./words.js";

// 发表: scheme, programme, blanks.
export function showIssue(content) {
  const number = state.round.number;
  const check = h("div", { class: "check", id: "programme-check" });
  const file = h("div", {});
  const blanks = h("div", { id: "blanks" });
  let isUsable = false;

  const changed = async () => {
    state.round = await get(`rounds/${number}`);
    drawFile();
    await drawCheck();
    drawBlanks(state.round);
  };

  const take = async ([{ file: workbook, path }]) => {
    fill(check, h("p", { class: "busy", role: "status" }, t("programmeChecking")));
    try {
      state.round = await put(named(`rounds/${number}/programme`, path), workbook);
      await changed();
    } catch (error) {
      fill(check, h("p", { class: "wrong-text", role: "alert" }, error.message));
    }
  };

  function drawFile() {
    const name = state.round.programme;
    const drop = dropPlace({
      id: "programme-drop", title: name ? t("programmeReplace") : t("programmeDrop"), hint: t("programmeHint"),
      accept: ".xlsx,.xlsm", multiple: false, take,
    });
    drop.classList.toggle("compact", Boolean(name));
    fill(
      file,
      name
        ? h(
          "p", { class: "file" }, t("programmeIs", name), " ",
          h("button", {
            type: "button", class: "plain",
            onclick: async () => {
              state.round = await remove(`rounds/${number}/programme`);
              await changed();
            },
          }, t("programmeRemove")),
        )
        : h("p", { class: "hint" }, t("programmeNone"), " ", h("a", {
          id: "take-example", download: "", href: `/api/example${state.round.scheme ? `?scheme=${state.round.scheme}` : ""}`,
        }, t("programmeExample"))),
      drop,
    );
  }

  async function drawCheck() {
    isUsable = false;
    if (!state.round.programme) return fill(check);
    fill(check, h("p", { class: "busy", role: "status" }, t("programmeChecking")));
    try {
      const answer = await get(`rounds/${number}/programme`);
      isUsable = answer.errors.length === 0;
      fill(check, isUsable ? good(answer) : wrong(answer));
      say(isUsable ? t("programmeGood", answer.projects, answer.indicators) : t("programmeWrong", answer.count));
    } catch (error) {
      fill(check, h("p", { class: "wrong-text", role: "alert" }, error.message));
    }
  }

  function drawBlanks(round) {
    const work = round.issuing;
    const isBusy = work.phase === "waiting" || work.phase === "running";
    const canMake = isUsable && round.scheme && !isBusy;
    fill(
      blanks,
      work.phase === "failed" ? h("p", { class: "wrong-text", role: "alert" }, work[language()]) : null,
      work.phase === "waiting" ? h("p", { class: "busy" }, t("waiting")) : null,
      work.phase === "running" ? progress(work) : null,
      round.hasBlanks && !isBusy ? h("p", {}, t("blanksReady")) : null,
      !canMake && !isBusy ? h("p", { class: "hint" }, t("blanksNeed")) : null,
      h(
        "div", { class: "buttons" },
        h("button", {
          type: "button", id: "make-blanks", disabled: !canMake, class: round.hasBlanks ? "plain" : null,
          onclick: async () => {
            try {
              state.round = await post(`rounds/${number}/blanks`);
            } catch (error) {
              alert(error.message);
            }
            watch(number, (next, error) => next && drawBlanks(next));
          },
        }, t("blanksMake")),
        round.hasBlanks && !isBusy
          ? h("a", { class: "button", id: "take-blanks", href: `/api/rounds/${number}/take/blanks`, download: "" }, t("blanksTake"))
          : null,
      ),
    );
  }

  fill(
    content,
    h(
      "section", { class: "box" }, h("h2", {}, t("stepScheme")),
      schemeChoice(number, changed, t("schemeChoose")),
    ),
    h("section", { class: "box" }, h("h2", {}, t("stepProgramme")), file, check),
    h("section", { class: "box" }, h("h2", {}, t("stepBlanks")), blanks),
  );
  drawFile();
  drawBlanks(state.round);
  drawCheck().then(() => drawBlanks(state.round));
  if (state.round.issuing.phase !== "idle") watch(number, (next) => next && drawBlanks(next));
}

const progress = (work) => [
  h("progress", { max: work.total, value: work.done, "aria-label": t("blanksMake") }),
  h("p", { class: "busy", role: "status" }, t("blanksMaking", count(work.done), count(work.total))),
];

function good(answer) {
  return [
    h(
      "p", { class: "good-text" },
      (answer.year ? `${t("programmeYear", answer.year)}　` : "") + t("programmeGood", count(answer.projects), count(answer.indicators)),
    ),
    answer.withoutIndicators ? h("p", { class: "warning-text" }, t("programmeLacks", answer.withoutIndicators)) : null,
    scroll(
      t("stepProgramme"),
      h(
        "table", {}, answer.list.length < answer.projects ? h("caption", {}, t("listed", answer.list.length)) : null,
        h("thead", {}, h("tr", {}, ["code", "project", "unit", "department", "indicators"].map((key) => h("th", { scope: "col" }, t(key))))),
        h("tbody", {}, answer.list.map((project) =>
          h(
            "tr", {}, h("td", {}, project.id), h("td", {}, project.name), h("td", {}, project.unit),
            h("td", {}, project.department), h("td", { class: "number" }, project.indicators),
          ))),
      ),
    ),
  ];
}

function wrong(answer) {
  return [
    h("p", { class: "wrong-text", role: "alert" }, t("programmeWrong", count(answer.count))),
    mistakes(answer.errors),
    answer.count > answer.errors.length ? h("p", {}, t("more", count(answer.count - answer.errors.length))) : null,
  ];
}

// Mistakes of a programme workbook, each with its place.
export function mistakes(errors) {
  return scroll(
    t("problem"),
    h(
      "table", {},
      h("thead", {}, h("tr", {}, ["sheet", "cell", "problem"].map((key) => h("th", { scope: "col" }, t(key))))),
      h("tbody", {}, errors.map((error) =>
        h("tr", {}, h("td", {}, error.sheet ?? ""), h("td", {}, error.cell ?? ""), h("td", { class: "text" }, error[language()])))),
    ),
  );
}
