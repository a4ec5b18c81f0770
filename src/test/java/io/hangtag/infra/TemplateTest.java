package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.hangtag.config.HangtagConfig;
import io.hangtag.config.HangtagConfig.Access;
import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.config.HangtagConfig.Originals;
import io.hangtag.function.TaggerFunction;
import io.hangtag.tagging.Outcome;
import io.hangtag.tagging.PhotoState;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final Map<String, Set<String>> AWS_METRICS = Map.of(
            "AWS/Lambda", Set.of("Errors", "Throttles", "Duration"),
            "AWS/SQS", Set.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"),
            "AWS/ApiGateway", Set.of("5xx"));

    private static Template template;

    @BeforeAll
    static void read() throws IOException {
        template = Template.read();
    }

    @Test
    void setsNothingButSettingsOfTheApp() {
        // given the variables of the functions, with what the parameters have by default
        Map<String, String> variables = variables();

        // when the app reads them, which refuses a hangtag property that it does not know
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(HangtagConfig.class)
                .withSources(new EnvConfigSource(variables, 300))
                .build();
        HangtagConfig settings = config.getConfigMapping(HangtagConfig.class);

        // then
        assertThat(variables.keySet())
                .filteredOn(name -> name.startsWith("HANGTAG_"))
                .isSubsetOf(settingNames());
        assertThat(settings.model().directory()).isEqualTo(Path.of("/opt/models"));
        assertThat(settings.metadata().write()).isEqualTo(MetadataWrite.BOTH);
        assertThat(settings.limits().bytes()).isEqualTo(26_214_400);
        assertThat(settings.photos().uploadPrefix()).isEqualTo("uploads/");
        assertThat(settings.aws().s3Endpoint()).isEmpty();
        assertThat(settings.aws().dynamodbEndpoint()).isEmpty();
        assertThat(settings.api().access()).isEqualTo(Access.GATEWAY);
        assertThat(settings.api().originals()).isEqualTo(Originals.REDIRECT);
    }

    /** The API leaves it to its gateway who writes, so every route that takes writes has to have the gateway ask. */
    @Test
    void asksForATokenOnEveryRouteButReading() {
        assertThat(template.ofType("AWS::ApiGatewayV2::Route").values())
                .filteredOn(route -> !route.path("RouteKey").asText().startsWith("GET "))
                .isNotEmpty()
                .allSatisfy(route -> {
                    assertThat(route.path("AuthorizationType").asText()).isEqualTo("JWT");
                    assertThat(route.path("AuthorizerId").path("Ref").asText()).isEqualTo("HttpApiAuthorizer");
                });
    }

    @Test
    void letsThePageShowOriginalsOutOfTheBucket() {
        String policy = template.properties("PageHeaders")
                .at("/ResponseHeadersPolicyConfig/SecurityHeadersConfig/ContentSecurityPolicy/ContentSecurityPolicy")
                .findPath("Fn::Sub")
                .path(0)
                .asText();

        assertThat(policy).containsPattern("img-src 'self' [^;]*https://\\$\\{Name}-photos-[^;]*\\.amazonaws\\.com;");
    }

    @Test
    void offersTheWritesThatTheAppKnows() {
        assertThat(texts(parameter("MetadataWrite").path("AllowedValues")))
                .containsExactlyElementsOf(Arrays.stream(MetadataWrite.values())
                        .map(write -> write.name().toLowerCase())
                        .toList());
    }

    @Test
    void servesAModelThatIsReleased() {
        assertThat(Path.of(
                        "models/packages",
                        parameter("ModelName").path("Default").asText()))
                .isDirectory();
    }

    @Test
    void callsTheTaggerByItsName() {
        assertThat(template.properties("TaggerFunction")
                        .at("/Environment/Variables/QUARKUS_LAMBDA_HANDLER")
                        .asText())
                .isEqualTo(TaggerFunction.class.getAnnotation(Named.class).value());
    }

    @Test
    void hidesAMessageSixTimesAsLongAsTheTaggerMayTake() {
        JsonNode rows = template.root().path("Mappings").path("Timeouts");

        assertThat(texts(parameter("TaggerTimeout").path("AllowedValues")))
                .isNotEmpty()
                .allSatisfy(timeout -> {
                    int seconds = Integer.parseInt(timeout);
                    assertThat(rows.path(timeout).path("Visibility").asInt()).isEqualTo(6 * seconds);
                    assertThat(rows.path(timeout).path("SlowMillis").asInt()).isLessThan(1000 * seconds);
                });
    }

    @Test
    void stepsOfJobsHaveAQueueOfTheirOwnThatLosesNone() {
        JsonNode jobs = template.properties("JobQueue");
        JsonNode photos = template.properties("PhotoQueue");

        assertThat(jobs.path("VisibilityTimeout")).isEqualTo(photos.path("VisibilityTimeout"));
        assertThat(jobs.path("RedrivePolicy")).isEqualTo(photos.path("RedrivePolicy"));
        assertThat(template.properties("TaggerFunction")
                        .at("/Events/Jobs/Properties/BatchSize")
                        .asInt())
                .as("a step is bounded by itself")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TaggerFunction", "ApiFunction"})
    void whoAsksForStepsKnowsTheirQueueAndMaySend(String function) {
        String role =
                template.properties(function).path("Role").path("Fn::GetAtt").asText();
        JsonNode policies = template.properties(role.replace(".Arn", "")).path("Policies");

        assertThat(template.properties(function)
                        .at("/Environment/Variables/HANGTAG_JOBS_QUEUE/Ref")
                        .asText())
                .isEqualTo("JobQueue");
        assertThat(settingNames()).contains("HANGTAG_JOBS_QUEUE");
        assertThat(stream(policies)
                        .flatMap(policy -> stream(policy.at("/PolicyDocument/Statement")))
                        .filter(statement -> texts(statement.path("Action")).contains("sqs:SendMessage"))
                        .map(statement -> statement.at("/Resource/Fn::GetAtt").asText()))
                .containsExactly("JobQueue.Arn");
    }

    @Test
    void keepsDeadLettersForLessTimeThanTombstones() {
        Duration tombstones = new SmallRyeConfigBuilder()
                .withMapping(HangtagConfig.class)
                .build()
                .getConfigMapping(HangtagConfig.class)
                .catalog()
                .tombstoneRetention();

        assertThat(template.properties("DeadLetterQueue")
                        .path("MessageRetentionPeriod")
                        .asLong())
                .isLessThan(tombstones.toSeconds());
    }

    @Test
    void photosHaveNoAccessControlListsThatACopyWouldLose() {
        assertThat(template.properties("PhotoBucket")
                        .at("/OwnershipControls/Rules")
                        .findValuesAsText("ObjectOwnership"))
                .containsExactly("BucketOwnerEnforced");
    }

    @Test
    void hearsOfWhatBringsOrTakesAPhotoAndNeverOfACopy() {
        List<String> events = template.properties("PhotoBucket")
                .at("/NotificationConfiguration/QueueConfigurations")
                .findValuesAsText("Event");

        assertThat(events)
                .contains(
                        "s3:ObjectCreated:Put",
                        "s3:ObjectCreated:Post",
                        "s3:ObjectCreated:CompleteMultipartUpload",
                        "s3:ObjectRemoved:*")
                .doesNotContain("s3:ObjectCreated:*", "s3:ObjectCreated:Copy");
    }

    @Test
    void allowsEveryResourceOnlyWhereThereIsNoneToName() {
        List<String> actions = new ArrayList<>();
        template.ofType("AWS::IAM::Role").values().stream()
                .flatMap(role -> role.findValues("Statement").stream())
                .flatMap(statements -> stream(statements))
                .filter(statement -> statement.path("Resource").asText().equals("*"))
                .forEach(statement -> actions.addAll(texts(statement.path("Action"))));

        assertThat(actions).isNotEmpty().allMatch(action -> action.startsWith("xray:Put"));
    }

    @Test
    void givesEveryFunctionItsOwnRole() {
        Map<String, JsonNode> functions = template.ofType("AWS::Serverless::Function");

        assertThat(functions.values())
                .extracting(function -> function.path("Role").path("Fn::GetAtt").asText())
                .doesNotHaveDuplicates()
                .allMatch(role -> role.endsWith("Role.Arn"));
    }

    @Test
    void alarmsOnMetricsThatExist() {
        Map<String, JsonNode> alarms = template.ofType("AWS::CloudWatch::Alarm");

        assertThat(alarms).hasSizeGreaterThanOrEqualTo(6);
        assertThat(alarms.values())
                .allSatisfy(alarm -> metrics(alarm).forEach(metric -> {
                    String namespace = metric.path("Namespace").asText();
                    Set<String> known = namespace.startsWith("AWS/") ? AWS_METRICS.get(namespace) : countedNames();
                    assertThat(known).contains(metric.path("MetricName").asText());
                }));
    }

    @Test
    void countsOutcomesAndStatesThatTheTaggerSays() {
        List<String> lines = Arrays.stream(Outcome.values())
                .flatMap(outcome -> Arrays.stream(PhotoState.values())
                        .map(state -> "\"%s state=%s\"".formatted(outcome, state.wireName())))
                .toList();

        assertThat(template.ofType("AWS::Logs::MetricFilter").values())
                .extracting(filter -> filter.path("FilterPattern").asText())
                .isNotEmpty()
                .isSubsetOf(lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"native-arm64", "native-x86_64", "jvm-arm64", "jvm-x86_64"})
    void isBuiltForEveryPackagingAndArchitecture(String variant) {
        assertThat(Path.of("infra/sam", variant, "Makefile")).isRegularFile();
        assertThat(texts(parameter("Packaging").path("AllowedValues"))).contains(variant.split("-")[0]);
        assertThat(texts(parameter("Architecture").path("AllowedValues"))).contains(variant.split("-")[1]);
    }

    @Test
    void refusesParametersOutOfRange() {
        assertThat(template.root().path("Parameters").properties())
                .isNotEmpty()
                .allMatch(parameter -> isBounded(parameter.getValue()));
        assertThat("hangtag").matches(parameter("Name").path("AllowedPattern").asText());
        assertThat(List.of("Shop", "a", "shop_1", "-shop", "a-shop-with-a-long-name"))
                .noneMatch(name ->
                        name.matches(parameter("Name").path("AllowedPattern").asText()));
    }

    private static boolean isBounded(JsonNode parameter) {
        return parameter.has("AllowedValues")
                || parameter.has("AllowedPattern")
                || parameter.has("MinValue") && parameter.has("MaxValue");
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        template.root()
                .at("/Globals/Function/Environment/Variables")
                .properties()
                .forEach(variable -> variables.put(variable.getKey(), value(variable.getValue())));
        template.ofType("AWS::Serverless::Function").keySet().stream()
                .flatMap(function -> template.properties(function).at("/Environment/Variables").properties().stream())
                .forEach(variable -> variables.put(variable.getKey(), value(variable.getValue())));
        return variables;
    }

    private static String value(JsonNode value) {
        String referred = value.path("Ref").asText();
        if (value.isTextual()) {
            return value.asText();
        }
        return parameter(referred).path("Default").asText("of-the-deployment");
    }

    private static Set<String> settingNames() {
        return ConfigMappings.getProperties(ConfigMappings.ConfigClass.configClass(HangtagConfig.class))
                .keySet()
                .stream()
                .map(name -> name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase())
                .collect(Collectors.toSet());
    }

    private static Set<String> countedNames() {
        return template.ofType("AWS::Logs::MetricFilter").values().stream()
                .map(filter -> filter.at("/MetricTransformations/0/MetricName").asText())
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> metrics(JsonNode alarm) {
        return alarm.has("MetricName") ? List.of(alarm) : alarm.findValues("Metric");
    }

    private static JsonNode parameter(String name) {
        return template.root().path("Parameters").path(name);
    }

    private static List<String> texts(JsonNode values) {
        return (values.isArray() ? stream(values) : Stream.of(values))
                .map(JsonNode::asText)
                .toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
