package io.hangtag.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this process logs while a test listens, as far as its levels let it through. */
public final class LogRecords extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    private LogRecords() {}

    /** Begins to listen. */
    public static LogRecords listen() {
        LogRecords records = new LogRecords();
        ROOT.addHandler(records);
        return records;
    }

    /** What was logged, as it reads. */
    public List<String> messages() {
        return records.stream()
                .map(record -> record.getParameters() == null
                        ? record.getMessage()
                        : record.getMessage().formatted(record.getParameters()))
                .toList();
    }

    /** What was logged with its trace. */
    public List<Throwable> thrown() {
        return records.stream()
                .map(LogRecord::getThrown)
                .filter(thrown -> thrown != null)
                .toList();
    }

    @Override
    public void publish(LogRecord record) {
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
