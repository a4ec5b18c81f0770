package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hangtag.testing.LocalPython;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.Tag;

class LocalAwsTest {
    @TempDir
    Path folder;

    @Test
    void keepsPhotosTagsMessagesAndItemsOverARestart() {
        // given
        try (LocalAws aws = start()) {
            writeEverything(aws.clients());
        }
        // when
        try (LocalAws aws = start()) {
            // then
            assertEverythingIsThere(aws.clients());
            assertThat(aws.queue().url()).startsWith(aws.endpoints().sqs().toString());
            assertThat(aws.clients()
                            .sqs()
                            .receiveMessage(request ->
                                    request.queueUrl(aws.queue().url()).maxNumberOfMessages(10))
                            .messages())
                    .anyMatch(message -> message.body().contains("uploads/shirt.jpg"));
        }
    }

    @Test
    void keepsPhotosTagsAndItemsWhenItsChildIsKilled() throws Exception {
        // given
        try (LocalAws aws = start()) {
            writeEverything(aws.clients());
            // when
            child().destroyForcibly();
            aws.ended().get(5, TimeUnit.SECONDS);
        }
        // then
        try (LocalAws aws = start()) {
            assertEverythingIsThere(aws.clients());
        }
    }

    @Test
    void endsAChildThatAnEarlierRunLeftBehind() throws Exception {
        // given a process that stands for it: recorded, alive, and deaf to its parent's end
        Process leftBehind = new ProcessBuilder("sleep", "600").start();
        new RecordedProcess(folder.resolve("ministack.pid")).write(leftBehind.toHandle());
        // when
        try (LocalAws aws = start()) {
            // then
            assertThat(leftBehind.isAlive()).isFalse();
            assertThat(aws.ended()).isNotDone();
        }
    }

    @Test
    void leavesAStrangerAloneThatGotTheSameProcessId() throws Exception {
        // given
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.writeString(folder.resolve("ministack.pid"), stranger.pid() + " 2001-01-01T00:00:00Z");
        // when
        try (LocalAws aws = start()) {
            // then
            assertThat(stranger.isAlive()).isTrue();
            assertThat(aws.ended()).isNotDone();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        try (LocalAws aws = start()) {
            // when
            Map<String, Integer> ports = Map.of(
                    "s3", aws.endpoints().s3().getPort(),
                    "dynamodb", aws.endpoints().dynamodb().getPort());
            // then
            ports.forEach((name, port) -> assertThat(ListeningSockets.hostsOf(port))
                    .as(name)
                    .isNotEmpty()
                    .allMatch(host -> host.equals("127.0.0.1")));
        }
    }

    @Test
    void leavesNoProcessBehind() throws IOException {
        // given
        ProcessHandle child;
        try (LocalAws aws = start()) {
            child = child();
            assertThat(aws.ended()).isNotDone();
            assertThat(child.isAlive()).isTrue();
        }
        // then
        assertThat(child.isAlive()).isFalse();
        assertThat(folder.resolve("ministack.pid")).doesNotExist();
    }

    @Test
    void aFolderHasOneHolder() {
        try (LocalAws aws = start()) {
            // when, then
            assertThatThrownBy(this::start).isInstanceOf(LocalException.class).hasMessageContaining("--data");
            assertThat(aws.ended()).isNotDone();
        }
    }

    @Test
    void saysWhatIsMissingWithoutThePythonEnvironment() {
        // given
        Path nothing = folder.resolve("no-such-python");
        // when, then
        assertThatThrownBy(() -> LocalAws.start(nothing, folder, LocalNames.DEFAULT, QueueSettings.DEFAULT))
                .isInstanceOf(LocalException.class)
                .hasMessageContaining(nothing.toString())
                .hasMessageContaining("./hangtag");
    }

    private LocalAws start() {
        return LocalAws.start(LocalPython.interpreter(), folder, LocalNames.DEFAULT, QueueSettings.DEFAULT);
    }

    private ProcessHandle child() throws IOException {
        String pid = Files.readString(folder.resolve("ministack.pid")).split(" ")[0];
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void writeEverything(LocalClients clients) {
        clients.s3()
                .putObject(
                        request -> request.bucket("hangtag-photos")
                                .key("uploads/shirt.jpg")
                                .contentType("image/jpeg")
                                .metadata(Map.of("hangtag-class", "mens-shirt")),
                        RequestBody.fromString("photo"));
        clients.s3()
                .putObjectTagging(request -> request.bucket("hangtag-photos")
                        .key("uploads/shirt.jpg")
                        .tagging(tags -> tags.tagSet(Tag.builder()
                                .key("hangtag:class")
                                .value("mens-shirt")
                                .build())));
        clients.dynamodb()
                .putItem(request -> request.tableName("hangtag-catalog")
                        .item(Map.of("photoId", AttributeValue.fromS("hangtag-photos/uploads/shirt.jpg"))));
    }

    private static void assertEverythingIsThere(LocalClients clients) {
        assertThat(clients.s3()
                        .headObject(request -> request.bucket("hangtag-photos").key("uploads/shirt.jpg"))
                        .metadata())
                .containsEntry("hangtag-class", "mens-shirt");
        assertThat(clients.s3()
                        .getObjectTagging(
                                request -> request.bucket("hangtag-photos").key("uploads/shirt.jpg"))
                        .tagSet())
                .extracting(Tag::value)
                .containsExactly("mens-shirt");
        assertThat(clients.dynamodb()
                        .getItem(request -> request.tableName("hangtag-catalog")
                                .key(Map.of("photoId", AttributeValue.fromS("hangtag-photos/uploads/shirt.jpg"))))
                        .hasItem())
                .isTrue();
    }
}
