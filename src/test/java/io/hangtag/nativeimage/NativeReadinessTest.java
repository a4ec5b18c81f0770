package io.hangtag.nativeimage;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.hangtag.api.problem.Problem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NativeReadinessTest {
    /** Everything that is deployed to AWS. */
    private static final JavaClasses DEPLOYED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.hangtag")
            .that(DescribedPredicate.not(resideInAnyPackage("io.hangtag.cli..", "io.hangtag.local..")));

    /** A class name in the text segment of a library, between the zeros that end C strings. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?<=\0)((?:ai/onnxruntime|java)/[A-Za-z0-9_$/]+)(?=\0)");

    private final ReachabilityMetadata metadata;

    NativeReadinessTest() throws IOException {
        metadata = new ReachabilityMetadata();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux-x64", "linux-aarch64"})
    void everyClassThatOnnxRuntimeLooksUpIsRegisteredForJni(String platform) throws IOException {
        Set<String> lookedUp = classNames(platform);

        assertThat(lookedUp).contains("ai.onnxruntime.TensorInfo", "ai.onnxruntime.OrtException");
        assertThat(metadata.jniTypes()).containsAll(lookedUp);
        assertThat(metadata.jniConstructibleTypes())
                .containsAll(
                        lookedUp.stream().filter(name -> name.startsWith("ai.")).toList());
    }

    @Test
    void everyRegisteredTypeIsThere() {
        assertThat(metadata.types())
                .isNotEmpty()
                .allSatisfy(
                        type -> assertThat(Class.forName(type, false, getClass().getClassLoader()))
                                .isNotNull());
    }

    /** Caffeine makes a name of what a cache is to do, and looks the class up by it. */
    @Test
    void theClassThatCaffeineMakesTheCacheOfThumbnailsOfIsRegistered() throws ReflectiveOperationException {
        AsyncCache<String, String> cache = Caffeine.newBuilder()
                .maximumWeight(1)
                .<String, String>weigher((key, value) -> 1)
                .recordStats()
                .buildAsync();
        Method implementation = cache.getClass().getDeclaredMethod("cache");
        implementation.setAccessible(true);

        assertThat(metadata.types())
                .contains(implementation.invoke(cache).getClass().getName());
    }

    @Test
    void librariesAndTheSdkAreInitialisedAtRunTime() throws IOException {
        assertThat(metadata.arguments())
                .contains("--initialize-at-run-time=")
                .contains(OrtEnvironment.class.getPackageName())
                .contains("software.amazon.awssdk");
    }

    @Test
    void noClassOfOursHoldsTheSdkInAStaticField() {
        // Ours are initialised at build time, and what the image keeps of them must not be.
        assertThat(DEPLOYED.stream()
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> resideInAnyPackage("software.amazon.awssdk..", "ai.onnxruntime..")
                                .test(field.getRawType())))
                .isEmpty();
    }

    @Test
    void nothingReachesForAwtReflectionOrClassLoaders() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.awt..", "javax.imageio..", "java.lang.reflect..", "javax.swing..", "sun.."))
                .orShould()
                .callMethodWhere(calls(Class.class, "forName", "newInstance", "getMethod", "getDeclaredMethod"))
                .check(DEPLOYED);
    }

    @Test
    void onlyTheseHandObjectsToJacksonByThemselves() {
        // All else goes through signatures of REST resources, whose types Quarkus registers.
        Set<String> handing = DEPLOYED.stream()
                .filter(type -> type.getMethodCallsFromSelf().stream().anyMatch(NativeReadinessTest::handsOver))
                .map(JavaClass::getFullName)
                .collect(Collectors.toSet());

        assertThat(handing)
                .containsExactlyInAnyOrder(
                        // trees
                        "io.hangtag.function.TaggerFunction",
                        "io.hangtag.function.BackfillFunction",
                        // maps and lists
                        "io.hangtag.api.upload.UploadService",
                        // the types below
                        "io.hangtag.model.ModelPackageReader",
                        "io.hangtag.api.problem.ProblemMapper");
    }

    @Test
    void whatTheyHandOverIsRegistered() throws ClassNotFoundException {
        Set<Class<?>> types = new HashSet<>();
        addWithComponents(Class.forName("io.hangtag.model.ModelDescription"), types);
        addWithComponents(Problem.class, types);

        assertThat(types)
                .hasSizeGreaterThan(5)
                .allSatisfy(type -> assertThat(type).hasAnnotation(RegisterForReflection.class));
    }

    private static boolean handsOver(JavaMethodCall call) {
        String owner = call.getTargetOwner().getFullName();
        return owner.equals(ObjectMapper.class.getName())
                        && call.getName().matches("(read|write)Value.*|convertValue|valueToTree|treeToValue")
                || owner.equals(Response.ResponseBuilder.class.getName())
                        && call.getName().equals("entity");
    }

    private static void addWithComponents(Type type, Set<Class<?>> types) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(argument -> addWithComponents(argument, types));
        } else if (type instanceof Class<?> plain
                && plain.getName().startsWith("io.hangtag.")
                && types.add(plain)
                && plain.isRecord()) {
            for (RecordComponent component : plain.getRecordComponents()) {
                addWithComponents(component.getGenericType(), types);
            }
        }
    }

    private static Set<String> classNames(String platform) throws IOException {
        String library = "/ai/onnxruntime/native/" + platform + "/libonnxruntime4j_jni.so";
        try (InputStream content = OrtEnvironment.class.getResourceAsStream(library)) {
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return CLASS_NAME
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1).replace('/', '.'))
                    .collect(Collectors.toSet());
        }
    }

    private static DescribedPredicate<JavaMethodCall> calls(Class<?> owner, String... names) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + String.join("/", names),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && List.of(names).contains(call.getName()));
    }
}
