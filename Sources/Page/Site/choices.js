import { put } from "./api.js";
import { fill, h } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

// The choice of a scheme, with what the chosen one is.
export function schemeChoice(number, changed, none) {
  const about = h("p", { class: "hint" });
  const draw = () => {
    const scheme = state.schemes.find((one) => one.id === state.round.scheme);
    fill(about, scheme ? `${scheme.summary}（${t("schemeAbout", scheme.version)}）` : "");
  };
  const select = h(
    "select", {
      id: "scheme",
      onchange: async () => {
        try {
          state.round = await put(`rounds/${number}/scheme`, select.value);
          draw();
          await changed();
        } catch (error) {
          alert(error.message);
        }
      },
    },
    h("option", { value: "" }, none),
    state.schemes.map((scheme) =>
      h("option", { value: scheme.id, selected: scheme.id === state.round.scheme }, `${scheme.title}　${scheme.id}`)),
  );
  draw();
  return [h("label", { for: "scheme" }, t("scheme")), select, about];
}
