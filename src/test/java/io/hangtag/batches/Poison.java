package io.hangtag.batches;

import java.util.Locale;
import java.util.Random;

/** What no photo comes of, and what has to become of it: some has to come again, some is nothing to do. */
enum Poison {
    NO_JSON(true),
    CUT_OFF(true),
    TWO_DOCUMENTS(true),
    DEEP(true),
    WRONG_SHAPE(true),
    NO_EVENT_NAME(true),
    NO_KEY(true),
    EMPTY_KEY(true),
    BADLY_ENCODED_KEY(true),
    SLASHED_BUCKET(true),
    BAD_SEQUENCER(true),
    LARGE(true),
    EMPTY_BODY(true),
    NULL_BODY(true),
    NO_BODY(true),
    BODY_IS_NO_TEXT(true),
    /** The record itself is null, a number or a list: it has no id to be named by. */
    NO_RECORD(true),
    NO_MESSAGE_ID(true),
    /** A notification of nothing. */
    NO_RECORDS(false),
    TEST_EVENT(false),
    /** Keys that only S3 can say no to: there is no such object, so there is nothing to tag. */
    HOSTILE_KEY(false),
    /** As of a photo that S3 has, but that cannot be read: it ends in an item with its code. */
    NO_PHOTO(false);

    /** The most that SQS carries. */
    private static final int LARGEST = 256 * 1024;

    private static final String[] HOSTILE_KEYS = {
        "..%2F..%2Fetc%2Fpasswd",
        "%00",
        "a%0Ab",
        "%FF%FE",
        "%F0%9F%91%95",
        "'+OR+1%3D1",
        "%24%7Bjndi%3Aldap%3A%2F%2Fx%7D",
        "x".repeat(1025)
    };

    private final boolean comesAgain;

    Poison(boolean comesAgain) {
        this.comesAgain = comesAgain;
    }

    /** Whether the message has to be named. */
    boolean comesAgain() {
        return comesAgain;
    }

    /** Whether the record has an id. */
    boolean isNamed() {
        return this != NO_RECORD && this != NO_MESSAGE_ID;
    }

    /** The value of {@code body} as JSON text; null where the record has none. */
    String body(Random random) {
        return switch (this) {
            case NO_JSON, NO_MESSAGE_ID, NO_RECORD -> "this is no event " + random.nextInt();
            case CUT_OFF -> {
                String whole = Notifications.created("cut.png");
                yield whole.substring(0, 1 + random.nextInt(whole.length() - 2));
            }
            case TWO_DOCUMENTS -> Notifications.created("first.png") + Notifications.created("second.png");
            case DEEP -> "[".repeat(100_000);
            case WRONG_SHAPE ->
                new String[] {"{}", "[]", "7", "null", "\"text\"", "{\"Records\":{}}", "{\"Records\":[7]}"}
                        [random.nextInt(7)];
            case NO_EVENT_NAME -> Notifications.created("a.png").replace("eventName", "name");
            case NO_KEY -> Notifications.created("a.png").replace("\"key\"", "\"no-key\"");
            case EMPTY_KEY -> Notifications.created("");
            case BADLY_ENCODED_KEY -> Notifications.created("100%zz.png");
            case SLASHED_BUCKET -> Notifications.created("a.png").replace(Notifications.BUCKET, "shop/other");
            case BAD_SEQUENCER -> Notifications.created("a.png").replace("\"A1\"", "\"no hex\"");
            case LARGE -> "{\"padding\":\"" + "x".repeat(LARGEST - 14) + "\"}";
            case EMPTY_BODY -> "";
            case NULL_BODY, NO_BODY, BODY_IS_NO_TEXT -> null;
            case NO_RECORDS -> "{\"Records\":[]}";
            case TEST_EVENT -> "{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Bucket\":\"shop\"}";
            case HOSTILE_KEY -> Notifications.created(HOSTILE_KEYS[random.nextInt(HOSTILE_KEYS.length)]);
            case NO_PHOTO -> Notifications.created(GeneratedBatch.NO_PHOTO_KEY);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
