import { get } from "./api.js";

// What the page knows.
export const state = { session: null, schemes: null, guide: null, rounds: null, round: null, uploads: {}, lists: {} };

let watched = null;
let timer = null;

export const isBusy = (round) =>
  [round.scoring, round.issuing].some((work) => work.phase === "waiting" || work.phase === "running");

// Asks how a round stands as long as something is being done, and tells each answer.
export function watch(number, tell) {
  clearTimeout(timer);
  watched = number === null ? null : { number, tell };
  if (watched) step(watched);
}

async function step(own) {
  let pause = 3000;
  try {
    const round = await get(`rounds/${own.number}`);
    if (watched !== own) return;
    state.round = round;
    await own.tell(round);
    if (isBusy(round)) pause = 300;
    else if (!(own.number in state.uploads)) return;
  } catch (error) {
    if (watched !== own) return;
    own.tell(null, error);
  }
  if (watched === own) timer = setTimeout(() => step(own), pause);
}
