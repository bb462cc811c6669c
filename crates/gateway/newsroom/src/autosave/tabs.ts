// One text in two tabs: one of them writes. The other is told, and may take over.

type Word = { say: "here?" | "here" | "mine" | "yours"; from: string };

export interface Tabs {
  /** Takes the writing over; the other tab sends what it has first. */
  take: () => void;
}

export interface Listener {
  /** Another tab has the text open, and writes. */
  busy: () => void;
  /** Another tab takes over: send all, then write no more. */
  lose: () => Promise<void>;
  /** The other tab has let go. */
  taken: () => void;
}

/** How long another tab may take to send what it has. */
const PATIENCE = 3_000;

export function watchTabs(name: string, listener: Listener): Tabs {
  const channel = new BroadcastChannel(name);
  const own = crypto.randomUUID();
  const say = (word: Word["say"]) => channel.postMessage({ say: word, from: own } satisfies Word);
  let writes = true;
  let taking: ReturnType<typeof setTimeout> | undefined;
  const taken = () => {
    clearTimeout(taking);
    taking = undefined;
    listener.taken();
  };
  channel.onmessage = async ({ data }: MessageEvent<Word>) => {
    if (data.from === own) return;
    if (data.say === "here?" && writes) say("here");
    else if (data.say === "here" && writes) {
      writes = false;
      listener.busy();
    } else if (data.say === "mine" && writes) {
      writes = false;
      await listener.lose();
      say("yours");
    } else if (data.say === "yours" && taking !== undefined) taken();
  };
  say("here?");
  return {
    take() {
      say("mine");
      taking ??= setTimeout(taken, PATIENCE);
    },
  };
}
