package io.hangtag.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses are listened on, from {@code /proc/net}: what a server was told and what it did can differ. */
final class ListeningSockets {
    private static final String LISTEN = "0A";

    private ListeningSockets() {}

    static List<String> hostsOf(int port) {
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(ListeningSockets::lines)
                .map(line -> line.trim().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTEN))
                .map(fields -> fields[1].split(":"))
                .filter(address -> Integer.parseInt(address[1], 16) == port)
                .map(address -> hostOf(address[0]))
                .toList();
    }

    private static Stream<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().skip(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An IPv4 address is written little-endian, and mapped to IPv6 as ::ffff:a.b.c.d. */
    private static String hostOf(String hex) {
        String ipv4 = hex.startsWith("0000000000000000FFFF0000") ? hex.substring(24) : hex;
        return ipv4.equals("0100007F") ? "127.0.0.1" : hex;
    }
}
