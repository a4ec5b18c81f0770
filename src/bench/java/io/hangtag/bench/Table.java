package io.hangtag.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, as {@code docs/benchmarks.md} takes it. Not safe from several threads. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    /** A table with these columns. */
    public Table(String... columns) {
        rows.add(List.of(columns));
    }

    /**
     * Adds a row.
     *
     * @param cells as many as there are columns; shown as text
     * @throws IllegalArgumentException if there are more or fewer
     */
    public Table row(Object... cells) {
        if (cells.length != rows.get(0).size()) {
            throw new IllegalArgumentException(
                    "A row has %d cells, not %d".formatted(rows.get(0).size(), cells.length));
        }
        rows.add(IntStream.range(0, cells.length)
                .mapToObj(column -> cells[column].toString().replace("|", "\\|"))
                .toList());
        return this;
    }

    /** Its lines, columns of one width each, ended by a line break. */
    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        List<String> lines =
                new ArrayList<>(rows.stream().map(row -> line(row, widths)).toList());
        lines.add(
                1, IntStream.of(widths).mapToObj(width -> "-".repeat(width + 2)).collect(joined()));
        return lines.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> " " + cells.get(column)
                        + " ".repeat(widths[column] - cells.get(column).length() + 1))
                .collect(joined());
    }

    private static Collector<CharSequence, ?, String> joined() {
        return Collectors.joining("|", "|", "|");
    }
}
