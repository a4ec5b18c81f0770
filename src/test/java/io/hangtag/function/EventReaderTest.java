package io.hangtag.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.Sequencer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {
    private final EventReader reader = new EventReader(new ObjectMapper());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ObjectCreated:Put",
                "ObjectCreated:Post",
                "ObjectCreated:CompleteMultipartUpload",
                "s3:ObjectCreated:Put"
            })
    void readsACreation(String eventName) {
        assertThat(reader.read(notification(eventName, "uploads/a.jpg", "0055AED6DCD90281E5")))
                .containsExactly(new PhotoEvent(
                        PhotoEvent.Kind.CREATED,
                        new PhotoId("shop", "uploads/a.jpg"),
                        Sequencer.of("0055AED6DCD90281E5")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ObjectRemoved:Delete", "ObjectRemoved:DeleteMarkerCreated", "LifecycleExpiration:Delete"})
    void readsARemoval(String eventName) {
        assertThat(reader.read(notification(eventName, "a", "1")))
                .extracting(PhotoEvent::kind)
                .containsExactly(PhotoEvent.Kind.REMOVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ObjectCreated:Copy", "ObjectTagging:Put", "ObjectAcl:Put", "ObjectRestore:Completed"})
    void leavesOutCopiesAndWhatChangesNoContent(String eventName) {
        assertThat(reader.read(notification(eventName, "a", "1"))).isEmpty();
    }

    @Test
    void decodesKeysAsFormsDo() {
        assertThat(reader.read(notification("ObjectCreated:Put", "uploads/%C3%A4+b%2Bc%2520.jpg", "1")))
                .extracting(event -> event.photoId().key())
                .containsExactly("uploads/ä b+c%20.jpg");
    }

    @Test
    void takesAnEventWithoutSequencerForOneBeforeAllOthers() {
        String event = notification("ObjectCreated:Put", "a", "1").replace(",\"sequencer\":\"1\"", "");

        assertThat(reader.read(event)).extracting(PhotoEvent::sequencer).containsExactly(Sequencer.NONE);
    }

    @Test
    void toleratesTheTestEventThatS3SendsWhenANotificationIsSet() {
        String event = """
                {"Service":"Amazon S3","Event":"s3:TestEvent","Time":"2026-11-22T10:00:00.000Z","Bucket":"shop"}""";

        assertThat(reader.read(event)).isEmpty();
    }

    @Test
    void readsEventBridgeWhoseKeysAreNotEncoded() {
        String event = """
                {"source":"aws.s3","detail-type":"Object Created","detail":{"reason":"PutObject","bucket":{"name":"shop"},
                 "object":{"key":"uploads/a+b.jpg","sequencer":"A1"}}}""";

        assertThat(reader.read(event))
                .containsExactly(new PhotoEvent(
                        PhotoEvent.Kind.CREATED, new PhotoId("shop", "uploads/a+b.jpg"), Sequencer.of("A1")));
        assertThat(reader.read(event.replace("PutObject", "CopyObject"))).isEmpty();
        assertThat(reader.read(event.replace("Object Created", "Object Deleted")))
                .extracting(PhotoEvent::kind)
                .containsExactly(PhotoEvent.Kind.REMOVED);
        assertThat(reader.read(event.replace("Object Created", "Object Tags Added")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not json",
                "[]",
                "{}",
                "\"text\"",
                "{\"Records\":[{}]}",
                "{\"Records\":[{\"eventName\":\"ObjectCreated:Put\",\"s3\":{\"bucket\":{\"name\":\"shop\"}}}]}"
            })
    void refusesWhatIsNoEventOfS3(String body) {
        assertThatThrownBy(() -> reader.read(body)).isInstanceOf(UnknownEventException.class);
    }

    private static String notification(String eventName, String key, String sequencer) {
        return """
                {"Records":[{"eventVersion":"2.6","eventSource":"aws:s3","eventName":"%s",
                 "s3":{"bucket":{"name":"shop"},"object":{"key":"%s","size":3,"eTag":"e","sequencer":"%s"}}}]}""".formatted(eventName, key, sequencer);
    }
}
