// Sending a file, with progress: `fetch` can't tell how much of a body is sent.
import { text } from "../dom/texts.ts";

/** What the server says of a picture that it has taken in. */
export interface Sent {
  /** How a body names it. */
  src: string;
  alt?: string;
  caption?: string;
}

/** Sends a file. Fails with a message for who sent it. */
export function send(address: string, file: File, progress: (part: number) => void): Promise<Sent> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.responseType = "json";
    request.setRequestHeader("Accept", "application/json");
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => {
      const answer = request.response as (Sent & { detail?: string; title?: string }) | null;
      if (request.status < 300 && answer?.src) resolve(answer);
      else reject(new Error(answer?.detail ?? answer?.title ?? text("problem-status", { status: String(request.status) })));
    };
    request.onerror = () => reject(new Error(text("offline-short")));
    const body = new FormData();
    body.append("file", file);
    request.send(body);
  });
}
