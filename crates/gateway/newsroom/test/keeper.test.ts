// What becomes of what is typed, whatever becomes of the network, the session and the page.
import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it, mock } from "node:test";

import { Keeper, type Draft, type State } from "../src/autosave/keeper.ts";

const KEY = "gazette-draft:a:de";
const saved = { status: 200, body: { saved_at: "2026-11-25T03:00:00Z", words: 1, minutes: 1, slug: "x", newer: null } };

/** A page with a field, a browser's store, and a server that answers as told. */
function page(body = "", kept: Record<string, string> = {}) {
  const stored = new Map(Object.entries(kept));
  const sent: { draft: Draft; keepalive: boolean }[] = [];
  const states: State[] = [];
  const world = {
    body,
    answer: async (): Promise<{ status: number; body: unknown }> => saved,
  };
  const keeper = new Keeper({
    key: KEY,
    store: { getItem: (key) => stored.get(key) ?? null, setItem: (key, value) => void stored.set(key, value), removeItem: (key) => void stored.delete(key) },
    draft: () => ({ version: 7, body: world.body }),
    send: (draft, keepalive) => {
      sent.push({ draft: JSON.parse(draft) as Draft, keepalive });
      return world.answer();
    },
    tell: (state) => states.push(state),
    heard: () => undefined,
  });
  const type = (text: string) => {
    world.body = text;
    keeper.changed();
  };
  /** Lets time pass, and what was asked for be answered. */
  const pass = async (milliseconds: number) => {
    for (let step = 0; step < milliseconds; step += 100) {
      mock.timers.tick(100);
      for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
    }
  };
  return { world, keeper, stored, sent, states, type, pass, last: () => states.at(-1)?.kind };
}

describe("what is typed", () => {
  beforeEach(() => mock.timers.enable({ apis: ["setTimeout", "Date"] }));
  afterEach(() => mock.timers.reset());

  it("is in the browser at once, and with the server two seconds after the last key", async () => {
    const { type, pass, stored, sent, last } = page();
    type("a");
    assert.deepEqual(JSON.parse(stored.get(KEY)!), { version: 7, body: "a" });
    await pass(1_900);
    assert.equal(sent.length, 0);
    await pass(200);
    assert.deepEqual(sent.map(({ draft }) => draft.body), ["a"]);
    assert.equal(last(), "saved");
    assert.equal(stored.has(KEY), false, "the server has it");
  });

  it("isn't older than five seconds with the server while somebody types on", async () => {
    const { type, pass, sent } = page();
    for (let key = 0; key < 60; key += 1) {
      type("a".repeat(key + 1));
      await pass(200);
    }
    assert.ok(sent.length >= 2 && sent.length <= 3, String(sent.length));
  });

  it("goes on being sent when it was typed while the server answered", async () => {
    const { type, pass, world, sent, stored, keeper } = page();
    let answer = (_: typeof saved): void => undefined;
    world.answer = () => new Promise((resolve) => { answer = resolve; });
    type("one");
    await pass(2_000);
    type("one two");
    answer(saved);
    await pass(100);
    assert.equal(keeper.isKept, false);
    assert.equal(JSON.parse(stored.get(KEY)!).body, "one two");
    world.answer = async () => saved;
    await pass(2_500);
    assert.deepEqual(sent.map(({ draft }) => draft.body), ["one", "one two"]);
    assert.equal(keeper.isKept, true);
  });

  it("outlives a server that can't be reached", async () => {
    const { type, pass, world, sent, stored, last } = page();
    world.answer = () => Promise.reject(new TypeError("network"));
    type("a");
    await pass(2_100);
    assert.equal(last(), "offline");
    await pass(2_100);
    await pass(4_100);
    assert.equal(sent.length, 3, "later and later");
    assert.ok(stored.has(KEY));
    world.answer = async () => saved;
    await pass(8_200);
    assert.equal(last(), "saved");
  });

  it("outlives the session, and a server that fails", async () => {
    for (const [status, kind] of [[401, "signed-out"], [503, "offline"], [429, "offline"]] as const) {
      const { type, pass, world, stored, states, last } = page();
      world.answer = async () => ({ status, body: { sign_in: "/admin/sign-in?return_to=x" } });
      type("a");
      await pass(2_100);
      assert.equal(last(), kind);
      if (status === 401) assert.deepEqual(states.at(-1), { kind, signIn: "/admin/sign-in?return_to=x" });
      assert.ok(stored.has(KEY));
      world.answer = async () => saved;
      await pass(2_100);
      assert.equal(last(), "saved");
    }
  });

  it("isn't sent again and again when the server won't have it", async () => {
    const { type, pass, world, sent, stored, states } = page();
    world.answer = async () => ({ status: 413, body: { detail: "Too long." } });
    type("a");
    await pass(60_000);
    assert.equal(sent.length, 1);
    assert.deepEqual(states.at(-1), { kind: "refused", status: 413, detail: "Too long." });
    assert.ok(stored.has(KEY));
    type("b");
    await pass(2_100);
    assert.equal(sent.length, 2);
  });

  it("is sent by the browser when the page goes, and is in the browser if it is long", () => {
    const short = page();
    short.type("a");
    short.keeper.leave();
    assert.deepEqual(short.sent, [{ draft: { version: 7, body: "a" }, keepalive: true }]);
    const long = page();
    long.type("ä".repeat(40_000));
    long.keeper.leave();
    assert.equal(long.sent.length, 0);
    assert.ok(long.stored.has(KEY));
  });

  it("is neither sent nor kept by a tab that doesn't write", async () => {
    const { type, pass, keeper, sent, stored } = page();
    keeper.pause();
    type("a");
    keeper.leave();
    await pass(10_000);
    assert.equal(sent.length, 0);
    assert.equal(stored.has(KEY), false);
    keeper.resume();
    await pass(2_100);
    assert.equal(sent.length, 1);
  });

  it("is offered if it is only in the browser", () => {
    const left = { version: 6, body: "more" };
    assert.deepEqual(page("less", { [KEY]: JSON.stringify(left) }).keeper.left(), left);
    // What came back from a form has other ends of lines.
    const same = page("a\nb", { [KEY]: JSON.stringify({ version: 7, body: "a\r\nb\n" }) });
    assert.equal(same.keeper.left(), null);
    assert.equal(same.stored.has(KEY), false);
    assert.equal(page("a", { [KEY]: "{" }).keeper.left(), null);
    assert.equal(page("a").keeper.left(), null);
  });
});
