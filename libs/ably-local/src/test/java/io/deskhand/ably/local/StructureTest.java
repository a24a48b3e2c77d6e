package io.deskhand.ably.local;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("structure of the module")
class StructureTest {
    private static final String ROOT = "io.deskhand.ably.local";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Every package is a slice, the root package too. */
    private static final SliceAssignment PACKAGES = new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return javaClass.getPackageName().startsWith(ROOT)
                    ? SliceIdentifier.of(javaClass.getPackageName())
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    };

    @Test
    void packages_have_no_cycles() {
        slices().assignedFrom(PACKAGES).should().beFreeOfCycles().check(MAIN);
    }

    /** The public types of the root package and those that their public signatures name: all that another module may use. */
    @Test
    void other_modules_see_the_types_that_are_listed_and_no_others() throws IOException {
        Set<String> shown = new TreeSet<>();
        Deque<JavaClass> open = new ArrayDeque<>();
        MAIN.stream()
                .filter(type -> type.getPackageName().equals(ROOT) && isPublic(type) && !isGenerated(type))
                .forEach(open::add);
        while (!open.isEmpty()) {
            JavaClass type = open.remove();
            if (shown.add(type.getName())) {
                type.getCodeUnits().stream()
                        .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(StructureTest::named)
                        .filter(named -> named.getName().startsWith(ROOT))
                        .map(StructureTest::topLevel)
                        .forEach(open::add);
            }
        }
        try (InputStream face = Objects.requireNonNull(StructureTest.class.getResourceAsStream("/face.txt"))) {
            assertThat(shown)
                    .containsExactlyElementsOf(
                            new String(face.readAllBytes(), StandardCharsets.UTF_8).lines()::iterator);
        }
    }

    private static Stream<JavaClass> named(JavaCodeUnit unit) {
        return Stream.concat(Stream.of(unit.getRawReturnType()), unit.getRawParameterTypes().stream());
    }

    private static JavaClass topLevel(JavaClass type) {
        return type.getEnclosingClass().map(StructureTest::topLevel).orElse(type);
    }

    private static boolean isPublic(JavaClass type) {
        return type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC);
    }

    /** RecordBuilder makes one such type for each record of options. */
    private static boolean isGenerated(JavaClass type) {
        return type.getSimpleName().endsWith("Builder");
    }
}
