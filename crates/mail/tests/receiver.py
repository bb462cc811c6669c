"""A real SMTP server for the tests of this crate.

Prints one JSON object a line: first its port, then each message it has accepted. What it does with
a message depends on the recipient's name:

    busy…   refused for now (451) the first time, accepted afterwards
    gone…   refused for good (550)
    slow…   accepted after a second
    else    accepted

With a password as its argument it wants user "gazette" to sign in with it.
"""

import asyncio
import json
import sys
from email import message_from_bytes, policy

from aiosmtpd.smtp import SMTP, AuthResult

password = sys.argv[1] if len(sys.argv) > 1 else None
seen = set()


def say(value):
    print(json.dumps(value), flush=True)


def signs_in(server, session, envelope, mechanism, data):
    good = data.login == b"gazette" and data.password.decode() == password
    return AuthResult(success=good, handled=False)


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            return "550 5.1.1 <%s> doesn't live here" % address
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        [to] = envelope.rcpt_tos
        if to.startswith("busy") and to not in seen:
            seen.add(to)
            return "451 4.3.0 try again later"
        if to.startswith("slow"):
            await asyncio.sleep(1)
        message = message_from_bytes(envelope.content, policy=policy.default)
        say(
            {
                "to": to,
                "from": envelope.mail_from,
                "headers": [[name, str(value)] for name, value in message.items()],
                "type": message.get_content_type(),
                "parts": [part.get_content_type() for part in message.iter_parts()],
                "text": message.get_body(("plain",)).get_content(),
                "html": message.get_body(("html",)).get_content(),
            }
        )
        return "250 2.0.0 accepted"


async def main():
    auth = {"authenticator": signs_in, "auth_required": True, "auth_require_tls": False} if password else {}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), **auth), "127.0.0.1", 0)
    say({"port": server.sockets[0].getsockname()[1]})
    await server.serve_forever()


asyncio.run(main())
