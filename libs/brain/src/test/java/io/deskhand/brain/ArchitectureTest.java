package io.deskhand.brain;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the brain have no cycles, and its contract depends on none of them. */
@AnalyzeClasses(packages = "io.deskhand.brain", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The root package is the slice "brain". */
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.deskhand.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_below_the_contract_have_no_cycles =
            slices().matching("io.deskhand.brain.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_contract_stands_alone = noClasses()
            .that()
            .resideInAPackage("io.deskhand.brain")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.deskhand.brain.*..");
}
