package io.hangtag.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/** The only interface that anything local listens on. */
public final class Loopback {
    /** 127.0.0.1, and not a name that could mean ::1. */
    public static final String HOST = "127.0.0.1";

    private Loopback() {}

    /** The address of a server on that port. */
    public static URI http(int port) {
        return URI.create("http://" + HOST + ":" + port);
    }

    /** A port that nothing listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalException("no free port on " + HOST + ": " + e.getMessage(), e);
        }
    }

    /** Whether a server could listen on that port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
