"""What one would write in Python instead of Hangtag: a Lambda handler that tags clothing photos as they are uploaded.

It takes S3 notifications, by themselves or in an SQS batch. Neither order nor repetition of events is looked after, the
merchant's own tags are replaced, and nothing is written to the object's metadata.
"""

import json
import os
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from urllib.parse import unquote_plus

import boto3
from model import Answer, Model

MODEL = Model(Path(os.environ["MODEL_DIRECTORY"]))
S3 = boto3.client("s3")
TABLE = os.environ["CATALOG_TABLE"]
DYNAMODB = boto3.client("dynamodb")


def handle(event: dict, context: object) -> None:
    """Tags every photo that the event tells of."""
    for record in s3_records(event):
        bucket = record["s3"]["bucket"]["name"]
        key = unquote_plus(record["s3"]["object"]["key"])
        tag(bucket, key)


def s3_records(event: dict) -> Iterator[dict]:
    """The notifications of S3, taken out of SQS messages where they came in some."""
    for record in event.get("Records", []):
        if record.get("eventSource") == "aws:sqs":
            yield from json.loads(record["body"]).get("Records", [])
        else:
            yield record


def tag(bucket: str, key: str) -> None:
    """Classifies one photo, tags the object, and puts its item."""
    photo = S3.get_object(Bucket=bucket, Key=key)
    answer = MODEL.classify(photo["Body"].read())
    S3.put_object_tagging(Bucket=bucket, Key=key, Tagging={"TagSet": tags(answer)})
    DYNAMODB.put_item(TableName=TABLE, Item=item(bucket, key, photo["ETag"], answer))


def tags(answer: Answer) -> list[dict[str, str]]:
    """Object tags, as Hangtag names them."""
    if not answer.is_clothing:
        return [{"Key": "hangtag:class", "Value": "not-clothing"}]
    values = {
        "hangtag:class": answer.class_id if answer.is_sure else "unidentified",
        "hangtag:group": answer.group,
        "hangtag:garment": answer.garment,
        "hangtag:audience": answer.audience,
        "hangtag:confidence": f"{answer.confidence:.2f}",
        "hangtag:model": MODEL.name,
    }
    return [{"Key": key, "Value": value} for key, value in values.items()]


def item(bucket: str, key: str, etag: str, answer: Answer) -> dict[str, dict[str, str]]:
    """The catalog's item."""
    return {
        "photoId": {"S": f"{bucket}/{key}"},
        "etag": {"S": etag},
        "state": {"S": state(answer)},
        "class": {"S": answer.class_id},
        "confidence": {"N": str(Decimal(str(round(answer.confidence, 4))))},
        "model": {"S": MODEL.name},
    }


def state(answer: Answer) -> str:
    """What is to be done with the photo."""
    if not answer.is_clothing:
        return "not-clothing"
    return "tagged" if answer.is_sure else "needs-review"
