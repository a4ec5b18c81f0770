package io.hangtag.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.testing.DeployedFunction;
import io.hangtag.testing.FunctionEnvironment;
import io.hangtag.testing.FunctionZip;
import io.hangtag.testing.TestPictures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Batches of photos and poison through the very zip that is deployed, under the real Lambda runtime interface. */
class BatchesZipIT {
    private static final long SEED = 20261125;
    private static final int POISON_PER_BATCH = 4;

    @RegisterExtension
    static final DeployedFunction FUNCTION =
            new DeployedFunction(FunctionZip::tagger, FunctionEnvironment::withPrimaryColors);

    private final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void putWhatIsNoPhoto() {
        FUNCTION.bucket().put(GeneratedBatch.NO_PHOTO_KEY, "no photo".getBytes(StandardCharsets.UTF_8));
    }

    /** Every poison once, but the keys of which each store thinks what it likes. */
    static Stream<List<Poison>> poison() {
        List<Poison> named = Stream.of(Poison.values())
                .filter(bad -> bad.isNamed() && bad != Poison.HOSTILE_KEY)
                .toList();
        List<List<Poison>> batches = new ArrayList<>();
        for (int from = 0; from < named.size(); from += POISON_PER_BATCH) {
            batches.add(named.subList(from, Math.min(from + POISON_PER_BATCH, named.size())));
        }
        batches.add(List.of(Poison.NO_RECORD));
        batches.add(List.of(Poison.NO_MESSAGE_ID, Poison.NO_JSON));
        return batches.stream();
    }

    @ParameterizedTest
    @MethodSource("poison")
    void tagsThePhotosBesideThePoisonAndNamesWhatHasToComeAgain(List<Poison> poison) throws Exception {
        // given poison first and last, and a photo after each but the last
        List<Poison> records = new ArrayList<>();
        for (Poison bad : poison) {
            records.add(bad);
            records.add(null);
        }
        records.add(Poison.NO_JSON);
        GeneratedBatch batch =
                GeneratedBatch.of(json, new Random(SEED), poison.get(0).toString(), records);
        batch.photos().forEach(key -> FUNCTION.bucket().put(key, TestPictures.png(TestPictures.RED_SHIRT)));

        // when
        String response = FUNCTION.lambda().invoke(batch.event());

        // then
        if (batch.wholly()) {
            assertThat(response).contains("UnknownEventException").contains("the whole batch has to come again");
        } else {
            assertThat(json.readTree(response).path("batchItemFailures").findValuesAsText("itemIdentifier"))
                    .containsExactlyInAnyOrderElementsOf(batch.failures());
        }
        for (String key : batch.photos()) {
            assertThat(FUNCTION.bucket().tags(key)).as(key).containsEntry("hangtag:class", "red-shirt");
            assertThat(FUNCTION.bucket().item(key)).as(key).containsEntry("state", AttributeValue.fromS("tagged"));
        }
    }
}
