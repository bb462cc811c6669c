"""An SMTP receiver for tests: writes each mail as N.txt into the folder of its first argument and
prints its port. The file's first line is `To: RECIPIENT`, then the subject, then the plain text."""

import email
import email.policy
import os
import sys
import time

from aiosmtpd.controller import Controller


class Keep:
    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    async def handle_DATA(self, server, session, envelope):
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        text = message.get_body(("plain",)).get_content()
        for recipient in envelope.rcpt_tos:
            self.count += 1
            path = os.path.join(self.folder, f"{self.count:06}")
            with open(path + ".part", "w", encoding="utf-8", newline="\n") as out:
                out.write(f"To: {recipient}\nSubject: {message['subject']}\n\n{text}")
            os.rename(path + ".part", path + ".txt")
        return "250 kept"


class OnFreePort(Controller):
    """aiosmtpd connects to the port it was told to make sure it listens; 0 isn't one."""

    def _trigger_server(self):
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


controller = OnFreePort(Keep(sys.argv[1]), hostname="127.0.0.1", port=0)
controller.start()
print(controller.port, flush=True)
parent = os.getppid()
while os.getppid() == parent:
    time.sleep(0.2)
