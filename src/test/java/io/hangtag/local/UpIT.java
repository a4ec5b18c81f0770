package io.hangtag.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.testing.HangtagProcess;
import io.hangtag.testing.TestPictures;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.Tag;

class UpIT {
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration TAGGED = Duration.ofSeconds(2);
    private static final Duration STOPPED = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final int port = Loopback.freePort();

    @BeforeEach
    void photos() throws IOException {
        Files.createDirectories(folder.resolve("photos"));
        Files.write(folder.resolve("photos/red.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Files.write(folder.resolve("photos/some shirt.png"), TestPictures.png(TestPictures.SOME_SHIRT));
        Files.writeString(folder.resolve("photos/broken.jpg"), "no picture");
    }

    @Test
    void tagsWhatItUploadsAndWhatAnyoneElsePuts() throws Exception {
        try (HangtagProcess up = up()) {
            // when
            Ready ready = Ready.of(up.awaitLine("ready ", READY));
            // then every photo of the folder was answered before
            assertThat(up.lines())
                    .extracting(line -> line.replaceAll("\\s{2,}", " | "))
                    .contains("red.png | red-shirt | class | 1.00", "some shirt.png | Shirt | garment | 0.98")
                    .anyMatch(line -> line.startsWith("broken.jpg | failed | UNSUPPORTED_FORMAT"));
            assertThat(ready.page()).isEqualTo("http://127.0.0.1:" + port + "/");
            try (LocalClients clients = ready.clients()) {
                // when
                put(clients, ready, "uploads/late green.png", TestPictures.png(TestPictures.GREEN_SHIRT));
                up.awaitLine("late green.png", Duration.ofSeconds(10));
                put(clients, ready, "uploads/green.png", TestPictures.png(TestPictures.GREEN_SHIRT));
                // then; the first one may find a cold JVM on a busy machine
                up.awaitLine("green.png", TAGGED);
                assertTagged(clients, ready, "uploads/green.png", "green-shirt");
            }
        }
    }

    @Test
    void losesNothingWhenItIsKilledAtOnce() throws Exception {
        // given a photo whose event is on its way when everything is killed
        try (HangtagProcess up = up()) {
            Ready ready = Ready.of(up.awaitLine("ready ", READY));
            try (LocalClients clients = ready.clients()) {
                for (int photo = 0; photo < 20; photo++) {
                    put(
                            clients,
                            ready,
                            "uploads/" + photo + ".png",
                            TestPictures.png(TestPictures.RED_SHIRT, 20 + photo));
                }
            }
            List<ProcessHandle> children = up.children();
            // when
            up.signal("KILL");
            children.forEach(ProcessHandle::destroyForcibly);
        }
        // then
        try (HangtagProcess again = up()) {
            Ready ready = Ready.of(again.awaitLine("ready ", READY));
            try (LocalClients clients = ready.clients()) {
                assertTagged(clients, ready, "uploads/red.png", "red-shirt");
                for (int photo = 0; photo < 20; photo++) {
                    assertTagged(clients, ready, "uploads/" + photo + ".png", "red-shirt");
                }
            }
            // and what was answered is neither uploaded nor answered again
            assertThat(again.lines()).noneMatch(line -> line.startsWith("some shirt.png"));
        }
    }

    @Test
    void stopsEverythingItStarted() throws Exception {
        for (String signal : List.of("INT", "TERM")) {
            try (HangtagProcess up = up()) {
                up.awaitLine("ready ", READY);
                List<ProcessHandle> children = up.children();
                assertThat(children).isNotEmpty();
                // when
                up.signal(signal);
                up.awaitExit(STOPPED);
                // then
                assertThat(children).noneMatch(ProcessHandle::isAlive);
                assertThat(up.errors()).isEmpty();
            }
        }
    }

    @Test
    void childEndsWhenItsParentIsKilled() throws Exception {
        try (HangtagProcess up = up()) {
            up.awaitLine("ready ", READY);
            List<ProcessHandle> children = up.children();
            // when
            up.signal("KILL");
            // then
            for (ProcessHandle child : children) {
                child.onExit().get(15, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void refusesADataFolderThatIsInUse() throws Exception {
        try (HangtagProcess up = up()) {
            up.awaitLine("ready ", READY);
            // when
            try (HangtagProcess second = up(Loopback.freePort())) {
                // then
                assertThat(second.awaitExit(READY)).isEqualTo(1);
                assertThat(second.errors())
                        .containsOnlyOnce("\n")
                        .contains("--data")
                        .startsWith("hangtag: ");
            }
        }
    }

    @Test
    void saysWhatToDoWhenThePortIsTaken() throws Exception {
        // given
        try (ServerSocket taken = new ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"));
                // when
                HangtagProcess up = up(taken.getLocalPort())) {
            // then
            assertThat(up.awaitExit(READY)).isEqualTo(1);
            assertThat(up.errors())
                    .isEqualTo("hangtag: port " + port
                            + " is taken: stop what listens there, or give --port another one\n");
        }
    }

    private HangtagProcess up() throws IOException {
        return up(port);
    }

    private HangtagProcess up(int port) throws IOException {
        return HangtagProcess.start(
                "up",
                "--port",
                Integer.toString(port),
                "--photos",
                folder.resolve("photos").toString(),
                "--data",
                folder.resolve("data").toString());
    }

    private static void put(LocalClients clients, Ready ready, String key, byte[] photo) {
        clients.s3().putObject(request -> request.bucket(ready.bucket()).key(key), RequestBody.fromBytes(photo));
    }

    private static void assertTagged(LocalClients clients, Ready ready, String key, String classId) {
        assertThat(clients.s3()
                        .getObjectTagging(
                                request -> request.bucket(ready.bucket()).key(key))
                        .tagSet())
                .contains(Tag.builder().key("hangtag:class").value(classId).build());
        assertThat(clients.s3()
                        .headObject(request -> request.bucket(ready.bucket()).key(key))
                        .metadata())
                .containsEntry("hangtag-class", classId);
        assertThat(clients.dynamodb()
                        .getItem(request -> request.tableName(ready.table())
                                .key(Map.of("photoId", AttributeValue.fromS(ready.bucket() + "/" + key))))
                        .item())
                .containsEntry("class", AttributeValue.fromS(classId))
                .containsEntry("state", AttributeValue.fromS("tagged"));
    }

    /** What the ready line says. */
    private record Ready(Map<String, String> fields) {
        static Ready of(String line) {
            return new Ready(Arrays.stream(line.split(" "))
                    .skip(1)
                    .map(field -> field.split("=", 2))
                    .collect(Collectors.toMap(field -> field[0], field -> field[1])));
        }

        String page() {
            return fields.get("page");
        }

        String bucket() {
            return fields.get("bucket");
        }

        String table() {
            return fields.get("table");
        }

        LocalClients clients() {
            return LocalClients.of(new LocalEndpoints(
                    URI.create(fields.get("s3")), URI.create(fields.get("s3")), URI.create(fields.get("dynamodb"))));
        }
    }
}
