package io.hangtag.local;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * DynamoDB Local inside this JVM. Its tables lie in one SQLite file, which a hard kill does not hurt. It is put together
 * here from its parts, because its own main class listens on all interfaces and sends telemetry.
 */
final class DynamoDbLocal implements AutoCloseable {
    private static final int THREADS = 16;

    private final Server server;
    private final LocalDynamoDBServerHandler handler;
    private final int port;

    private DynamoDbLocal(Server server, LocalDynamoDBServerHandler handler, int port) {
        this.server = server;
        this.handler = handler;
        this.port = port;
    }

    /** Starts it on a free port, with its file in that folder. */
    static DynamoDbLocal start(Path folder) {
        try {
            // One database whatever key and region a client names.
            LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(
                    new LocalDynamoDBRequestHandler(0, false, folder.toString(), true, false), null);
            QueuedThreadPool threads = new QueuedThreadPool(THREADS);
            threads.setName("dynamodb-local");
            threads.setDaemon(true);
            Server server = new Server(threads);
            ServerConnector connector = new ServerConnector(server, 1, 1);
            connector.setHost(Loopback.HOST);
            server.addConnector(connector);
            server.setHandler(handler);
            server.start();
            return new DynamoDbLocal(server, handler, connector.getLocalPort());
        } catch (Exception e) {
            throw new LocalException("cannot start DynamoDB Local on " + folder + ": " + e.getMessage(), e);
        }
    }

    URI endpoint() {
        return Loopback.http(port);
    }

    @Override
    public void close() {
        try {
            server.stop();
            handler.close();
        } catch (Exception e) {
            throw new LocalException("cannot stop DynamoDB Local: " + e.getMessage(), e);
        }
    }
}
