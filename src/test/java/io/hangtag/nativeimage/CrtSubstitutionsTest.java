package io.hangtag.nativeimage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrtSubstitutionsTest {
    /** All but the requests and responses, which are most of its classes and refer to nothing. */
    private static final String[] SDK_WITHOUT_MODELS = {
        "software.amazon.awssdk.auth",
        "software.amazon.awssdk.awscore",
        "software.amazon.awssdk.checksums",
        "software.amazon.awssdk.core",
        "software.amazon.awssdk.http",
        "software.amazon.awssdk.identity",
        "software.amazon.awssdk.protocols",
        "software.amazon.awssdk.regions",
        "software.amazon.awssdk.retries",
        "software.amazon.awssdk.services.dynamodb.internal",
        "software.amazon.awssdk.services.s3.internal",
        "software.amazon.awssdk.utils",
    };

    @ParameterizedTest
    @ValueSource(classes = {ChecksumsWithoutCrt.class, SignersWithoutCrt.class})
    void everyReplacedMethodIsThereInTheSdk(Class<?> substitution) throws Exception {
        Class<?> target =
                Class.forName(substitution.getAnnotation(TargetClass.class).className());

        List<Method> replaced = Arrays.stream(substitution.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Substitute.class))
                .toList();

        assertThat(replaced)
                .isNotEmpty()
                .allSatisfy(method -> assertThat(target.getDeclaredMethod(method.getName(), method.getParameterTypes()))
                        .satisfies(
                                original -> assertThat(original.getReturnType()).isEqualTo(method.getReturnType())));
    }

    @Test
    void onlyKnownClassesOfTheSdkReferToTheCrt() {
        // A new one would fail the native build where it is reached, and has to be looked at.
        Set<String> referring = new ClassFileImporter()
                .importPackages(SDK_WITHOUT_MODELS).stream()
                        .filter(type -> !isTheCrtsOwn(type))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> isTheCrts(dependency.getTargetClass())))
                        .map(JavaClass::getFullName)
                        .collect(Collectors.toSet());

        assertThat(referring)
                .containsExactlyInAnyOrder(
                        "software.amazon.awssdk.checksums.internal.ChecksumProvider",
                        // made by ChecksumProvider alone
                        "software.amazon.awssdk.checksums.internal.XxHashChecksum");
    }

    @Test
    void whatNeedsTheCrtIsRefusedByItsName() {
        assertThat(ChecksumsWithoutCrt.createCrtCrc32C()).isNull();
        assertThatThrownBy(ChecksumsWithoutCrt::crc64NvmeCrtImplementation).hasMessageContaining("CRC64NVME");
        assertThatThrownBy(SignersWithoutCrt::getDefaultAwsCrtV4aHttpSigner).hasMessageContaining("4A");
    }

    private static boolean isTheCrts(JavaClass type) {
        return type.getPackageName().startsWith("software.amazon.awssdk.crt.");
    }

    /** The signer and the client that SignersWithoutCrt and our use of S3's synchronous client leave unreached. */
    private static boolean isTheCrtsOwn(JavaClass type) {
        return List.of(
                        "software.amazon.awssdk.crtcore",
                        "software.amazon.awssdk.http.auth.aws.crt.internal",
                        "software.amazon.awssdk.services.s3.internal.crt")
                .stream()
                .anyMatch(type.getPackageName()::startsWith);
    }
}
