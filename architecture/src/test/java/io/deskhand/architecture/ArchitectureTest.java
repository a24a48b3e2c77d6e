package io.deskhand.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.deskhand.ticketing.ticket.EscalationReason;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The rules of docs/architecture.md that a compiler does not know. */
@AnalyzeClasses(packages = "io.deskhand", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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
    static final ArchRule the_brain_and_tickets_share_one_enum_of_reasons = noClasses()
            .that()
            .resideInAPackage("io.deskhand.brain..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.deskhand.ticketing..").and(not(type(EscalationReason.class))));

    @ArchTest
    static final ArchRule langchain4j_is_known_to_the_brain_alone = noClasses()
            .that()
            .resideOutsideOfPackages("io.deskhand.brain..", "io.deskhand.evals.cassette..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.langchain4j..")
            .because("cassettes record and replay below a model's client");

    @ArchTest
    static final ArchRule ably_is_known_to_realtime_alone = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.deskhand.realtime..",
                    "io.deskhand.client..",
                    "io.deskhand.bench..",
                    "io.deskhand.chaos.observe..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.ably.lib..")
            .because(
                    "the services speak to Ably through libs/realtime, clients through libs/client; bench and chaos look at the bare SDK");

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
