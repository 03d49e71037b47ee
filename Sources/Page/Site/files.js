import { get, named, remove } from "./api.js";
import { bytes, count, fill, h } from "./dom.js";
import { t } from "./words.js";

// The files handed in, folded up until they are asked for; each can be taken out again.
export function fileList(number, changed) {
  const title = h("summary", { id: "files-title" });
  const body = h("ul", { class: "files" });
  const element = h("details", { hidden: true, ontoggle: load }, title, body);
  let [now, listed] = [0, 0];

  async function load() {
    if (!element.open || listed === now) return;
    listed = now;
    const files = await get(`rounds/${number}/files`);
    fill(body, files.map(line));
  }

  function line(file) {
    const item = h("li", {}, file, " ", h("button", {
      type: "button", class: "plain small", "aria-label": `${t("removeFile")} ${file}`,
      onclick: async () => {
        if (!confirm(t("removeSure", file))) return;
        try {
          await remove(named(`rounds/${number}/returns`, file));
        } catch (error) {
          return alert(error.message);
        }
        const next = (item.nextElementSibling ?? item.previousElementSibling)?.querySelector("button") ?? title;
        item.remove();
        listed -= 1;
        next.focus();
        changed();
      },
    }, t("removeFile")));
    return item;
  }

  return {
    element,
    update(round) {
      now = round.files;
      element.hidden = !now;
      fill(title, t("filesIn", count(now), bytes(round.bytes)), "　", t("fileList"));
      load();
    },
  };
}
