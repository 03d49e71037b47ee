import { get, post, put, remove } from "./api.js";
import { $, fill, h, say } from "./dom.js";
import { language, setLanguage, t } from "./words.js";
import { showIssue } from "./issue.js";
import { showReview } from "./review.js";
import { showBack } from "./back.js";
import { watch, state } from "./state.js";

const steps = { issue: showIssue, review: showReview, back: showBack };
let shown = null;

// The place in the page: #/round/step/return.
export function place() {
  const [, round, step, index] = location.hash.split("/");
  return {
    round: Number(round) || 0,
    step: steps[step] ? step : "review",
    index: index === undefined || index === "" ? null : Number(index),
  };
}

export function go(round, step, index) {
  location.hash = `#/${round}/${step}${index === undefined ? "" : `/${index}`}`;
}

async function begin() {
  try {
    state.session = await get("session");
    if (!state.session.isOpen && state.session.hasPassword) return showPassword();
    if (!state.session.isOpen) await post("session");
    await enter();
  } catch (error) {
    showFailure(error);
  }
}

async function enter() {
  [state.schemes, state.guide, state.rounds] = await Promise.all([get("schemes"), get("guide"), get("rounds")]);
  show();
}

function showFailure(error) {
  drawTop();
  fill($("tabs"));
  fill(
    $("content"),
    h(
      "div", { class: "box wrong", role: "alert" }, h("p", {}, error.message),
      h("button", { type: "button", onclick: () => location.reload() }, t("retry")),
    ),
  );
}

function showPassword() {
  drawTop();
  fill($("tabs"));
  const note = h("p", { class: "wrong-text", role: "alert" });
  const field = h("input", { type: "password", id: "password", autocomplete: "current-password", required: true });
  const form = h(
    "form", {
      class: "box narrow",
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          await post("session", field.value);
          await enter();
        } catch (error) {
          fill(note, error.status === 401 ? t("wrongPassword") : error.message);
          field.select();
        }
      },
    },
    h("label", { for: "password" }, t("password")), field, h("button", { type: "submit" }, t("enter")),
    note, h("p", { class: "hint" }, t("passwordHint")),
  );
  fill($("content"), form);
  field.focus();
}

function drawTop() {
  document.title = t("title");
  $("title").textContent = t("title");
  $("skip").textContent = t("skip");
  $("tabs").setAttribute("aria-label", t("steps"));
  fill(
    $("tools"),
    h(
      "button", {
        type: "button", class: "plain", id: "language", lang: language() === "zh" ? "en" : "zh-CN",
        onclick: () => {
          setLanguage(language() === "zh" ? "en" : "zh");
          if (state.rounds) show(true);
          else begin();
        },
      }, t("language"),
    ),
    state.session?.hasPassword && state.rounds
      ? h("button", {
        type: "button", class: "plain",
        onclick: async () => {
          await remove("session");
          location.reload();
        },
      }, t("logout"))
      : null,
  );
  drawRounds();
}

function drawRounds() {
  if (!state.rounds?.length) return fill($("rounds"));
  const now = place().round;
  fill(
    $("rounds"),
    h("label", { for: "round" }, t("round")),
    h(
      "select", { id: "round", onchange: (event) => go(Number(event.target.value), place().step) },
      state.rounds.map((round) => h("option", { value: round.number, selected: round.number === now }, round.name)),
    ),
    h("button", { type: "button", class: "plain", id: "new-round", onclick: () => showBeginning(true) }, t("newRound")),
    h("button", { type: "button", class: "plain", id: "rename", onclick: rename }, t("rename")),
    h("button", { type: "button", class: "plain", id: "delete-round", onclick: deleteRound }, t("deleteRound")),
  );
}

async function rename() {
  const name = prompt(t("renameTo"), state.round?.name ?? "");
  if (!name) return;
  try {
    await put(`rounds/${place().round}/name`, name);
    state.rounds = await get("rounds");
    drawTop();
  } catch (error) {
    alert(error.message);
  }
}

async function deleteRound() {
  if (!confirm(t("deleteSure", state.round?.name ?? ""))) return;
  try {
    await remove(`rounds/${place().round}`);
    state.rounds = await get("rounds");
    shown = null;
    if (state.rounds.length) go(state.rounds.at(-1).number, "review");
    show();
  } catch (error) {
    alert(error.message);
  }
}

function showBeginning(canCancel) {
  watch(null);
  shown = null;
  fill($("tabs"));
  const field = h("input", { id: "round-name", maxlength: "60", placeholder: t("roundHint") });
  fill(
    $("content"),
    h(
      "form", {
        class: "box narrow",
        onsubmit: async (event) => {
          event.preventDefault();
          try {
            const round = await post("rounds", field.value);
            state.rounds = await get("rounds");
            go(round.number, "issue");
            show(true);
          } catch (error) {
            alert(error.message);
          }
        },
      },
      h("h2", {}, canCancel ? t("newRound") : t("noRounds")), h("p", { class: "hint" }, t("noRoundsHint")),
      h("label", { for: "round-name" }, t("roundName")), field,
      h(
        "div", { class: "buttons" }, h("button", { type: "submit", id: "create" }, t("create")),
        canCancel ? h("button", { type: "button", class: "plain", onclick: () => show(true) }, t("cancel")) : null,
      ),
    ),
  );
  field.focus();
}

function drawTabs() {
  const { round, step } = place();
  fill(
    $("tabs"),
    Object.keys(steps).map((name) =>
      h("a", { href: `#/${round}/${name}`, id: `tab-${name}`, "aria-current": name === step ? "page" : null }, t(name))),
  );
}

// Draws what the address says; the same place is left as it is.
async function show(again) {
  const now = place();
  if (!state.rounds.length) {
    drawTop();
    return showBeginning(false);
  }
  if (!state.rounds.some((round) => round.number === now.round)) {
    return go(state.rounds.at(-1).number, now.step);
  }
  const key = JSON.stringify([now, language()]);
  if (key === shown && !again) return;
  const isFirst = shown === null;
  shown = key;
  drawTop();
  drawTabs();
  const content = $("content");
  try {
    watch(null);
    state.round = await get(`rounds/${now.round}`);
    if (!isFirst) window.scrollTo(0, 0);
    const drawn = steps[now.step](fill(content), now);
    // What was pressed may be gone: one goes on in the content, not at the beginning of the page.
    if (!isFirst && document.activeElement === document.body) content.focus({ preventScroll: true });
    say(t(now.step));
    await drawn;
  } catch (error) {
    showFailure(error);
  }
}

$("skip").addEventListener("click", (event) => {
  // The address says which round is shown; it is left alone.
  event.preventDefault();
  $("content").focus();
});
window.addEventListener("hashchange", () => state.rounds && show());
begin();
