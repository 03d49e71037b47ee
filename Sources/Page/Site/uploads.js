import { named, put } from "./api.js";
import { bytes, h } from "./dom.js";
import { state } from "./state.js";
import { t } from "./words.js";

// How many files travel at a time.
const lanes = 4;

// Sends files one after the other, some side by side; each that fails is told, none stops others.
export function upload(number, files, tell) {
  const known = state.uploads[number];
  if (known) {
    known.files.push(...files);
    known.total += files.length;
    return known.done;
  }
  const sent = {
    files: [...files], total: files.length, finished: 0, bytes: 0,
    same: [], beside: [], leftOut: [], failed: [], stop: new AbortController(),
  };
  state.uploads[number] = sent;
  const lane = async () => {
    while (sent.files.length && !sent.stop.signal.aborted) {
      await send(number, sent, sent.files.shift());
      sent.finished += 1;
      tell(sent);
    }
  };
  sent.done = Promise.all(Array.from({ length: lanes }, lane)).then(() => {
    delete state.uploads[number];
    return sent;
  });
  return sent.done;
}

async function send(number, sent, { file, path, error }) {
  try {
    if (error) throw new Error(error);
    if (file.size > state.session.uploadBytes) throw new Error(`> ${bytes(state.session.uploadBytes)}`);
    const answer = await put(named(`rounds/${number}/returns`, path), file, sent.stop.signal);
    sent.bytes += file.size;
    if (answer.outcome !== "new") sent[answer.outcome].push(answer.path);
  } catch (problem) {
    if (problem.name !== "AbortError") sent.failed.push(`${path}：${problem.message}`);
  }
}

// What became of uploads that did not simply arrive.
export function uploadRemarks(sent) {
  const lines = [
    sent.same.length ? h("p", {}, t("uploadsSame", sent.same.length)) : null,
    remark("uploadsBeside", sent.beside, "warning-text"),
    remark("uploadsLeft", sent.leftOut, ""),
    remark("uploadsFailed", sent.failed, "wrong-text"),
  ].filter(Boolean);
  return lines.length ? h("div", { class: "box remarks", role: "status" }, lines) : null;
}

function remark(key, names, look) {
  if (!names.length) return null;
  return h(
    "div", {}, h("p", { class: look }, t(key, names.length)),
    h("ul", {}, names.slice(0, 50).map((name) => h("li", {}, name)), names.length > 50 ? h("li", {}, t("more", names.length - 50)) : null),
  );
}
