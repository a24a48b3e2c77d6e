package io.deskhand.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PackageCyclesTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.deskhand");

    @ParameterizedTest
    @EnumSource
    void no_module_has_packages_that_depend_on_each_other_in_a_circle(Modules module) {
        JavaClasses types = ALL.that(DescribedPredicate.describe("in " + module.artifact(), module::has));
        assertThat(types)
                .as("classes of %s on the class path", module.artifact())
                .isNotEmpty();
        PackageCycles.forbidden().check(types);
    }

    @Test
    void a_back_edge_between_two_packages_is_found() {
        JavaClasses knot = new ClassFileImporter().importPackages("io.deskhand.architecture.fixture");
        assertThatThrownBy(() -> PackageCycles.forbidden().check(knot))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("fixture.above")
                .hasMessageContaining("fixture.below");
    }
}
