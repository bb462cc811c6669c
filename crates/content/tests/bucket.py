"""A server that speaks S3, for the tests of this crate: Moto's, with one empty bucket.

Prints its port, and ends when its standard input does.
"""

import logging
import sys

import boto3
from moto.server import ThreadedMotoServer

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
host, port = server.get_host_and_port()
client = boto3.client(
    "s3",
    endpoint_url="http://%s:%s" % (host, port),
    region_name="eu-central-1",
    aws_access_key_id="test",
    aws_secret_access_key="test",
)
client.create_bucket(Bucket="pictures", CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
print(port, flush=True)
sys.stdin.read()
server.stop()
