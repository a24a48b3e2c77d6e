package io.deskhand.evals;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The packages of the evals have no cycles. */
@AnalyzeClasses(packages = "io.deskhand.evals", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** The root package is the slice "evals". */
    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("io.deskhand.(**)").should().beFreeOfCycles();
}
