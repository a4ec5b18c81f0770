package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the stack allows whom: each role exactly what it uses, on resources that are named. */
class PermissionsTest {
    private static final Set<String> PHOTOS = Set.of(
            "s3:GetObject",
            "s3:GetObjectVersion",
            "s3:GetObjectAcl",
            "s3:GetObjectVersionAcl",
            "s3:GetObjectTagging",
            "s3:GetObjectVersionTagging",
            "s3:PutObject",
            "s3:PutObjectTagging",
            "s3:PutObjectVersionTagging");

    /** These take no resource but "*" ("Actions, resources, and condition keys for AWS X-Ray"). */
    private static final Set<String> WITHOUT_RESOURCES = Set.of("xray:PutTraceSegments", "xray:PutTelemetryRecords");

    private static final List<String> POLICIES =
            List.of("AWS::S3::BucketPolicy", "AWS::SQS::QueuePolicy", "AWS::SNS::TopicPolicy");

    private static Template template;

    @BeforeAll
    static void read() throws IOException {
        template = Template.read();
    }

    @Test
    void noRoleHasAManagedPolicy() {
        assertThat(template.ofType("AWS::IAM::Role").values())
                .isNotEmpty()
                .noneMatch(role -> role.has("ManagedPolicyArns"));
        assertThat(template.ofType("AWS::Serverless::Function").values())
                .as("SAM makes a role of its own for a function with policies")
                .noneMatch(function -> function.has("Policies"));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleAllowsNamedActionsOnNamedResources(String role) {
        assertThat(statements(role)).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            assertThat(actions(statement)).isNotEmpty().noneMatch(action -> action.contains("*"));
            if (!WITHOUT_RESOURCES.containsAll(actions(statement))) {
                assertThat(resources(statement)).isNotEmpty().noneMatch(resource -> resource.equals("*"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("roles")
    void aRoleReachesObjectsBelowAPrefixOnly(String role) {
        assertThat(statements(role))
                .filteredOn(statement ->
                        actions(statement).stream().anyMatch(action -> action.matches("s3:(Get|Put|Delete)Object.*")))
                .flatExtracting(PermissionsTest::resources)
                .allMatch(resource -> resource.endsWith("/${UploadPrefix}*") || resource.endsWith("/backfill/*"));
    }

    @Test
    void theTaggerReceivesTagsAndAsksForSteps() {
        assertThat(allowed("TaggerRole"))
                .isEqualTo(union(
                        PHOTOS,
                        "s3:ListBucket",
                        "s3:GetBucketOwnershipControls",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem",
                        "sqs:ReceiveMessage",
                        "sqs:DeleteMessage",
                        "sqs:GetQueueAttributes",
                        "sqs:SendMessage"));
    }

    @Test
    void theBackfillFunctionTags() {
        assertThat(allowed("BackfillRole"))
                .isEqualTo(union(
                        PHOTOS,
                        "s3:ListBucket",
                        "s3:GetBucketOwnershipControls",
                        "dynamodb:GetItem",
                        "dynamodb:PutItem"));
    }

    @Test
    void theApiNeitherReceivesNorDeletes() {
        assertThat(allowed("ApiRole"))
                .containsAll(PHOTOS)
                .contains("s3:GetBucketOwnershipControls", "dynamodb:Query", "sqs:SendMessage")
                .noneMatch(
                        action -> action.matches(
                                "(sqs:(Receive|Delete|Purge)|dynamodb:(Scan|Delete)|s3:(Delete|.*Policy)|iam:|sts:|lambda:|kms:).*"));
    }

    @Test
    void batchOperationsCallOneFunctionAndKeepTheirReports() {
        assertThat(allowed("BatchOperationsRole"))
                .isEqualTo(Set.of(
                        "lambda:InvokeFunction",
                        "s3:GetObject",
                        "s3:GetObjectVersion",
                        "s3:PutObject",
                        "s3:PutInventoryConfiguration"));
    }

    @Test
    void nobodyWithoutAnAccountIsAllowedAnything() {
        List<JsonNode> allowing = POLICIES.stream()
                .flatMap(type -> template.ofType(type).values().stream())
                .flatMap(policy -> stream(policy.at("/PolicyDocument/Statement")))
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .toList();

        assertThat(allowing).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.path("Principal").path("Service").asText())
                    .as("an AWS service")
                    .endsWith(".amazonaws.com");
            assertThat(statement.path("Condition").toString())
                    .as("that acts for this account")
                    .containsAnyOf("aws:SourceAccount", "aws:SourceArn", "AWS:SourceArn");
        });
    }

    @Test
    void everyBucketAndQueueRefusesWhatIsNotEncryptedOnItsWay() {
        Set<String> guarded = POLICIES.stream()
                .flatMap(type -> template.ofType(type).values().stream())
                .filter(policy -> stream(policy.at("/PolicyDocument/Statement"))
                        .anyMatch(statement -> statement.path("Effect").asText().equals("Deny")
                                && statement
                                        .at("/Condition/Bool/aws:SecureTransport")
                                        .asText()
                                        .equals("false")))
                .flatMap(policy -> Stream.concat(
                        Stream.of(policy.path("Bucket").path("Ref").asText()),
                        policy.path("Queues").findValuesAsText("Ref").stream()))
                .collect(Collectors.toSet());

        assertThat(guarded)
                .containsAll(template.ofType("AWS::S3::Bucket").keySet())
                .containsAll(template.ofType("AWS::SQS::Queue").keySet());
    }

    static Set<String> roles() throws IOException {
        return Template.read().ofType("AWS::IAM::Role").keySet();
    }

    /** Without logs and traces, which all functions may write. */
    private static Set<String> allowed(String role) {
        return statements(role).stream()
                .flatMap(statement -> actions(statement).stream())
                .filter(action -> !action.startsWith("logs:") && !action.startsWith("xray:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> statements(String role) {
        return stream(template.properties(role).path("Policies"))
                .flatMap(policy -> stream(policy.at("/PolicyDocument/Statement")))
                .toList();
    }

    private static List<String> actions(JsonNode statement) {
        return texts(statement.path("Action"));
    }

    /** As they are written: a name, the argument of an intrinsic function. */
    private static List<String> resources(JsonNode statement) {
        return texts(statement.path("Resource"));
    }

    private static List<String> texts(JsonNode values) {
        return (values.isArray() ? stream(values) : Stream.of(values))
                .map(value -> value.isObject() ? value.elements().next().asText() : value.asText())
                .toList();
    }

    private static Set<String> union(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
