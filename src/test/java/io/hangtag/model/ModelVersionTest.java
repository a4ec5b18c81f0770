package io.hangtag.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelVersionTest {
    @Test
    void readsWhatItWrites() {
        ModelVersion version = new ModelVersion("clothing-73", "1.12.3");

        assertThat(ModelVersion.parse(version.toString())).isEqualTo(version).hasToString("clothing-73@1.12.3");
    }

    @Test
    void ordersReleasesByNumberNotByText() {
        assertThat(version("1.9.0").isOlderReleaseOf(version("1.10.0"))).isTrue();
        assertThat(version("1.10.0").isOlderReleaseOf(version("1.9.0"))).isFalse();
        assertThat(version("1.10.0").isOlderReleaseOf(version("1.10.0"))).isFalse();
    }

    @Test
    void hasNoOrderBetweenModels() {
        assertThat(version("1.0.0").isOlderReleaseOf(new ModelVersion("other", "2.0.0")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clothing-73", "Clothing@1.0.0", "clothing-73@1.0", "clothing-73@1.0.0-beta", "@1.0.0", ""})
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> ModelVersion.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ModelVersion version(String version) {
        return new ModelVersion("clothing-73", version);
    }
}
