// Speaks LibreTranslate's protocol, and translates into capitals; tags and escapes stay.
import { createServer } from "node:http";

const capitals = (text) => text.replace(/<[^>]*>|&[^;]+;|[^<&]+/g, (part) => (/^[<&]/.test(part) ? part : part.toUpperCase()));

createServer(async (request, response) => {
  let body = "";
  for await (const part of request) body += part;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(body ? { translatedText: capitals(JSON.parse(body).q) } : {}));
}).listen(Number(process.argv[2]), "127.0.0.1");
