package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CloudFormation takes the code of CloudFront functions only in the template; what is tested is in files. */
class PageFunctionsTest {
    @ParameterizedTest
    @CsvSource({"SignedInFunction,signed-in.js", "AskToSignInFunction,ask-to-sign-in.js"})
    void isTheCodeThatIsTested(String logicalId, String file) throws IOException {
        String tested = Files.readAllLines(Path.of("infra/page", file)).stream()
                .filter(line -> !line.startsWith("//"))
                .collect(Collectors.joining("\n", "", "\n"));

        assertThat(Template.read().properties(logicalId).path("FunctionCode").asText())
                .isEqualTo(tested);
    }
}
