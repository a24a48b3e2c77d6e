package io.deskhand.quickstart;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rules of docs/architecture.md that a compiler does not know. */
@AnalyzeClasses(packages = "io.deskhand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependencies_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.deskhand..")
            .layer("ticketing")
            .definedBy("io.deskhand.ticketing..")
            .layer("realtime")
            .definedBy("io.deskhand.realtime..")
            .layer("brain")
            .definedBy("io.deskhand.brain..")
            .layer("service")
            .definedBy("io.deskhand.service..")
            .layer("bot-service")
            .definedBy("io.deskhand.bot..")
            .layer("handoff-service")
            .definedBy("io.deskhand.handoff..")
            .layer("ably-local")
            .definedBy("io.deskhand.ably.local..")
            .layer("redis-local")
            .definedBy("io.deskhand.redis.local..")
            .layer("quickstart")
            .definedBy("io.deskhand.quickstart..")
            .whereLayer("ticketing")
            .mayOnlyBeAccessedByLayers("realtime", "service", "bot-service", "handoff-service")
            .whereLayer("realtime")
            .mayOnlyBeAccessedByLayers("service", "bot-service", "handoff-service")
            .whereLayer("service")
            .mayOnlyBeAccessedByLayers("bot-service", "handoff-service")
            .whereLayer("brain")
            .mayOnlyBeAccessedByLayers("bot-service")
            .whereLayer("bot-service")
            .mayOnlyBeAccessedByLayers("quickstart")
            .whereLayer("handoff-service")
            .mayOnlyBeAccessedByLayers("quickstart")
            .whereLayer("ably-local")
            .mayOnlyBeAccessedByLayers("quickstart")
            .whereLayer("redis-local")
            .mayOnlyBeAccessedByLayers("quickstart");

    @ArchTest
    static final ArchRule the_ticket_domain_is_pure = noClasses()
            .that()
            .resideInAPackage("io.deskhand.ticketing..")
            .and()
            .resideOutsideOfPackage("io.deskhand.ticketing.redis..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "org.springframework..", "io.lettuce..", "io.ably..", "tools.jackson..", "com.fasterxml..")
                    .and(resideOutsideOfPackage("com.fasterxml.jackson.annotation")))
            .because("annotations say how a value is written in JSON, and run nothing");

    @ArchTest
    static final ArchRule only_the_transition_function_makes_decisions = noClasses()
            .that()
            .resideOutsideOfPackage("io.deskhand.ticketing.rules")
            .should()
            .callConstructor(
                    io.deskhand.ticketing.rules.TicketDecision.Commit.class,
                    io.deskhand.ticketing.ticket.Ticket.class,
                    io.deskhand.ticketing.rules.TicketDecision.Sealing.class,
                    java.util.List.class,
                    java.util.List.class)
            .because("I18: nothing else writes status, owner or epoch");

    @ArchTest
    static final ArchRule the_brain_knows_no_framework = noClasses()
            .that()
            .resideInAPackage("io.deskhand.brain..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "io.ably..", "io.lettuce..");

    @ArchTest
    static final ArchRule langchain4j_is_known_to_the_brain_alone = noClasses()
            .that()
            .resideOutsideOfPackage("io.deskhand.brain..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..");

    @ArchTest
    static final ArchRule ably_is_known_to_realtime_alone = noClasses()
            .that()
            .resideOutsideOfPackages("io.deskhand.realtime..", "io.deskhand.quickstart..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ably.lib..")
            .because("the smoke run is an outside client and may use the SDK too");

    @ArchTest
    static final ArchRule domain_and_engines_read_no_clock_and_make_no_ids = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.deskhand.ticketing..",
                    "io.deskhand.realtime..",
                    "io.deskhand.brain..",
                    "io.deskhand.bot.turn..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time, ids and randomness are parameters; the wiring gives them");

    @ArchTest
    static final ArchRule production_services_never_depend_on_the_local_servers = noClasses()
            .that()
            .resideInAnyPackage("io.deskhand.bot..", "io.deskhand.handoff..", "io.deskhand.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.deskhand.ably.local..", "io.deskhand.redis.local..");

    @ArchTest
    static final ArchRule nothing_is_called_manager_or_helper = classes()
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper");
}
