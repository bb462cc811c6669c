// Nothing typed is lost: it is in the browser at once, and with the server as soon as that answers.
// This knows no page: what it is told and what it tells is in `autosave.ts`.

/** What is typed, by field, and the version it was made from. */
export type Draft = Record<string, string | number>;

/** How things stand. */
export type State =
  | { kind: "clean" }
  | { kind: "typing" }
  | { kind: "sending" }
  | { kind: "saved"; at: string }
  /** The server can't be reached; it is tried again by itself. */
  | { kind: "offline" }
  | { kind: "signed-out"; signIn: string }
  /** The server won't have it. It is tried again after the next change. */
  | { kind: "refused"; status: number; detail: string };

/** What the server says. */
export interface Answer {
  saved_at: string;
  words?: number;
  minutes?: number;
  slug?: string;
  newer: { version: number; by: string; at: string } | null;
}

export interface World {
  /** Sends a draft; rejects if nobody answers. `keepalive`: the page may go meanwhile. */
  send: (body: string, keepalive: boolean) => Promise<{ status: number; body: unknown }>;
  /** What is kept in the browser. */
  store: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  key: string;
  draft: () => Draft;
  tell: (state: State) => void;
  heard: (answer: Answer) => void;
}

/** After the last key. */
const REST = 2_000;
/** After the first that isn't sent. */
const LONGEST = 5_000;
const RETRY = { first: 2_000, longest: 60_000 };
/** A browser takes no more with a request that outlives its page (Fetch, "keepalive"). */
const KEEPALIVE = 60_000;

export class Keeper {
  readonly #world: World;
  /** What the server has. */
  #kept: string;
  #since: number | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> | null = null;
  #failures = 0;
  #paused = false;

  constructor(world: World) {
    this.#world = world;
    this.#kept = this.#now();
  }

  /** Whether the server has what is typed. */
  get isKept(): boolean {
    return this.#now() === this.#kept;
  }

  /** What is only in the browser: left there by a page that couldn't send it. */
  left(): Draft | null {
    const stored = this.#world.store.getItem(this.#world.key);
    if (!stored) return null;
    try {
      const draft = JSON.parse(stored) as Draft;
      const own = this.#world.draft();
      const differs = Object.keys(own).some((name) => name !== "version" && typeof draft[name] === "string" && plain(draft[name]) !== plain(String(own[name])));
      if (differs) return draft;
    } catch {
      // Not ours.
    }
    this.forget();
    return null;
  }

  /** Something was typed. */
  changed(): void {
    if (this.#paused) return;
    const now = this.#now();
    if (now === this.#kept) return;
    this.#store(now);
    this.#world.tell({ kind: "typing" });
    this.#since ??= Date.now();
    this.#failures = 0;
    this.#later(Math.max(0, Math.min(REST, this.#since + LONGEST - Date.now())));
  }

  /** Sends at once what isn't sent. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#sending;
    if (!this.#paused && !this.isKept) await (this.#sending = this.#send());
  }

  /** The page may go: what isn't sent is sent by the browser, if it is small enough. */
  leave(): void {
    if (this.#paused || this.isKept) return;
    const now = this.#now();
    this.#store(now);
    if (new Blob([now]).size > KEEPALIVE) return;
    this.#world.send(now, true).then(({ status, body }) => { if (status === 200) this.#done(now, body as Answer); }, () => undefined);
  }

  /** Stops: another tab writes now, or the form itself is being sent. What is in the browser stays. */
  pause(): void {
    clearTimeout(this.#timer);
    this.#paused = true;
  }

  resume(): void {
    this.#paused = false;
    this.changed();
  }

  /** Drops what is in the browser. */
  forget(): void {
    this.#world.store.removeItem(this.#world.key);
  }

  #now(): string {
    return JSON.stringify(this.#world.draft());
  }

  #store(draft: string): void {
    try {
      this.#world.store.setItem(this.#world.key, draft);
    } catch {
      // Full, or forbidden: the server's copy is all there is.
    }
  }

  #later(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.#sending ??= this.#send(); }, delay);
  }

  async #send(): Promise<void> {
    const now = this.#now();
    this.#since = null;
    this.#world.tell({ kind: "sending" });
    let answer: { status: number; body: unknown } | null = null;
    try {
      answer = await this.#world.send(now, false);
    } catch {
      // Nobody answered.
    }
    this.#sending = null;
    if (this.#paused) return;
    if (answer?.status === 200) return this.#done(now, answer.body as Answer);
    if (!answer || answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      this.#world.tell({ kind: "offline" });
      return this.#retry();
    }
    const problem = (answer.body ?? {}) as { detail?: string; title?: string; sign_in?: string };
    if (answer.status === 401) {
      this.#world.tell({ kind: "signed-out", signIn: problem.sign_in ?? "/admin/sign-in" });
      return this.#retry();
    }
    this.#world.tell({ kind: "refused", status: answer.status, detail: problem.detail ?? problem.title ?? "" });
  }

  #retry(): void {
    this.#failures += 1;
    this.#later(Math.min(RETRY.longest, RETRY.first * 2 ** (this.#failures - 1)));
  }

  #done(sent: string, answer: Answer): void {
    this.#kept = sent;
    this.#failures = 0;
    this.#world.heard(answer);
    if (this.isKept) {
      this.forget();
      this.#world.tell({ kind: "saved", at: answer.saved_at });
    } else {
      this.changed();
    }
  }
}

/** A text as the server keeps it: fields of a form come back with other ends of lines. */
const plain = (text: string | number) => String(text).replaceAll("\r\n", "\n").trim();
