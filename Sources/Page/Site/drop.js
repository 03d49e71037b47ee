import { h } from "./dom.js";
import { t } from "./words.js";

// What was dropped, folders opened, as files with their paths.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return [...transfer.files].map((file) => ({ file, path: file.name }));
  const found = [];
  for (const entry of entries) await walk(entry, "", found);
  return found;
}

async function walk(entry, folder, found) {
  const path = folder + entry.name;
  if (entry.isFile) {
    try {
      found.push({ file: await new Promise((done, failed) => entry.file(done, failed)), path });
    } catch (error) {
      found.push({ file: null, path, error: String(error.message || error) });
    }
    return;
  }
  const reader = entry.createReader();
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return;
    for (const child of some) await walk(child, `${path}/`, found);
  }
}

const chosen = (input) =>
  [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }));

// A place to drop files, with buttons that do the same for the keyboard.
export function dropPlace({ id, title, hint, accept, multiple, folders, take }) {
  const pick = (attributes, label) => {
    const input = h("input", {
      type: "file", class: "unseen", id: `${id}-${attributes.name}`, tabindex: "-1", "aria-hidden": "true",
      accept: attributes.webkitdirectory ? null : accept, ...attributes,
      onchange: () => {
        const files = chosen(input);
        input.value = "";
        if (files.length) take(files);
      },
    });
    return [input, h("button", { type: "button", class: "plain", onclick: () => input.click() }, label)];
  };
  const place = h(
    "div", { class: "drop", id },
    h("p", { class: "drop-title" }, title), h("p", { class: "hint" }, hint),
    h(
      "div", { class: "buttons" },
      pick({ name: "files", multiple }, multiple ? t("chooseFiles") : t("chooseFile")),
      folders ? pick({ name: "folder", multiple: true, webkitdirectory: true }, t("chooseFolder")) : null,
    ),
  );
  let depth = 0;
  const over = (event, change) => {
    event.preventDefault();
    depth = Math.max(0, depth + change);
    place.classList.toggle("over", depth > 0);
  };
  place.addEventListener("dragenter", (event) => over(event, 1));
  place.addEventListener("dragover", (event) => event.preventDefault());
  place.addEventListener("dragleave", (event) => over(event, -1));
  place.addEventListener("drop", async (event) => {
    over(event, -depth);
    const files = await dropped(event.dataTransfer);
    if (files.length) take(multiple ? files : files.slice(0, 1));
  });
  return place;
}

// Files that miss their place must not replace the page.
for (const name of ["dragover", "drop"]) {
  window.addEventListener(name, (event) => event.preventDefault());
}
