package io.hangtag.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void isMarkdownWithColumnsOfOneWidth() {
        // given
        Table table = new Table("way", "ms");
        // when
        table.row("JPEG, 12 MP", Durations.figure(104.4)).row("a|b", 7);
        // then
        assertThat(table).hasToString("""
                        | way         | ms  |
                        |-------------|-----|
                        | JPEG, 12 MP | 104 |
                        | a\\|b        | 7   |
                        """);
    }

    @Test
    void refusesARowThatDoesNotFit() {
        assertThatThrownBy(() -> new Table("one", "two").row("one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A row has 2 cells, not 1");
    }
}
