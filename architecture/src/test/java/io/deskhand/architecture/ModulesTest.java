package io.deskhand.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What modules show to each other. */
class ModulesTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.deskhand");

    private static final Path SHOWN = Path.of("src/test/resources/shown.txt");

    @Test
    void each_class_belongs_to_a_module() {
        assertThat(ALL.stream().filter(type -> Modules.of(type).isEmpty())).isEmpty();
    }

    @Test
    void a_module_uses_only_what_its_place_allows() {
        List<String> forbidden = betweenModules()
                .filter(use -> !owner(use.getOriginClass()).mayUse(owner(use.getTargetClass())))
                .map(Dependency::getDescription)
                .toList();
        assertThat(forbidden).isEmpty();
    }

    /** The list is for readers and reviewers: a change of it shows that a module opens up. */
    @Test
    void what_each_module_shows_to_others_is_what_the_list_says() throws IOException {
        Map<String, TreeSet<String>> shown = new TreeMap<>();
        betweenModules()
                .forEach(
                        use -> shown.computeIfAbsent(owner(use.getTargetClass()).artifact(), module -> new TreeSet<>())
                                .add(topLevel(use.getTargetClass())));
        String found = shown.entrySet().stream()
                .map(module -> module.getKey() + ": " + module.getValue().size() + " types\n  "
                        + String.join("\n  ", module.getValue()) + "\n")
                .reduce("", String::concat);
        System.out.println(found);
        if (Boolean.getBoolean("deskhand.shown.write")) {
            Files.writeString(SHOWN, found);
        }
        assertThat(found)
                .as("run ./mvnw -pl architecture -am test -Dtest=ModulesTest -Ddeskhand.shown.write=true to accept")
                .isEqualTo(Files.readString(SHOWN));
    }

    @Test
    void each_top_level_class_has_a_name_of_its_own() {
        Map<String, TreeSet<String>> places = new TreeMap<>();
        ALL.stream()
                .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
                .forEach(type -> places.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getPackageName()));
        places.values().removeIf(packages -> packages.size() == 1);
        assertThat(places).isEmpty();
    }

    private static Stream<Dependency> betweenModules() {
        return ALL.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use ->
                        Modules.of(use.getTargetClass().getBaseComponentType()).isPresent())
                .filter(use -> owner(use.getOriginClass()) != owner(use.getTargetClass()));
    }

    private static Modules owner(JavaClass type) {
        return Modules.of(type.getBaseComponentType()).orElseThrow();
    }

    private static String topLevel(JavaClass type) {
        JavaClass outer = type.getBaseComponentType();
        while (outer.getEnclosingClass().isPresent()) {
            outer = outer.getEnclosingClass().get();
        }
        return outer.getName();
    }
}
